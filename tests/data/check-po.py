# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: their list, their form, and that those promised are complete."""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

import tap

COMPLETE = ('de',)
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')

tap.run('POTFILES.in is complete', [sys.executable, tap.source('build-aux', 'potfiles'), '--check'])

languages = [line.strip() for line in tap.read(tap.source('po', 'LINGUAS')).splitlines()
             if line.strip() and not line.startswith('#')]
found = sorted(os.path.basename(path)[:-3] for path in glob.glob(tap.source('po', '*.po')))
tap.case('LINGUAS names every translation', sorted(languages) == found, f'{languages} and {found}')

with tempfile.TemporaryDirectory() as folder:
    template = os.path.join(folder, 'afterword.pot')
    tap.run('strings can be extracted',
            ['xgettext', '--from-code=UTF-8', '--add-comments=Translators', '--files-from=po/POTFILES.in',
             '--output=' + template] + ['--keyword=' + keyword for keyword in KEYWORDS], cwd=tap.SOURCE)

    for language in found:
        path = tap.source('po', language + '.po')
        tap.run(f'po/{language}.po is well-formed',
                ['msgfmt', '--check', '--output-file=/dev/null', path])
        if language in COMPLETE and os.path.exists(template) and shutil.which('msgcmp'):
            result = subprocess.run(['msgcmp', path, template], capture_output=True, text=True)
            tap.case(f'po/{language}.po is complete', result.returncode == 0, result.stderr)

tap.done()
