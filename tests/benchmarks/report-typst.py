#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a web page of Afterword into a document for Typst, its figures into files beside it.

usage: report-typst.py PAGE.html OUT.typ
"""

import html.parser
import os
import re
import sys

SPECIAL = re.compile(r'([\\#*_`$<>@\[\]~=\-+/\'":.])')
HEAD = '''\
#set document(title: [{title}], author: "{author}")
#set text(font: "DejaVu Sans", size: 9.5pt, lang: "{language}", hyphenate: true)
#set page(paper: "a4", margin: (x: 17mm, top: 18mm, bottom: 20mm), numbering: "1 / 1")
#set par(justify: false)
#show link: underline

'''
SPANS = {'strong': 'strong', 'em': 'emph', 's': 'strike'}
# Where a blank between two elements counts.
INLINE = {*SPANS, 'a', 'span', 'p', 'td', 'th', 'li', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'figcaption'}


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


class Page(html.parser.HTMLParser):
    """Every open element collects what stands in it, and hands it to the one around it when it ends."""

    def __init__(self, stem):
        super().__init__(convert_charrefs=True)
        self.stem = stem
        self.stack = [('', {}, [])]
        self.drawing = None
        self.depth = 0
        self.figures = 0
        self.facts = {'language': 'en', 'title': '', 'author': ''}
        self.tables = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.drawing is not None:
            self.depth += tag == 'svg'
            self.drawing.append(self.get_starttag_text())
            return
        if tag == 'svg':
            self.drawing, self.depth = [self.get_starttag_text()], 1
        elif tag == 'meta':
            if attributes.get('name') == 'author':
                self.facts['author'] = attributes['content'].replace('\\', '').replace('"', '')
        elif tag == 'br':
            self.stack[-1][2].append(' \\\n')
        elif tag != 'link':
            self.stack.append((tag, attributes, []))
        if tag == 'html':
            self.facts['language'] = attributes.get('lang', 'en')
        elif tag == 'table':
            self.tables.append([])
        elif tag == 'tr':
            self.tables[-1].append([])

    def handle_startendtag(self, tag, attributes):
        if self.drawing is not None:
            self.drawing.append(self.get_starttag_text())
        else:
            self.handle_starttag(tag, attributes)

    def handle_data(self, data):
        if self.drawing is not None:
            self.drawing.append(data.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'))
        elif self.stack[-1][0] in ('code', 'pre', 'style'):
            self.stack[-1][2].append(data)
        elif data.strip() != '' or self.stack[-1][0] in INLINE:
            self.stack[-1][2].append(SPECIAL.sub(r'\\\1', re.sub(r'\s+', ' ', data)))

    def handle_endtag(self, tag):
        if self.drawing is not None:
            self.depth -= tag == 'svg'
            self.drawing.append(f'</{tag}>')
            if self.depth == 0:
                self.end_drawing()
            return
        name, attributes, parts = self.stack.pop()
        assert name == tag, (name, tag)
        self.stack[-1][2].append(self.write(tag, attributes, ''.join(parts)))

    def end_drawing(self):
        self.figures += 1
        path = f'{self.stem}-{self.figures}.svg'
        svg = ''.join(self.drawing)
        self.drawing = None
        if 'xmlns=' not in svg[:svg.index('>')]:
            svg = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(svg)
        words = re.search(r'<title[^>]*>([^<]*)</title>', svg)
        alternative = f', alt: {quote(words[1])}' if words else ''
        self.stack[-1][2].append(f'\n#image({quote(os.path.basename(path))}, width: 100%{alternative})\n')

    def write_table(self):
        rows = self.tables.pop()
        cells = '\n'.join(' '.join(f'[{cell}],' for cell in row) for row in rows)
        return f'\n#table(columns: {max(map(len, rows))}, stroke: 0.4pt,\n{cells}\n)\n'

    def write(self, tag, attributes, inner):
        if tag == 'title':
            self.facts['title'] = inner
            return ''
        if tag in ('style', 'script'):
            return ''
        if tag == 'a' and attributes.get('href', '').startswith('http'):
            return f'#link({quote(attributes["href"])})[{inner}]'
        if tag in SPANS:
            return f'#{SPANS[tag]}[{inner}]'
        if tag == 'code':
            return f'#raw({quote(inner)})' if self.stack[-1][0] != 'pre' else inner
        if tag == 'pre':
            return f'\n#raw({quote(inner)}, block: true)\n'
        if tag[0] == 'h' and tag[1:].isdigit():
            return f'\n#heading(level: {tag[1:]})[{inner.strip()}]\n'
        if tag in ('p', 'dt', 'figcaption'):
            return f'\n{inner.strip()}\n'
        if tag == 'dd':
            return f'\n#pad(left: 1em)[{inner.strip()}]\n'
        if tag == 'li':
            return f'[{inner.strip()}],\n'
        if tag in ('ul', 'ol'):
            return f'\n#{"list" if tag == "ul" else "enum"}(\n{inner})\n'
        if tag == 'blockquote':
            return f'\n#quote(block: true)[{inner}]\n'
        if tag in ('td', 'th'):
            self.tables[-1][-1].append(f'#strong[{inner.strip()}]' if tag == 'th' else inner.strip())
            return ''
        if tag == 'table':
            return self.write_table()
        return inner


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    page = Page(os.path.splitext(sys.argv[2])[0])
    with open(sys.argv[1], encoding='utf-8') as file:
        page.feed(file.read())
    page.close()
    text = ''.join(page.stack[0][2])
    with open(sys.argv[2], 'w', encoding='utf-8') as file:
        file.write(HEAD.format(**page.facts) + re.sub(r'\n{3,}', '\n\n', text))


if __name__ == '__main__':
    main()
