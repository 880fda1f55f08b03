#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what build-aux/bench measured of trees as one table.

usage: join-tree.py FOLDER VERSION [REASON]

FOLDER holds ours.json, dot.json and, unless there is a REASON, npm.json.
"""

import sys

from join import number, read

NPM = ['non-layered-tidy-tree-layout', 'd3-flextree']

NOTE = '''\
Milliseconds, and millions of square pixels of the box around all. All lay out the same boxes with
the same gaps, to the right. "whys": questions of 130 by 30-60 and answers of 220 by 60-200 pixels in
turn; "mixed": many small boxes, a few up to 900 by 600. An edit is a layout anew; ours counts the edit
as well. With the two from npm the time is that from linked nodes to coordinates, in a process that has
laid out before, and alone without what they need to make nodes of their own; with dot it is that of a
whole process, and it lays out in levels, without parents over the middle of their children. "time" and
"area" are ours as a share of theirs, by the median; theirs is the whole layout, without stacks, in
every row.
'''


def share(ours, theirs):
    ratio = ours / theirs
    return f'{ratio:.3f}' if ratio >= 0.01 else f'1/{1 / ratio:.0f}'


def area(row):
    return row['width'] * row['height'] / 1e6


def cell(row, ours, reason):
    """median, alone, time and area of a peer, or why there are none"""
    if row is None or 'failure' in row:
        return f'{row["failure"] if row else reason:>34.34}'
    alone = number(row['alone'], 3) if 'alone' in row else ''
    return (f'{number(row["median"], 3):>9}{alone:>9}{share(ours["median"], row["median"]):>8}'
            f'{area(ours) / area(row):>8.2f}')


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    folder, version = sys.argv[1:3]
    reason = sys.argv[3] if len(sys.argv) > 3 else ''

    ours = read(folder, 'ours.json')
    npm = {'versions': {}, 'rows': []} if reason else read(folder, 'npm.json')
    dot = read(folder, 'dot.json')
    found = {(row['tree'], row['peer']): row for row in npm['rows'] + dot['rows']}
    versions = npm['versions'] | dot['versions']
    peers = ([] if reason else NPM) + ['dot']

    print(f'Afterword {version}\n')
    head = f'{"":27}{"Afterword":>30}'
    names = f'{"nodes":>8}  {"boxes":<7}{"":<16}{"median":>8}{"95 %":>8}{"Mpx":>10} '
    for peer in peers:
        name = f'{peer} {versions[peer]}' if peer in versions else peer
        head += f' │{name:>34}'
        names += f'│{"median":>9}{"alone" if peer != "dot" else "":>9}{"time":>8}{"area":>8} '
    print(head.rstrip())
    print(names.rstrip())

    last = None
    for row in ours:
        tree = f'tree-{row["nodes"]}-{row["boxes"]}'
        if last not in (None, tree):
            print()
        last = tree
        line = (f'{row["nodes"]:>8}  {row["boxes"]:<7}{row["what"]:<16}{number(row["median"], 4):>8}'
                f'{number(row["p95"], 4):>8}{number(area(row)):>10} ')
        for peer in peers:
            line += f'│{cell(found.get((tree, peer)), row, "not tried")} '
        print(line.rstrip())

    print()
    print(NOTE, end='')
    if reason:
        print(f'those from npm: not compared: {reason}')


if __name__ == '__main__':
    main()
