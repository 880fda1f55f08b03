# SPDX-License-Identifier: GPL-3.0-or-later
"""The document type: known by its name and by its content."""

import os
import shutil
import subprocess
import sys
import tempfile

import tap

MIME_TYPE = 'application/vnd.afterword+json'

package = tap.build('data', 'mime', 'packages', sys.argv[3] + '.xml')
tap.run('MIME package is well-formed', ['xmllint', '--noout', package], silent=True)


def content_type(path):
    environment = dict(os.environ, XDG_DATA_DIRS=tap.build('data') + ':/usr/local/share:/usr/share')
    output = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], env=environment,
                            capture_output=True, text=True, check=True).stdout
    return output.rsplit(': ', 1)[-1].strip()


cases = (
    ('a document is known by its ending', 'a.afterword', '{}\n', MIME_TYPE),
    ('a document is known by its content', 'b', '{\n  "format": "afterword",\n  "version": 1\n}\n', MIME_TYPE),
    ('a document on one line is known by its content', 'c', '{"format":"afterword","version":1}', MIME_TYPE),
    ('other JSON is no document', 'd.json', '{\n  "format": "other"\n}\n', 'application/json'),
)

with tempfile.TemporaryDirectory() as folder:
    for name, file_name, text, wanted in cases:
        if not shutil.which('gio') or not os.path.exists(tap.build('data', 'mime', 'mime.cache')):
            tap.skip(name, 'no gio or no MIME database')
            continue
        path = os.path.join(folder, file_name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        found = content_type(path)
        tap.case(name, found == wanted, f'found {found}')

tap.done()
