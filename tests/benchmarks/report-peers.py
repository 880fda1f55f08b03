#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a PDF of one report with Afterword and with others, and tells of each how long it took and what came of it.

usage: report-peers.py CLI DOCUMENT WORK LIMIT TYPST...

CLI is afterword-cli, WORK a folder to write to, LIMIT how many seconds one run of another may take, 0 for no other, and
each TYPST a program, or a folder of npm's that has the compiler for node. Writes one JSON object; who isn't there
says so in it. A time is that of a whole process, by the clock; the memory is the most that one process of it held.
"""

import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from report_pdf import get_words, look_at

HERE = Path(__file__).resolve().parent
TIMES, OUR_TIMES = 5, 15
LONGEST = 75
TEXTS = {'text', 'one-line', 'surprise', 'impact', 'question', 'answer', 'believed', 'term', 'meaning', 'title', 'evidence'}
SOFFICE = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
# LaTeX's own lists end at the fourth level, and the five whys don't.
LATEX = r'''
\renewenvironment{itemize}
  {\par\advance\leftskip1.5em\renewcommand\item[1][\textbullet]{\par\leavevmode\llap{##1\ }}}
  {\par}
'''
NODE = '''
const { NodeCompiler } = require(process.argv[1] + '/@myriaddreamin/typst-ts-node-compiler');
const path = require('path'), compiler = NodeCompiler.create({ workspace: path.dirname(process.argv[2]) });
require('fs').writeFileSync(process.argv[3], compiler.pdf({ mainFilePath: process.argv[2] }));
'''


def find_texts(value, name=''):
    """What the document says, without the addresses and the marks of Markdown"""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ('meetings', 'todos'):
                yield from find_texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from find_texts(part, name)
    elif isinstance(value, str) and name in TEXTS:
        yield re.sub(r'\]\([^)]*\)|^\d+\. ', ' ', value, flags=re.M).replace('_', ' ')


def run(command, limit, folder):
    """How long it took in seconds, by the clock and in the processors, and kilobytes; raises where it fails"""
    start = time.monotonic()
    with open(folder / 'said.log', 'wb') as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    late = []
    timer = threading.Timer(limit, lambda: (late.append(1), os.killpg(process.pid, signal.SIGKILL)))
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if late:
        raise RuntimeError(f'over {limit} s')
    if process.returncode != 0:
        raise RuntimeError(f'failed with {process.returncode}')
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def measure(command, output, limit, times, folder, wanted):
    """One run to warm up, then as many as asked for"""
    try:
        run(command, limit, folder)
        rows = [run(command, limit, folder) for _ in range(times)]
    except RuntimeError as error:
        return {'failure': str(error)}
    if not output.exists():
        return {'failure': 'wrote nothing'}
    seconds, processor, memory = zip(*rows)
    return {'seconds': statistics.median(seconds), 'least': min(seconds), 'processor': statistics.median(processor),
            'memory': max(memory) * 1024, 'bytes': output.stat().st_size, **look_at(output, wanted)}


def get_version(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return ''
    found = re.search(r'\d+(\.\d+)+', done.stdout + done.stderr)
    return found[0] if found else ''


def find_peers(page, markdown, work, typsts):
    """name, version, program that has to be there, command, output"""
    chromium = os.environ.get('CHROMIUM') or next(filter(shutil.which, ('chromium', 'chromium-browser', 'google-chrome')), 'chromium')
    yield ('Chromium', get_version(chromium, '--version'), chromium,
           [chromium, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
            '--disable-component-update', '--no-first-run', f'--user-data-dir={work / "chromium"}', '--no-pdf-header-footer',
            '--export-tagged-pdf', '--generate-pdf-document-outline', f'--print-to-pdf={work / "chromium.pdf"}', page.as_uri()],
           work / 'chromium.pdf')
    yield ('WeasyPrint', get_version('weasyprint', '--version'), 'weasyprint',
           ['weasyprint', '--pdf-variant', 'pdf/ua-1', page, work / 'weasyprint.pdf'], work / 'weasyprint.pdf')
    for program in typsts:
        if os.path.isdir(program):
            about = Path(program, '@myriaddreamin', 'typst-ts-node-compiler', 'package.json')
            version = json.loads(about.read_text())['version'] if about.exists() else ''
            yield ('Typst in node', version, 'node', ['node', '-e', NODE, program, work / 'report.typ', work / 'typst-node.pdf'],
                   work / 'typst-node.pdf')
        else:
            yield ('Typst', get_version(program, '--version'), program,
                   [program, 'compile', work / 'report.typ', work / 'typst.pdf'], work / 'typst.pdf')
    yield ('LibreOffice', get_version('soffice', '--version'), 'soffice',
           ['soffice', '--headless', f'-env:UserInstallation={(work / "soffice").as_uri()}', '--infilter=HTML (StarWriter)',
            '--convert-to', SOFFICE, '--outdir', work / 'soffice-out', page], work / 'soffice-out' / 'report.pdf')
    yield ('XeLaTeX', get_version('pandoc', '--version'), 'pandoc xelatex',
           ['pandoc', '-f', 'gfm', '-H', work / 'lists.tex', '--pdf-engine=xelatex', '-V', 'papersize=a4', '-V', 'geometry:margin=18mm', '-V', 'lang=en',
            '-V', 'mainfont=DejaVu Sans', '-V', 'monofont=DejaVu Sans Mono', '-V', 'fontsize=10pt', '--toc', markdown,
            '-o', work / 'xelatex.pdf'], work / 'xelatex.pdf')


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    cli, document, work, limit = sys.argv[1], sys.argv[2], Path(sys.argv[3]).resolve(), int(sys.argv[4])
    with open(document, encoding='utf-8') as file:
        wanted = get_words(' '.join(find_texts(json.load(file))))
    page, markdown = work / 'report.html', work / 'report.md'
    for output in (page, markdown):
        subprocess.run([cli, 'export', '-o', output, document], check=True)
    # The page leaves the paper to the reader; here all have the same.
    page.write_text(page.read_text().replace('@page {', '@page { size: A4;', 1))
    (work / 'lists.tex').write_text(LATEX)
    subprocess.run([sys.executable, '-B', HERE / 'report-typst.py', page, work / 'report.typ'], check=True)

    ours = measure([cli, 'export', '-o', work / 'afterword.pdf', document], work / 'afterword.pdf', limit or LONGEST, OUR_TIMES, work, wanted)
    rows = [{'peer': 'Afterword', 'version': '', **ours}]
    peers = find_peers(page, markdown, work, sys.argv[5:] or ['typst']) if limit else ()
    for name, version, needs, command, output in peers:
        missing = [program for program in needs.split() if shutil.which(program) is None]
        output.unlink(missing_ok=True)
        rows.append({'peer': name, 'version': version,
                     **({'failure': f'{missing[0]} is not installed'} if missing else measure(command, output, limit, TIMES, work, wanted))})
    json.dump({'words': wanted.total(), 'rows': rows}, sys.stdout, indent=1)


if __name__ == '__main__':
    main()
