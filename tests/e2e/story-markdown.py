#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as Markdown, read by two programs that have nothing in common: both see the same, and nobody broke out of it."""

import copy
import ctypes
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import uuid
import xml.etree.ElementTree as xml
from pathlib import Path

from tap import Tap

SOURCE = Path(__file__).resolve().parents[2]
SAMPLES = sorted((SOURCE / 'data' / 'samples').glob('*.afterword'))
SAMPLE = SOURCE / 'data' / 'samples' / 'rust-1.52-fingerprints.afterword'
CMARK = ['cmark-gfm', '--unsafe', *(word for name in ('table', 'strikethrough', 'tasklist', 'autolink') for word in ('-e', name))]
EDITIONS = ('team', 'organisation', 'public')
OPTIONS = ((), ('--mermaid', '--front-matter', '--ids'))
# What a document may not write, but the report does: names of places, ids of items, and lines within a cell.
OWN_HTML = re.compile(r'<a id="[^"<>&\s]+">|</a>|<!-- id: [0-9a-f-]{36} -->|<br>')
# All of GitHub's as md4c knows it: permissive links, tables, struck text and task lists.
MD4C_GITHUB = 0x0004 | 0x0008 | 0x0400 | 0x0100 | 0x0200 | 0x0800
PROSE = {'text', 'one-line', 'surprise', 'impact', 'question', 'answer', 'believed', 'meaning', 'evidence', 'decisions', 'outcome', 'reason'}

NASTY = [
    '# heading', '## heading ##', '> quote', '- item', '1. one', '- [ ] task', '---', '===', '```', '~~~', '    indented', '\ttab',
    '| a | b |', '|---|---|', 'a | b \\| c', '<script>alert(1)</script>', '<a id="5a-i"></a>', '<!-- id: 0 -->', '-->', '<!--', ']]>',
    '<![CDATA[ x', '<?php x ?>', '<!DOCTYPE x>', '</a></td></table>', '<br>', '&lt;b&gt; &#60;b&#62; &copy', '[x](javascript:alert(1))',
    '![x](https://leak.example/x.png)', '[ref]: https://leak.example "x"', '[ref]', '[^1]', '[^1]: note', '`', '``` `` `', '*', '**', '_',
    '__a__', '~a~', '~~a~~', '~~~a~~~', 'a*b*c', 'a_b_c', '*a _b* c_', '\\', 'a\\', '\\\\', '$x$', '$$', '@someone', '#12', ':smile:',
    'https://leak.example/a_b_c', 'see https://leak.example/a(b).', 'www.leak.example', 'a@leak.example', 'ftp://leak.example/x',
    'https://leak.example/?a=1&b=2&copy=3', '<https://leak.example>', '"quoted" \'quoted\'', '\u202egnp.exe\u202c', 'zero\u200bwidth',
    '\u0301alone', 'e\u0301', '👩‍👩‍👧‍👦 🏳️‍🌈', 'نص عربي', '日本語**強調**です', '％', '\ufeff', 'a\u00a0b', 'a\u2028b', '{{ x }} {% y %}', '%%{init}%%',
    'http://', 'www.', 'mailto:', 'a:b', '(5a-i)', '+', '-', '=', '1)', '\\<b>', '\\&lt;', '&', '&amp;amp;', '!', '![', '](', '](x)', '[[x]]',
]
URLS = ['https://leak.example/a b', 'https://leak.example/"x"', 'https://leak.example/(x', 'https://leak.example/x)', 'https://leak.example/[x]',
        'https://leak.example/<x>', 'https://leak.example/`x`', 'https://leak.example/x|y', 'https://leak.example/a*b*c_d_e~~f~~',
        'https://leak.example/\\', 'javascript:alert(1)', 'https://leak.example/&lt;', 'https://leak.example/x\ny', 'mailto:a@leak.example']


class Elements(html.parser.HTMLParser):
    """The elements of a page and its texts, in order, whatever blanks and names of classes a writer likes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.anchors = []
        self.links = []
        self.pictures = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        kept = tuple(sorted((name, self.even(name, value or '')) for name, value in attributes if name in ('href', 'id', 'src', 'start', 'align', 'checked')))
        self.found.append((tag, kept))
        self.anchors += [value for name, value in attributes if tag == 'a' and name == 'id']
        self.links += [value or '' for name, value in attributes if tag == 'a' and name == 'href']
        self.pictures += [value for name, value in attributes if name == 'src']

    @staticmethod
    def even(name, value):
        # One of them writes the letters of an address as bytes that the other leaves, and says more of a tick.
        return urllib.parse.unquote(value) if name == 'href' else '' if name == 'checked' else value

    def handle_endtag(self, tag):
        if tag not in ('input', 'br', 'hr', 'img'):
            self.found.append((f'/{tag}', ()))

    def handle_comment(self, data):
        self.found.append(('!', data))

    def handle_data(self, data):
        words = data.split()
        if words and self.found and isinstance(self.found[-1], str):
            self.found[-1] += ' ' + ' '.join(words)
        elif words:
            self.found.append(' '.join(words))

    def get_text(self):
        return ''.join(part for part in self.found if isinstance(part, str))


def read_with_cmark(markdown, *options):
    return subprocess.run([*CMARK, *options], input=markdown, capture_output=True, text=True, check=True, timeout=60).stdout


class Md4c:
    """The program where it is installed, else the library behind it."""

    def __init__(self):
        self.program = shutil.which('md2html')
        self.library = None
        for name in () if self.program else ('libmd4c-html.so.0', 'libmd4c-html.so'):
            try:
                self.library = ctypes.CDLL(name)
                break
            except OSError:
                pass

    def is_there(self):
        return self.program is not None or self.library is not None

    def __call__(self, markdown):
        if self.program is not None:
            return subprocess.run([self.program, '--github'], input=markdown, capture_output=True, text=True, check=True, timeout=60).stdout
        written = []
        process = ctypes.CFUNCTYPE(None, ctypes.POINTER(ctypes.c_char), ctypes.c_uint, ctypes.c_void_p)(
            lambda text, size, data: written.append(text[:size]))
        text = markdown.encode()
        assert self.library.md_html(text, len(text), process, None, MD4C_GITHUB, 0) == 0
        return b''.join(written).decode()


def squeeze(text):
    """Letters and digits alone"""
    return ''.join(letter for letter in text.casefold() if letter.isalnum())


def find_prose(value, name=''):
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ('figures', 'todos', 'meetings'):
                yield from find_prose(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from find_prose(part, name)
    elif isinstance(value, str) and name in PROSE:
        yield value


def find_lines(text):
    """The lines of a text that are seen, whatever marks they have: definitions of links are not."""
    return [line for line in text.split('\n') if re.search(r'\]:|\]\(', line) is None] if '\n\n' in text else [text]


def holds(all_text, line):
    """Some texts are Markdown, others are just text."""
    return squeeze(line) in all_text or squeeze(Elements(read_with_cmark(line)).get_text()) in all_text


def spread(value, strings, name=''):
    """The same document with something nasty behind every text."""
    if isinstance(value, dict):
        return {key: spread(part, strings, key) for key, part in value.items()}
    if isinstance(value, list):
        return [spread(part, strings, name) for part in value]
    if isinstance(value, str) and name in PROSE | {'title', 'label', 'value', 'unit', 'term', 'note', 'role', 'source', 'tags', 'written', 'reference'}:
        return f'{next(strings)}{value} {next(strings)}'
    if name in ('link', 'tracker'):
        return next(strings.urls)
    return value


class Strings:
    """One nasty text after the other, for ever"""

    def __init__(self, first):
        self.at = first
        self.urls = iter(self.make_urls())

    def __next__(self):
        self.at += 1
        return NASTY[self.at * 7 % len(NASTY)]

    @staticmethod
    def make_urls():
        while True:
            yield from URLS


def harden(document, first):
    strings = Strings(first)
    document = spread(document, strings)
    # As prose, Markdown is read as such; it still ends where its field ends.
    for i, section in enumerate(document['sections']):
        section['text'] = section.get('text', '') + '\n\n' + '\n'.join(NASTY[i * 5:i * 5 + 9]) + '\n\n' + '\n\n'.join(NASTY[i * 3:i * 3 + 4]) + \
            f'\n\n| a | b |\n|---|---|\n| {NASTY[i]} | `{NASTY[i + 1]}` |\n\n- {NASTY[i]}\n\n      {NASTY[i + 1]}\n  1. {NASTY[i + 2]}\n     > {NASTY[i + 3]}'
    # Texts are as many as fields: what none of them held so far stands in events of its own.
    document['events'] += [{'id': str(uuid.uuid5(uuid.NAMESPACE_URL, text)), 'text': text or 'x'} for text in NASTY]
    document['events'] += [{'id': str(uuid.uuid5(uuid.NAMESPACE_DNS, text)), 'text': 'x', 'link': text} for text in URLS]
    lesson = document['lessons'][0]
    document['lessons'] += [{'id': str(uuid.uuid5(uuid.NAMESPACE_OID, text)), 'text': text, 'reason': text} for text in NASTY if squeeze(text)]
    lesson['text'] += '\n\n# Not a heading\n\n- no item'
    return document


def cut_front_matter(tap, markdown, title, what):
    head = re.match(r'---\n((?:[a-z]+: ".*"\n)+)---\n\n', markdown)
    tap.ok(head is not None, f'{what}: front matter', markdown[:300])
    if head is None:
        return markdown
    try:
        facts = {name: json.loads(value) for name, value in (line.split(': ', 1) for line in head[1].splitlines())}
    except ValueError as error:
        facts = {'title': str(error)}
    tap.ok(squeeze(facts['title']) == squeeze(title), f'{what}: the front matter has the title', facts['title'])
    return markdown[head.end():]


def find_own_html(markdown):
    tree = xml.fromstring(read_with_cmark(markdown, '-t', 'xml'))
    name = '{http://commonmark.org/xml/1.0}'
    return [(node.tag, node.text) for kind in ('html_inline', 'html_block') for node in tree.iter(name + kind)]


def find_difference(markdown, md4c):
    """Where the two read it differently, or nothing"""
    one, other = Elements(read_with_cmark(markdown)).found, Elements(md4c(markdown)).found
    if one == other:
        return None
    at = next((i for i, (mine, its) in enumerate(zip(one, other)) if mine != its), min(len(one), len(other)))
    return f'{one[max(at - 4, 0):at + 4]}\n{other[max(at - 4, 0):at + 4]}'


def compare(tap, markdown, md4c, what):
    """Section by section. Where its memory grows within a list, md4c 0.4.8 ends that list; with other text before it, no more."""
    if not md4c.is_there():
        tap.skip(f'{what}: both read the same', 'md4c is missing')
        return
    parts = re.split('^(?=## )', markdown, flags=re.M)
    wrong = [find_difference('Elsewhere.\n\n' * 50 + part, md4c) for part in parts if find_difference(part, md4c) is not None]
    wrong = [each for each in wrong if each is not None]
    tap.ok(len(parts) > 10 and wrong == [], f'{what}: both read the same', '\n'.join(wrong))


def check(tap, binary, md4c, folder, document, what, edition, options):
    source, output = folder / 'x.afterword', folder / 'x.md'
    source.write_text(json.dumps(document))
    process = subprocess.run([binary, 'export', source, '-o', output, '--edition', edition, *options], capture_output=True, timeout=120)
    tap.ok(process.returncode == 0 and process.stderr == b'', f'{what}: is written', process.stderr.decode())
    markdown = output.read_text()
    if '--front-matter' in options:
        markdown = cut_front_matter(tap, markdown, document['title'], what)

    compare(tap, markdown, md4c, what)
    page = Elements(read_with_cmark(markdown))
    foreign = [(tag, text) for tag, text in find_own_html(markdown) if tag.endswith('block') or not OWN_HTML.fullmatch(text)]
    tap.ok(foreign == [], f'{what}: no HTML but our own', foreign)
    text = page.get_text()
    numbers = set(re.findall(r'(?:Corrective Action|Action Item) \((\w+(?:-[ivxl]+)?)[,)]', text)) & {'1a', '5a', '5b', '5a-i', '1a-i', 'A1'}
    counts = {number: page.anchors.count(number) for number in numbers}
    tap.ok({'5a', '5a-i'} <= numbers and set(counts.values()) == {1}, f'{what}: every number is a place, once', counts)
    tap.ok(len(page.anchors) == len(set(page.anchors)), f'{what}: no place twice', sorted(page.anchors))
    tap.ok(page.pictures == [], f'{what}: no picture from elsewhere', page.pictures)
    bad = [link for link in page.links if not link.startswith(('https://', 'http://', 'mailto:')) and link[1:] not in page.anchors]
    tap.ok(bad == [], f'{what}: every link is safe and leads somewhere', bad)
    if edition == 'team':
        all_text = squeeze(text)
        lost = [line for each in find_prose(document) for line in find_lines(each) if not holds(all_text, line)]
        tap.ok(lost == [], f'{what}: has all texts', lost[:4])


def main():
    tap = Tap()
    binary = os.path.abspath(sys.argv[1])
    md4c = Md4c()
    if shutil.which('cmark-gfm') is None:
        print('1..0 # SKIP cmark-gfm is missing')
        return
    folder = Path(tempfile.mkdtemp(prefix='afterword-markdown-'))
    try:
        for path in SAMPLES:
            documents = {path.stem: json.loads(path.read_text())}
            if path == SAMPLE:
                documents |= {f'hostile {i}': harden(copy.deepcopy(documents[path.stem]), i * 31) for i in range(3)}
            for name, document in documents.items():
                for edition in EDITIONS:
                    for options in OPTIONS:
                        check(tap, binary, md4c, folder, document, f'{name}, {edition}{", with all" if options else ""}', edition, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(tap.end())


main()
