#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what build-aux/bench measured as one table.

usage: join.py FOLDER VERSION [REASON]

FOLDER holds ours.json and, unless there is a REASON, theirs.json.
"""

import json
import os
import sys

NOTE = '''\
Milliseconds; median and 95 %. The own time of one frame: with us update, allocate and
snapshot of the timeline and its children, with vis-timeline all script that came of the call
and the style and layout of the page. Painting is in neither, but in "until painted", which is
by the clock. A window of 1200 by 500 pixels; open, first picture and until painted were
measured once, the others over 200 frames, or as many as vis-timeline made in half of its limit.
"near" is 41 events from edge to edge, "zoom" forty steps in and forty out. "shown" counts
cards and marks at the end: with us widgets, there items of the page, also those scrolled out
of sight. As it is, vis-timeline stacks all items; with clusters it joins them, as we do.
"ours/its" is of the medians.
'''


def number(value, digits=2):
    return f'{value:.1f}' if value >= 100 else f'{value:.{digits}f}'


def read(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return json.load(file)


def cell(row, ours):
    """median, 95 %, shown and ratio of vis-timeline, or why there are none"""
    if row is None:
        return f'{"not tried":>38}'
    if 'failure' in row:
        return f'{row["failure"]:>38.38}'
    few = '*' if 1 < row['frames'] < 200 else ' '
    # A zoom that was broken off saw other scales than ours.
    alike = row['median'] > 0 and not (few == '*' and row['what'] == 'zoom')
    ratio = f'{ours["median"] / row["median"]:.3f}' if alike else ''
    return f'{number(row["median"]):>9}{few}{number(row["p95"]):>9}{row["children"]:>8}{ratio:>11}'


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    folder, version = sys.argv[1:3]
    reason = sys.argv[3] if len(sys.argv) > 3 else ''

    ours = read(folder, 'ours.json')
    theirs = {'rows': []} if reason else read(folder, 'theirs.json')

    variants = list(dict.fromkeys(row['variant'] for row in theirs['rows']))
    found = {(row['events'], row['variant'], row.get('what')): row for row in theirs['rows']}

    print(f'Afterword {version}')
    if variants:
        print(f'vis-timeline {theirs["version"]} in {theirs["browser"]}, {theirs["limit"]} s for each measurement')
    print()

    head = f'{"":27}{"Afterword":>27}'
    names = f'{"events":>9}  {"":16}{"median":>9}{"95 %":>9}{"shown":>9}'
    for variant in variants:
        head += f' │{"vis-timeline, " + variant:>38}'
        names += f' │{"median":>9} {"95 %":>9}{"shown":>8}{"ours/its":>11}'
    if variants:
        print(head.rstrip())
    print(names)

    last = None
    for row in ours:
        if last not in (None, row['events']):
            print()
        last = row['events']
        line = (f'{row["events"]:>9}  {row["what"]:<16}{number(row["median"]):>9}{number(row["p95"]):>9}'
                f'{row["children"]:>9}')
        for variant in variants:
            other = found.get((last, variant, row['what'])) or found.get((last, variant, None))
            line += f' │{cell(other, row)}'
        print(line.rstrip())

    print()
    print(NOTE, end='')
    if any(row.get('frames', 1) not in (1, 200) for row in theirs['rows']):
        print('* fewer than 200 frames; a zoom was broken off then, at other scales than ours: no ratio')
    if reason:
        print(f'vis-timeline: not compared: {reason}')


if __name__ == '__main__':
    main()
