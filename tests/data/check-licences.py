# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence, and every licence named is there."""

import os
import re

import tap

LINE = re.compile(r'SPDX-License-Identifier:\s*([A-Za-z0-9.+-]+)')

for name in ('GPL-3.0-or-later', 'CC0-1.0', 'CC-BY-SA-4.0'):
    path = tap.source('LICENSES', name + '.txt')
    tap.case(f'LICENSES/{name}.txt is there', os.path.exists(path) and os.path.getsize(path) > 1000)

named = set()
bare = []
for path in tap.files('.c', '.h', '.py', '.svg', '.page', 'meson.build'):
    match = LINE.search(tap.read(tap.source(path))[:1000])
    if match:
        named.add(match[1])
    else:
        bare.append(path)
tap.case('every source file has an SPDX line', not bare, bare)

missing = [name for name in sorted(named) if not os.path.exists(tap.source('LICENSES', name + '.txt'))]
tap.case('every licence named is in LICENSES', not missing, missing)

foreign = [path for path in tap.files('.c', '.h', below='src')
           if 'GPL-3.0-or-later' not in tap.read(tap.source(path))[:1000]]
tap.case('all code is GPL-3.0-or-later', not foreign, foreign)

tap.done()
