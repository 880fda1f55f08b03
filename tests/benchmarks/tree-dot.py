#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures dot of Graphviz on the trees that bench-aft-tree wrote, with the same boxes and gaps.

usage: tree-dot.py LIMIT [TREE.json...]

LIMIT is how many seconds one layout may take. Writes one JSON object as tree-peers.mjs does. A time is that of the
whole process, from its start to the last line of its output.
"""

import json
import os
import statistics
import subprocess
import sys
import time

TIMES = 11
POINTS = 72


def write_graph(tree):
    """Edges are straight lines without arrows, which are the least work."""
    lines = ['digraph {',
             f'rankdir=LR; splines=line; nodesep={tree["sibling_gap"] / POINTS}; ranksep={tree["level_gap"] / POINTS};',
             'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];']
    for i, size in enumerate(zip(tree['widths'], tree['heights'])):
        lines.append(f'{i} [width={size[0] / POINTS}, height={size[1] / POINTS}];')
    lines += [f'{parent} -> {i};' for i, parent in enumerate(tree['parents']) if parent >= 0]
    return '\n'.join(lines + ['}', ''])


def measure_box(output):
    """How wide and high all boxes are together"""
    nodes = [[float(word) for word in line.split()[2:6]] for line in output.splitlines() if line.startswith('node ')]
    return [POINTS * (max(node[axis] + node[axis + 2] / 2 for node in nodes) -
                      min(node[axis] - node[axis + 2] / 2 for node in nodes)) for axis in (0, 1)]


def measure(graph, limit):
    times = []
    end = time.monotonic() + limit
    while len(times) < TIMES and (not times or time.monotonic() < end):
        start = time.monotonic()
        done = subprocess.run(['dot', '-Tplain'], input=graph, capture_output=True, text=True, timeout=limit,
                              check=True)
        times.append((time.monotonic() - start) * 1000)
    width, height = measure_box(done.stdout)
    return {'median': statistics.median(times), 'p95': sorted(times)[int(0.95 * (len(times) - 1))],
            'width': width, 'height': height}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    limit = int(sys.argv[1])
    rows = []
    versions = {}

    for path in sys.argv[2:]:
        row = {'tree': os.path.basename(path)[:-len('.json')], 'peer': 'dot'}
        with open(path, encoding='utf-8') as file:
            tree = json.load(file)
        try:
            if not versions:
                about = subprocess.run(['dot', '-V'], capture_output=True, text=True, check=True)
                versions['dot'] = about.stderr.split('version')[-1].split()[0]
            row.update(measure(write_graph(tree), limit))
        except FileNotFoundError:
            row['failure'] = 'not installed'
        except subprocess.TimeoutExpired:
            row['failure'] = f'over {limit} s'
        except subprocess.CalledProcessError as error:
            row['failure'] = f'failed with {error.returncode}'
        rows.append(row)

    json.dump({'versions': versions, 'rows': rows}, sys.stdout, indent=1)


if __name__ == '__main__':
    main()
