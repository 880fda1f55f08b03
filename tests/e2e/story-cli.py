#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: every command, its output, and its exit status. Needs no display."""

import csv
import io
import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import zlib
import xml.etree.ElementTree as xml
from pathlib import Path

from tap import Tap

try:
    import jsonschema
except ImportError:
    jsonschema = None

SOURCE = Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / 'data' / 'samples' / 'rust-1.52-fingerprints.afterword'
SCHEMA = SOURCE / 'data' / 'afterword.schema.json'
COMMANDS = ('new', 'show', 'validate', 'format', 'export', 'check')

DONE, FAULTY, UNUSABLE = 0, 1, 2


class Cli:
    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.environment = dict(os.environ)
        self.environment.pop('DISPLAY', None)
        self.environment.pop('WAYLAND_DISPLAY', None)
        # What is written twice is compared, whatever the clock shows.
        self.environment['SOURCE_DATE_EPOCH'] = '1620300000'

    def __call__(self, *arguments, stdin=b''):
        return subprocess.run([self.binary, *map(str, arguments)], input=stdin, capture_output=True, cwd=self.folder,
                              env=self.environment, timeout=120)


def said(process):
    return process.stdout.decode() + process.stderr.decode()


def check_help(tap, cli):
    process = cli('--help')
    tap.equal(process.returncode, DONE, '--help succeeds')
    tap.equal([command for command in COMMANDS if command not in process.stdout.decode()], [], '--help lists every command')
    for command in COMMANDS:
        process = cli(command, '--help')
        text = process.stdout.decode()
        tap.ok(process.returncode == DONE and process.stderr == b'' and f'afterword-cli {command} ' in text and '--help' in text,
               f'{command} --help tells how to use it', said(process))
    tap.ok(cli('--version').stdout.startswith(b'Afterword '), '--version')


def check_wrong_use(tap, cli):
    for arguments in ((), ('frobnicate',), ('new',), ('new', 'a', 'b'), ('new', '--template', 'nothing', 'a'), ('show',),
                      ('show', 'missing.afterword'), ('validate',), ('validate', 'missing.afterword'), ('format',), ('export',),
                      ('export', SAMPLE), ('export', '--to', 'odt', SAMPLE), ('export', '-o', 'a.md', SAMPLE, SAMPLE),
                      ('export', '-o', 'a.md', '--edition', 'secret', SAMPLE), ('export', '-o', 'a.md', '--zone', 'Mars/Olympus', SAMPLE),
                      ('export', '-o', 'missing/a.md', SAMPLE), ('check',), ('check', '--frobnicate', SAMPLE)):
        process = cli(*arguments)
        tap.ok(process.returncode == UNUSABLE and (process.stderr != b'' or arguments == ()),
               f'wrong use ends with 2: {" ".join(map(str, arguments)) or "nothing"}'.replace(str(SAMPLE), 'SAMPLE'),
               f'{process.returncode} {said(process)}')
    tap.equal(sorted(cli.folder.iterdir()), [], 'wrong use writes nothing')


def check_new(tap, cli):
    written = []
    listed = [line.split()[0] for line in cli('new', '--list').stdout.decode().splitlines()]
    tap.equal(sorted(listed), sorted(path.stem for path in (SOURCE / 'data' / 'templates').glob('*.json')), 'new --list names the templates')
    for template in listed:
        path = cli.folder / f'{template}.afterword'
        process = cli('new', '--template', template, '--title', 'A “title” \\ with\ttrouble', path)
        document = json.loads(path.read_text())
        tap.ok(process.returncode == DONE and document['template'] == template and document['title'] == 'A “title” \\ with\ttrouble',
               f'new --template {template}', said(process))
        validated = cli('validate', path)
        tap.ok(validated.returncode == DONE and said(validated) == '', f'{template} is valid', said(validated))
        written.append(path)

    first = written[0].read_bytes()
    tap.equal(cli('new', written[0]).returncode, UNUSABLE, 'new does not replace a file')
    tap.ok(written[0].read_bytes() == first, 'and leaves it alone')
    tap.equal(cli('new', '--force', written[0]).returncode, DONE, 'new --force does')
    tap.ok(written[0].read_bytes() != first, 'and it is another one')

    process = cli('new', '-')
    path = cli.folder / 'stdout.afterword'
    path.write_bytes(process.stdout)
    tap.ok(process.returncode == DONE and json.loads(process.stdout)['template'] == 'course-correction', 'new - writes to standard output')
    written.append(path)
    tap.equal(cli('new', '-').stdout == process.stdout, False, 'and every document has an id of its own')

    return written


def check_reading(tap, cli):
    broken = cli.folder / 'broken.afterword'
    broken.write_text('{\n  "format": "afterword",\n  "version": 1,\n  "title": "Broken,\n}\n')
    process = cli('validate', broken)
    tap.equal(process.returncode, FAULTY, 'validate of broken JSON ends with 1')
    tap.ok(re.search(r'broken\.afterword: line 4, column \d+: ', process.stderr.decode()) is not None
           or re.search(r'broken\.afterword:4:\d+: ', process.stderr.decode()) is not None, 'and tells line and column', said(process))

    text = SAMPLE.read_text().replace('"kind": "decision"', '"kind": "frobnication"', 1)
    line = text[:text.index('"frobnication"')].count('\n') + 1
    faulty = cli.folder / 'faulty.afterword'
    faulty.write_text(text)
    process = cli('validate', faulty)
    tap.equal(process.returncode, FAULTY, 'validate of an unknown word ends with 1')
    tap.ok(re.search(rf'faulty\.afterword:{line}:\d+: ', process.stderr.decode()) is not None, 'and tells file:line:column', said(process))

    process = cli('validate', SAMPLE, broken)
    tap.equal(process.returncode, FAULTY, 'one of two files is enough')
    tap.equal(cli('validate', broken, cli.folder / 'missing').returncode, UNUSABLE, 'the worst one counts')
    tap.equal(cli('validate', '-', stdin=SAMPLE.read_bytes()).returncode, DONE, 'validate - reads standard input')
    tap.equal(cli('validate', '-', stdin=b'').returncode, FAULTY, 'an empty file is faulty')
    tap.equal(cli('validate', '-', stdin=b'[' * 200000).returncode, FAULTY, 'a hostile file is faulty')
    for path in (broken, faulty):
        path.unlink()


def check_format(tap, cli):
    path = cli.folder / 'format.afterword'
    path.write_text(json.dumps(json.loads(SAMPLE.read_text()), indent=7))
    tap.equal(cli('format', path).returncode, DONE, 'format succeeds')
    tap.ok(path.read_bytes() == SAMPLE.read_bytes(), 'and gives the canonical form')
    stamp = path.stat().st_mtime_ns
    tap.equal(cli('format', path).returncode, DONE, 'format again')
    tap.equal(path.stat().st_mtime_ns, stamp, 'does not write')

    process = cli('format', '-', stdin=json.dumps(json.loads(SAMPLE.read_text())).encode())
    tap.ok(process.returncode == DONE and process.stdout == SAMPLE.read_bytes(), 'format - goes through')

    # A link stays one, and what it leads to is rewritten.
    target = cli.folder / 'target.afterword'
    target.write_text(json.dumps(json.loads(SAMPLE.read_text())))
    os.chmod(target, 0o640)
    link = cli.folder / 'link.afterword'
    link.symlink_to('target.afterword')
    tap.equal(cli('format', link).returncode, DONE, 'format of a symbolic link')
    tap.ok(link.is_symlink() and target.read_bytes() == SAMPLE.read_bytes(), 'keeps the link and rewrites the file')
    tap.equal(target.stat().st_mode & 0o777, 0o640, 'and keeps its mode')
    newer = cli.folder / 'newer.afterword'
    newer.write_text(SAMPLE.read_text().replace('"version": 1', '"version": 2', 1))
    first = newer.read_bytes()
    tap.equal(cli('format', newer).returncode, FAULTY, 'format of a newer version ends with 1')
    tap.ok(newer.read_bytes() == first, 'and leaves it alone')
    newer.unlink()

    return [path, target]


def check_show(tap, cli):
    process = cli('show', SAMPLE)
    text = process.stdout.decode()
    tap.ok(process.returncode == DONE and text.startswith('Rust 1.52.0 fingerprint bug\n') and '3 h 20 min' in text, 'show', said(process))
    shown = json.loads(cli('show', '--json', SAMPLE).stdout)
    tap.equal((shown['title'], shown['state'], shown['counts']['events'], shown['counts']['lessons']),
              ('Rust 1.52.0 fingerprint bug', 'in-review', 18, 5), 'show --json counts')
    tap.equal(shown['metrics'][0]['detected'], {'from': 'impact-start', 'seconds': 12000, 'approximate': False}, 'show --json has metrics')
    tap.equal(json.loads(cli('show', '--json', '-', stdin=SAMPLE.read_bytes()).stdout), shown, 'show - reads standard input')


def check_review(tap, cli):
    process = cli('check', SAMPLE)
    tap.ok(process.returncode == FAULTY and 'can mean more than one time' in process.stdout.decode(), 'check finds and ends with 1', said(process))
    findings = json.loads(cli('check', '--json', SAMPLE).stdout)
    tap.ok(len(findings) > 0 and all(set(each) == {'file', 'rule', 'weight', 'item', 'message', 'advice'} for each in findings),
           'check --json tells the same', findings)
    tap.equal(json.loads(cli('check', '--json', cli.folder / 'missing').stdout), [], 'check --json of nothing is an empty list')

    process = cli('check', '--edition', 'public', SAMPLE)
    tap.ok(process.returncode == DONE and process.stdout == b'', 'the sample can be published', said(process))
    telling = json.loads(SAMPLE.read_text())
    telling['lessons'][0]['text'] = 'Ask @somebody or see http://wiki/page'
    process = cli('check', '--json', '--edition', 'public', '-', stdin=json.dumps(telling).encode())
    tap.equal((process.returncode, [each['rule'] for each in json.loads(process.stdout)]),
              (FAULTY, ['publish-handle', 'publish-link']), 'check --edition tells what outsiders would see')
    tap.equal(cli('check', '--edition', 'nobody', SAMPLE).returncode, UNUSABLE, 'but of no other edition')

    blaming = {'format': 'afterword', 'version': 1, 'id': 'd', 'title': 'T', 'problems': [
        {'id': 'p', 'text': 'The shop was down.', 'questions': [
            {'id': 'q', 'text': 'Why did you restart it?', 'answers': [{'id': 'a', 'text': 'Human error.', 'same-as': 'b'},
                                                                       {'id': 'b', 'text': 'Bad luck.', 'same-as': 'a', 'contributing-factor': True}]}]}]}
    process = cli('check', '--json', '-', stdin=json.dumps(blaming).encode())
    rules = {each['rule'] for each in json.loads(process.stdout)}
    tap.ok(rules >= {'fewer-than-five-whys', 'blaming-answer', 'ask-how', 'same-as-loops', 'factor-without-lesson'}, 'check looks at the whys', rules)
    mends = [(each['field'], each['replacement']) for each in json.loads(process.stdout) if 'field' in each]
    tap.equal(mends, [('text', 'How did it make sense at the time to restart it?')], 'and offers a mend')
    tap.ok('Perhaps: How did it' in cli('check', '-', stdin=json.dumps(blaming).encode()).stdout.decode(), 'which it prints')


def flatten(text):
    return re.sub(r'\s+', ' ', text)


def check_export(tap, cli):
    process = cli('export', '--to', 'markdown', '-o', '-', SAMPLE)
    text = process.stdout.decode()
    tap.equal(process.returncode, DONE, 'export to standard output')
    wanted = ('Lesson Learned (5/5)', 'Corrective Action (5a)', 'Action Item (5a-i, due 2021-08-05)')
    tap.equal([each for each in wanted if each not in text], [], 'Markdown has the numbers')
    document = json.loads(SAMPLE.read_text())
    lessons = [lesson['text'] for lesson in document['lessons']]
    tap.equal([each for each in lessons if flatten(each) not in flatten(text)], [], 'Markdown has the lessons')

    path = cli.folder / 'out.md'
    tap.equal(cli('export', '-o', path, SAMPLE).returncode, DONE, 'the ending tells Markdown')
    tap.equal(path.read_text() == text, True, 'and it is the same')
    process = cli('export', '--to', 'markdown', '-o', '-', '-', stdin=SAMPLE.read_bytes())
    tap.equal(process.stdout.decode() == text, True, 'export - reads standard input')
    plain = cli.folder / 'out.txt'
    tap.equal(cli('export', '-o', plain, SAMPLE).returncode, DONE, 'the ending tells plain text')
    mail = plain.read_text()
    tap.equal([each for each in (*wanted, *lessons) if flatten(each) not in flatten(mail)], [], 'plain text has the numbers and the lessons')
    tap.equal([line for line in mail.splitlines() if len(line) > 72 and '://' not in line or line != line.rstrip()], [], 'in lines for a mail')
    copy = cli.folder / 'copy.afterword'
    shutil.copyfile(SAMPLE, copy)
    tap.equal(cli('export', '--to', 'markdown', copy).returncode, DONE, 'without -o')
    tap.ok((cli.folder / 'copy.md').is_file(), 'the name follows from that of the document')
    public = cli('export', '--to', 'markdown', '--edition', 'public', '-o', '-', SAMPLE).stdout.decode()
    tap.ok('facilitator of the meetings' in text and 'facilitator of the meetings' not in public, 'the public edition has no working matter')
    tokyo = cli('export', '--to', 'markdown', '--zone', 'Asia/Tokyo', '-o', '-', SAMPLE).stdout.decode()
    tap.ok('≈ Fri 7 May 2021, 04:11' in tokyo and 'Asia/Tokyo' in tokyo and '04:11' not in text, '--zone shows times there')

    pdf = cli.folder / 'out.pdf'
    tap.equal(cli('export', '-o', pdf, SAMPLE).returncode, DONE, 'export to PDF')
    if shutil.which('pdftotext') is None:
        tap.skip('PDF has the lessons', 'pdftotext is missing')
    else:
        read = flatten(subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout)
        plain = flatten(subprocess.run(['pdftotext', pdf, '-'], check=True, capture_output=True, text=True).stdout)
        tap.equal([each for each in wanted if each not in read and each not in plain], [], 'PDF has the numbers')
        tap.equal([each for each in lessons if flatten(each) not in plain and flatten(each) not in read], [], 'PDF has the lessons')

    return [copy]


def check_export_options(tap, cli):
    plain = cli('export', '--to', 'markdown', '-o', '-', SAMPLE).stdout.decode()
    front = cli('export', '--to', 'markdown', '--front-matter', '-o', '-', SAMPLE).stdout.decode()
    tap.ok(front.startswith('---\ntitle: "Rust 1.52.0 fingerprint bug"\n') and front.endswith(plain), '--front-matter')
    tap.ok('```mermaid\nflowchart' in cli('export', '--to', 'markdown', '--mermaid', '-o', '-', SAMPLE).stdout.decode(), '--mermaid')
    ids = cli('export', '--to', 'markdown', '--ids', '-o', '-', SAMPLE).stdout.decode()
    document = json.loads(SAMPLE.read_text())
    tap.equal([each['id'] for each in document['lessons'] if f'<!-- id: {each["id"]} -->' not in ids], [], '--ids')
    letter = cli('export', '--to', 'pdf', '--paper', 'letter', '-o', '-', SAMPLE).stdout
    tap.ok(re.search(rb'/MediaBox \[ ?0 0 612', unpack(letter)) is not None, '--paper letter')
    process = cli('export', '--to', 'pdf', '--paper', 'a3', '-o', '-', SAMPLE)
    tap.ok(process.returncode == UNUSABLE and b'a3' in process.stderr, 'no paper that there is not')
    strange = cli.folder / 'strange.afterword'
    document['title'] = 'odd \U0010fffd'
    strange.write_text(json.dumps(document))
    process = cli('export', '--to', 'pdf', strange)
    tap.ok(process.returncode == DONE and '\U0010fffd' in process.stderr.decode(), 'a missing font is told', said(process))
    tap.equal(cli('export', '--to', 'markdown', strange).stderr, b'', 'but not where none is needed')

    return [strange]


def unpack(pdf):
    """The objects of a PDF, however they are packed."""
    streams = re.findall(rb'stream\n(.*?)\nendstream', pdf, re.S)
    parts = [pdf]
    for stream in streams:
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            pass
    return b''.join(parts)


def limit_files():
    """As on a full disk: no file may grow over 20 kB."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


def check_export_failures(tap, cli):
    """What goes wrong is told, and the file that was there before stays whole."""
    path = cli.folder / 'before.pdf'
    path.write_bytes(b'what was there before')
    process = subprocess.run([cli.binary, 'export', '-o', str(path), str(SAMPLE)], capture_output=True, cwd=cli.folder,
                             env=cli.environment, timeout=120, preexec_fn=limit_files)
    tap.ok(process.returncode == UNUSABLE and b'before.pdf' in process.stderr, 'a full disk is told', said(process))
    tap.equal(path.read_bytes(), b'what was there before', 'and the file before stays whole')
    tap.equal(sorted(each.name for each in cli.folder.iterdir() if each.name.startswith('.')), [], 'and nothing half is left')
    process = cli('export', '-o', cli.folder / 'nowhere' / 'x.pdf', SAMPLE)
    tap.ok(process.returncode == UNUSABLE and b'nowhere' in process.stderr, 'a folder that is not there is told', said(process))
    process = cli('export', '-o', '/dev/full', '--to', 'markdown', SAMPLE)
    tap.ok(process.returncode == UNUSABLE and b'/dev/full' in process.stderr, 'so is a device without room', said(process))
    missing = cli.folder / 'missing.afterword'
    second = cli.folder / 'second.afterword'
    shutil.copyfile(SAMPLE, second)
    process = cli('export', '--to', 'markdown', missing, second)
    tap.ok(process.returncode == UNUSABLE and b'missing.afterword' in process.stderr, 'a file that is not there is told', said(process))
    tap.ok((cli.folder / 'second.md').is_file(), 'and the next one is exported all the same')
    second.unlink()


KINDS = {'outline': '-whys.txt', 'mermaid': '-whys.mmd', 'dot': '-whys.dot', 'svg-whys': '-whys.svg', 'png-whys': '-whys.png',
         'svg-timeline': '-timeline.svg', 'png-timeline': '-timeline.png', 'csv': '-timeline.csv', 'csv-actions': '-actions.csv',
         'ics': '-actions.ics'}
SECRET = 'swordfish'


def plant(document):
    """A secret in an answer for the team, below it, and in an event and an action item for the team."""
    answer = next(each for problem in document['problems'] for question in problem['questions'] for each in question['answers']
                  if each.get('questions'))
    answer['audience'] = 'team'
    answer['text'] += f' {SECRET}'
    answer['questions'][0]['text'] += f' {SECRET} "]; end; %%{{ <script>'
    event = next(each for each in document['events'] if each.get('at'))
    event['audience'] = 'team'
    event['text'] += f' {SECRET}'
    item = next(item for lesson in document['lessons'] for action in lesson.get('actions', []) for item in action.get('items', []))
    item['audience'] = 'team'
    item['text'] = f'{SECRET} {item["text"]}'


def check_figures(tap, cli):
    document = json.loads(SAMPLE.read_text())
    plant(document)
    path = cli.folder / 'figures.afterword'
    path.write_text(json.dumps(document))
    written = {}
    for kind, ending in KINDS.items():
        process = cli('export', '--to', kind, '-o', '-', path)
        written[kind] = process.stdout
        tap.ok(process.returncode == DONE and process.stderr == b'' and SECRET.encode() in process.stdout, f'export --to {kind} to standard output',
               process.stderr.decode())
        tap.equal(cli('export', '--to', kind, path).returncode, DONE, f'{kind} without -o')
        tap.ok((cli.folder / f'figures{ending}').read_bytes() == written[kind], f'is written to …{ending}, and is the same')
        (cli.folder / f'figures{ending}').unlink()
        public = cli('export', '--to', kind, '--edition', 'public', '-o', '-', path)
        tap.ok(public.returncode == DONE and public.stdout != b'' and SECRET.encode() not in public.stdout, f'the public edition of {kind} keeps the secret')

    outline = written['outline'].decode().splitlines()
    tap.ok(outline[0] == document['problems'][0]['text'] and outline[1] == '  ' + document['problems'][0]['questions'][0]['text'],
           'an outline begins with the problem and its question', outline[:2])
    tap.ok(written['mermaid'].startswith(b'flowchart LR\n') and b'<script' not in written['mermaid'] and b'%%' not in written['mermaid'], 'Mermaid is not broken out of')
    for kind in ('svg-whys', 'svg-timeline'):
        root = xml.fromstring(written[kind])
        name = '{http://www.w3.org/2000/svg}'
        tap.equal([root.tag, root[0].tag, root[1].tag], [f'{name}svg', f'{name}title', f'{name}desc'], f'{kind} is XML and has title and description')
        tap.ok(document['title'] in root[0].text and SECRET in root[1].text, f'{kind} says in words what it shows', root[0].text)

    for kind in ('png-whys', 'png-timeline'):
        width, height = struct.unpack('>II', written[kind][16:24])
        tap.ok(written[kind].startswith(b'\x89PNG\r\n\x1a\n') and 400 < width < 32768 and 100 < height < 32768, f'{kind} is a PNG', (width, height))

    for ending, kind in (('.mmd', 'mermaid'), ('.mermaid', 'mermaid'), ('.dot', 'dot'), ('.gv', 'dot'), ('.csv', 'csv'), ('.ics', 'ics'), *((ending, kind) for kind, ending in KINDS.items())):
        output = cli.folder / f'guess{ending}'
        tap.equal(cli('export', '-o', output, path).returncode, DONE, f'the ending {ending} tells {kind}')
        tap.ok(output.read_bytes() == written[kind], 'and it is the same')
        if kind == 'dot' and shutil.which('dot') is not None:
            tap.equal(subprocess.run(['dot', '-Tplain', output], capture_output=True).returncode, 0, 'Graphviz reads it')
        output.unlink()
    rows = list(csv.DictReader(io.StringIO(written['csv'].decode('utf-8-sig'), newline='')))
    tap.equal([row['ID'] for row in rows if row['Before the event'] == 'no'], [each['id'] for each in document['events'] if not each.get('lead-up')],
              'the CSV has a row for every event')
    tap.ok(all(row['Start'] or row['When'] == '—' for row in rows), 'and its time where there is one')
    rows = list(csv.DictReader(io.StringIO(written['csv-actions'].decode('utf-8-sig'), newline='')))
    tap.equal([row['Number'] for row in rows], ['1a-i', '4a-i', '5a-i', 'A1'], 'the CSV of the actions has their numbers')
    tap.equal(written['ics'].count(b'BEGIN:VTODO\r\n'), 4, 'the calendar has a task for every action item')
    for ending in ('svg', 'png'):
        output = cli.folder / f'guess.{ending}'
        process = cli('export', '-o', output, path)
        tap.ok(process.returncode == UNUSABLE and f'{ending}-whys, {ending}-timeline' in said(process) and not output.exists(),
               f'an .{ending} may be either', said(process))
    told = flatten(cli('export', '--help').stdout.decode())
    tap.equal([kind for kind in ('markdown', 'pdf', 'html', 'text', *KINDS) if kind not in told], [], 'export --help names every kind')

    empty = cli.folder / 'empty.afterword'
    document.update(problems=[], events=[], lessons=[])
    document.pop('other-items')
    empty.write_text(json.dumps(document))
    for kind, ending in KINDS.items():
        process = cli('export', '--to', kind, empty)
        tap.ok(process.returncode == FAULTY and 'empty.afterword' in process.stderr.decode() and not (cli.folder / f'empty{ending}').exists(),
               f'{kind} of nothing ends with 1', said(process))
    process = cli('export', '--to', 'dot', empty, path)
    tap.ok(process.returncode == FAULTY and (cli.folder / 'figures-whys.dot').exists(), 'the others are written all the same', said(process))
    (cli.folder / 'figures-whys.dot').unlink()
    empty.unlink()
    path.unlink()


def check_schema(tap, paths):
    if jsonschema is None:
        tap.skip('every written file follows the schema', 'jsonschema is missing')
        return
    schema = json.loads(SCHEMA.read_text())
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for path in paths:
        errors = [f'{list(error.absolute_path)}: {error.message}' for error in validator(schema).iter_errors(json.loads(path.read_text()))]
        tap.equal(errors, [], f'{path.name} follows the schema')
    wrong = json.loads(SAMPLE.read_text())
    wrong['events'][0]['kind'] = 'frobnication'
    tap.ok(not validator(schema).is_valid(wrong), 'the schema knows what is wrong')


def main():
    tap = Tap()
    folder = Path(tempfile.mkdtemp(prefix='afterword-cli-'))
    # The tests run elsewhere, and meson may give a path from its own folder.
    cli = Cli(os.path.abspath(sys.argv[1]), folder)
    try:
        check_help(tap, cli)
        check_wrong_use(tap, cli)
        written = check_new(tap, cli)
        check_reading(tap, cli)
        written += check_format(tap, cli)
        check_show(tap, cli)
        check_review(tap, cli)
        written += check_export(tap, cli)
        written += check_export_options(tap, cli)
        check_export_failures(tap, cli)
        check_figures(tap, cli)
        check_schema(tap, written)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(tap.end())


main()
