#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what build-aux/bench measured of reports as two tables.

usage: join-report.py FOLDER VERSION

FOLDER holds report.json.
"""

import sys

from join import number, read

TAGS = ('Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure')

NOTE = '''\
One report as PDF, A4. A whole process from its start, by the clock, and its time in the processors; the
median of the runs after a first one. Memory is the most that one process of it held; Chromium and
LibreOffice have several. "time", "memory" and "size" are ours as a share of theirs. Chromium, WeasyPrint
and LibreOffice are given our HTML, and are asked for tags and an outline where they know how; Typst a
document made from it, with the figures as SVG; XeLaTeX our Markdown, without figures, by way of
pandoc. Each lays it out in its own way, so that it makes pages of its own number.
"recall" is the share of all words of the document that pdftotext finds, in "by tags" those that stand
in the structure; "with words" are the figures that have an alternative text.
'''


def share(ours, theirs):
    return f'{ours / theirs:.3f}'


def print_costs(rows):
    ours = rows[0]
    print(f'{"":26}{"seconds":>9}{"least":>8}{"CPU":>8}{"MB":>9}{"KB":>9}{"pages":>7} │{"time":>8}{"memory":>8}{"size":>8}')
    for row in rows:
        name = f'{row["peer"]} {row["version"]}'.strip()
        if 'failure' in row:
            print(f'{name:<26}  {row["failure"]}')
            continue
        line = (f'{name:<26}{number(row["seconds"], 3):>9}{number(row["least"], 3):>8}{number(row["processor"], 3):>8}'
                f'{row["memory"] / 1e6:>9.1f}{row["bytes"] / 1e3:>9.0f}{row["pages"]:>7} │')
        if row is not ours and 'failure' not in ours:
            line += f'{share(ours["seconds"], row["seconds"]):>8}{share(ours["memory"], row["memory"]):>8}{share(ours["bytes"], row["bytes"]):>8}'
        print(line)


def tell(value):
    return ('yes' if value else 'no') if isinstance(value, bool) else 'no' if value == '' else value


def print_features(rows):
    facts = [(name, (lambda key: lambda row: tell(row[key]))(key)) for name, key in
             (('title', 'title'), ('author', 'author'), ('language', 'language'), ('outline entries', 'outline'),
              ('links inside', 'inner'), ('links outside', 'outer'), ('tagged', 'tagged'))]
    facts += [(f'  {tag}', lambda row, tag=tag: row['tags'][tag]) for tag in TAGS]
    facts += [('  … with words', lambda row: row['told']), ('fonts', lambda row: row['fonts']), ('  embedded', lambda row: row['embedded']),
              ('  subset', lambda row: row['subset']), ('recall', lambda row: f'{row["recall"]:.4f}'),
              ('  by tags', lambda row: f'{row["by tags"]:.4f}')]
    print(f'{"":18}' + ''.join(f'{row["peer"]:>15}' for row in rows))
    for name, get in facts:
        print(f'{name:<18}' + ''.join(f'{get(row):>15}' for row in rows))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    found = read(sys.argv[1], 'report.json')
    rows = found['rows']
    print(f'Afterword {sys.argv[2]}, {found["words"]} words\n')
    print_costs(rows)
    print()
    print_features([row for row in rows if 'failure' not in row])
    print()
    print(NOTE, end='')


if __name__ == '__main__':
    main()
