#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tree-peers: measures non-layered-tidy-tree-layout and d3-flextree on the trees
// that bench-aft-tree wrote, with the same boxes and gaps.
//
//   tree-peers.mjs --modules FOLDER --limit SECONDS TREE.json...
//
//   --modules   the node_modules in which the two are installed
//   --limit     how long to repeat one layout
//
// Writes one JSON object: under "versions" those of the peers, and under "rows"
// an array of { tree, peer, median, p95, alone, width, height }, or of
// { tree, peer, failure }. A time is what a caller waits for, from nodes that know
// their children to their coordinates; "alone" leaves out what the peer needs to
// make its own nodes of them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

// One of them was packed for browsers only.
globalThis.window ??= globalThis;

const TIMES = 101;
const FEWEST = 3;

// Depth runs to the right, as with us; both peers grow downwards, so the axes are changed.
function readTree(path) {
  const { level_gap: levelGap, sibling_gap: siblingGap, parents, widths, heights } = JSON.parse(readFileSync(path));
  const nodes = parents.map((_, i) => ({ width: heights[i], height: widths[i], children: [] }));

  parents.forEach((parent, i) => {
    if (parent >= 0)
      nodes[parent].children.push(nodes[i]);
  });

  return { nodes, levelGap, siblingGap };
}

// Each gives [time, time alone, left edge of a node, top edge of a node]; the edges are looked up later.
const PEERS = {
  'non-layered-tidy-tree-layout': module => ({ nodes, levelGap, siblingGap }) => {
    const { BoundingBox, Layout, layout } = module;
    const whole = new Layout(new BoundingBox(siblingGap, levelGap));

    const prepared = whole.convert(nodes[0]);
    const first = performance.now();
    layout(prepared);
    const alone = performance.now() - first;

    const start = performance.now();
    whole.layout(nodes[0]);

    return { time: performance.now() - start, alone, edges: () => nodes.map(node => [node.x, node.y]) };
  },

  'd3-flextree': module => ({ nodes, levelGap, siblingGap }) => {
    const flextree = module.flextree({
      nodeSize: node => [node.data.width + siblingGap, node.data.height + levelGap],
    });

    const start = performance.now();
    const tree = flextree.hierarchy(nodes[0]);
    const first = performance.now();
    flextree(tree);
    const end = performance.now();

    // Its x is the middle.
    const edges = () => {
      const found = new Map();

      tree.each(node => found.set(node.data, [node.x - node.data.width / 2, node.y]));
      return nodes.map(node => found.get(node));
    };

    return { time: end - start, alone: end - first, edges };
  },
};

function quantile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))];
}

function measure(layOut, tree, limit) {
  const times = [];
  const alone = [];
  const end = performance.now() + limit * 1000;
  let last;

  while (times.length < TIMES && (times.length < FEWEST || performance.now() < end)) {
    last = layOut(tree);
    times.push(last.time);
    alone.push(last.alone);
  }

  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  last.edges().forEach(([x, y], i) => {
    left = Math.min(left, x);
    right = Math.max(right, x + tree.nodes[i].width);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + tree.nodes[i].height);
  });

  return {
    median: quantile(times, 0.5), p95: quantile(times, 0.95), alone: quantile(alone, 0.5),
    width: bottom - top, height: right - left,
  };
}

function explain(error) {
  if (error instanceof RangeError)
    return 'overflows the stack';
  return error.code === 'MODULE_NOT_FOUND' ? 'not installed' : String(error.message).split('\n')[0];
}

function main(args) {
  const paths = [];
  let modules = 'node_modules';
  let limit = 10;

  while (args.length > 0) {
    const word = args.shift();

    if (word === '--modules')
      modules = args.shift();
    else if (word === '--limit')
      limit = Number(args.shift());
    else
      paths.push(word);
  }

  const require = createRequire(join(resolve(modules), 'none.js'));
  const versions = {};
  const rows = [];

  for (const [peer, prepare] of Object.entries(PEERS)) {
    for (const path of paths) {
      const row = { tree: basename(path, '.json'), peer };

      try {
        const layOut = prepare(require(peer));

        versions[peer] = JSON.parse(readFileSync(join(modules, peer, 'package.json'))).version;
        Object.assign(row, measure(layOut, readTree(path), limit));
      } catch (error) {
        row.failure = explain(error);
      }
      rows.push(row);
    }
  }

  process.stdout.write(`${JSON.stringify({ versions, rows }, null, 1)}\n`);
}

main(process.argv.slice(2));
