# SPDX-License-Identifier: GPL-3.0-or-later
"""The help: valid, without broken links, every page reachable and installed."""

import glob
import os

import tap

folder = tap.source('help', 'C')
pages = sorted(glob.glob(os.path.join(folder, '*.page')))
names = sorted(os.path.basename(page) for page in pages)

for page in pages:
    tap.run(f'help/C/{os.path.basename(page)} is valid', ['yelp-check', 'validate', page], silent=True)

tap.run('links lead somewhere', ['yelp-check', 'links', folder], silent=True)
tap.run('no page is an orphan', ['yelp-check', 'orphans', folder], silent=True)
tap.run('pictures exist', ['yelp-check', 'media', folder], silent=True)

listed = tap.read(tap.source('help', 'meson.build'))
missing = [name for name in names if f"'{name}'" not in listed]
tap.case('every page is installed', names and not missing, missing)

tap.done()
