#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
//
// vis-timeline: measures vis-timeline in a headless Chromium, the way
// bench-aft-timeline.c measures our timeline.
//
//   vis-timeline.mjs --chromium PROGRAM --modules FOLDER --work FOLDER
//                    [--limit SECONDS] EVENTS...
//
//   --modules   the node_modules in which vis-timeline is installed
//   --work      where the page and the profile of the browser go
//   --limit     how long one measurement may take, 75 if not given
//
// Writes one JSON object: the versions, the limit, and under "rows" an array of
// { events, variant, what, median, p95, children, frames }, or of
// { events, variant, what, failure } where there was no answer.
//
// A time is what the main thread took of its own: the call, all timers and
// frame callbacks that came of it until nothing was pending any more, and the
// style and layout of the page, forced at the end. Painting is left out, except
// of "until painted", which is told by the clock.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const VARIANTS = { 'as it is': {}, 'clusters': { cluster: {} } };

// The steps, the rows of the table they give, and the step without which they aren't tried.
const STEPS = [
  { step: 'open', rows: ['open', 'first picture', 'until painted'] },
  { step: 'panAll', rows: ['pan, all'], needs: 'open' },
  { step: 'zoom', rows: ['zoom'], needs: 'open' },
  { step: 'panNear', rows: ['pan, near'] },
  { step: 'drag', rows: ['drag'], needs: 'panNear' },
];

// Runs in the page, before vis-timeline is loaded.
function watch() {
  const raf = window.requestAnimationFrame.bind(window);
  const later = window.setTimeout.bind(window);
  const SOON_MS = 50;
  let depth = 0;
  let own = 0;
  let pending = 0;

  // Nested calls count once.
  function timed(work) {
    const start = performance.now();

    depth++;
    try {
      return work();
    } finally {
      depth--;
      if (depth === 0)
        own += performance.now() - start;
    }
  }

  window.requestAnimationFrame = callback => {
    pending++;
    return raf(time => {
      pending--;
      timed(() => callback(time));
    });
  };

  const cleared = new Set();
  window.setTimeout = (callback, delay, ...values) => {
    const soon = !(delay > SOON_MS);
    if (soon)
      pending++;
    const id = later(() => {
      if (soon)
        pending--;
      if (!cleared.delete(id))
        timed(() => callback(...values));
    }, delay);
    return id;
  };
  window.clearTimeout = id => cleared.add(id);

  // Until nothing is left to do, then with all of the page laid out.
  async function settle(isDone = () => true) {
    do
      await new Promise(resolve => raf(resolve));
    while (pending > 0 || !isDone());
    timed(() => document.body.offsetHeight);
  }

  window.bench = {
    timed,
    settle,
    begin: () => { own = 0; },
    getOwn: () => own,
    painted: () => new Promise(resolve => raf(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    })),
  };
}

// Runs in the page, after vis-timeline was loaded.
function prepare(nEvents, variant, budget) {
  const { timed, settle, begin, getOwn, painted } = window.bench;
  const FRAMES = 200;
  const NEAR = 20;
  const WIDTH = 1200;
  const container = document.getElementById('timeline');
  const items = createItems();
  const middle = nEvents / 2;
  let timeline = null;
  let moved = 0;

  // Bursts of events, as in an incident: most within minutes of each other, then hours of quiet.
  function createItems() {
    const made = [];
    let state = 42;
    let at = 1620300000;

    function random(from, to) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return from + Math.floor(state / 4294967296 * (to - from));
    }

    for (let i = 0; i < nEvents; i++) {
      const item = {
        id: i,
        content: `Event ${i}: something was seen, said or done`,
        start: new Date(at * 1000),
        className: `kind-${i % 5}`,
      };

      at += random(1, i % 100 === 0 ? 20000 : 240);
      if (i % 7 === 0)
        item.end = new Date((at + 300) * 1000);
      made.push(item);
    }

    return made;
  }

  function countItems() {
    return container.querySelectorAll('.vis-item:not(.vis-line, .vis-dot)').length;
  }

  // All that is seen is what came first; where it never came, the rest starts near.
  function create(isNear) {
    const options = {
      width: `${WIDTH}px`,
      height: '500px',
      showCurrentTime: false,
      editable: { updateTime: true },
      itemsAlwaysDraggable: { item: true, range: true },
      snap: null,
      onMoving: (item, callback) => { moved++; callback(item); },
      ...variant,
    };

    if (isNear) {
      options.start = items[middle - NEAR].start;
      options.end = items[middle + NEAR].start;
    }
    timed(() => {
      timeline = new vis.Timeline(container, new vis.DataSet(items), options);
    });
  }

  function isShown() {
    const root = container.querySelector('.vis-timeline');
    return root !== null && getComputedStyle(root).visibility === 'visible' && countItems() > 0;
  }

  async function showAll() {
    if (timeline === null)
      create(false);
    else
      timeline.fit({ animation: false });
    await settle(isShown);
  }

  async function showNear() {
    if (timeline === null)
      create(true);
    else
      timeline.setWindow(items[middle - NEAR].start, items[middle + NEAR].start, { animation: false });
    await settle(isShown);
  }

  // As many frames as ours, or as many as there is time for.
  async function measure(step) {
    const times = [];
    const start = performance.now();

    for (let i = 0; i < FRAMES && performance.now() - start < budget; i++) {
      begin();
      timed(() => step(i));
      await settle();
      times.push(getOwn());
    }
    times.sort((a, b) => a - b);

    return {
      median: times[Math.floor(0.5 * (times.length - 1))],
      p95: times[Math.floor(0.95 * (times.length - 1))],
      children: countItems(),
      frames: times.length,
    };
  }

  function pan(i) {
    const { start, end } = timeline.getWindow();
    const by = (end - start) / WIDTH * (i % 20 < 10 ? 37 : -37);

    timeline.setWindow(+start + by, +end + by, { animation: false });
  }

  function zoom(i) {
    const { start, end } = timeline.getWindow();
    const factor = i % 80 < 40 ? 1 / 1.25 : 1.25;
    const about = +items[middle].start;

    timeline.setWindow(about - (about - start) * factor, about + (end - about) * factor, { animation: false });
  }

  function send(target, type, x, y) {
    target.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, composed: true, pointerId: 1, pointerType: 'mouse', isPrimary: true,
      button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1, clientX: x, clientY: y,
    }));
  }

  // A card nothing lies on, as near to the middle as there is one.
  function findCard() {
    const cards = [...container.querySelectorAll('.vis-item.vis-box:not(.vis-cluster)')]
      .map(card => ({ card, box: card.getBoundingClientRect() }))
      .sort((a, b) => Math.abs(a.box.left - WIDTH / 2) - Math.abs(b.box.left - WIDTH / 2));

    for (const { card, box } of cards) {
      const target = document.elementFromPoint(box.left + 6, box.top + 6);
      if (card.contains(target))
        return [target, box.left + 6, box.top + 6];
    }
    throw new Error('nothing in sight to drag');
  }

  // One object for each row of the table.
  window.steps = {
    async open() {
      const start = performance.now();

      begin();
      create(false);
      const open = getOwn();
      const opened = countItems();
      await settle(isShown);
      const first = getOwn();
      await painted();
      const clock = performance.now() - start;
      const row = (what, value, children) => ({ what, median: value, p95: value, children, frames: 1 });

      return [
        row('open', open, opened),
        row('first picture', first, countItems()),
        row('until painted', clock, countItems()),
      ];
    },

    async panAll() {
      await showAll();
      return [{ what: 'pan, all', ...await measure(pan) }];
    },

    async zoom() {
      await showAll();
      return [{ what: 'zoom', ...await measure(zoom) }];
    },

    async panNear() {
      await showNear();
      return [{ what: 'pan, near', ...await measure(pan) }];
    },

    async drag() {
      await showNear();

      const [target, x, y] = findCard();
      send(target, 'pointerdown', x, y);
      send(target, 'pointermove', x + 10, y + 1);
      await settle();
      const row = { what: 'drag', ...await measure(i => send(target, 'pointermove', x + 20 + i % 40, y + 3)) };
      send(target, 'pointerup', x + 20, y + 3);
      if (moved < row.frames)
        throw new Error('the item did not follow');

      return [row];
    },
  };
}

// A browser that is spoken to through two pipes, with a profile of its own.
class Browser {
  #child;
  #profile;
  #waiting = new Map();
  #lastId = 0;
  #rest = '';
  #session;

  constructor(program, work) {
    this.#profile = join(work, 'profile');
    rmSync(this.#profile, { recursive: true, force: true });
    mkdirSync(this.#profile, { recursive: true });

    const flags = [
      '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--window-size=1280,640', '--remote-debugging-pipe',
      `--user-data-dir=${this.#profile}`,
    ];
    if (process.getuid?.() === 0)
      flags.push('--no-sandbox');

    // A process group of its own, so that all of it can be ended.
    this.#child = spawn(program, [...flags, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });
    this.#child.on('error', error => this.#fail(error));
    this.#child.on('exit', () => this.#fail(new Error('the browser ended')));
    this.#child.stdio[3].on('error', () => {});
    this.#child.stdio[4].setEncoding('utf8').on('data', text => this.#read(text));
  }

  #read(text) {
    const messages = (this.#rest + text).split('\0');

    this.#rest = messages.pop();
    for (const message of messages.map(JSON.parse)) {
      const waiting = this.#waiting.get(message.id);
      if (waiting === undefined)
        continue;
      this.#waiting.delete(message.id);
      if (message.error)
        waiting.reject(new Error(message.error.message));
      else
        waiting.resolve(message.result);
    }
  }

  #fail(error) {
    for (const waiting of this.#waiting.values())
      waiting.reject(error);
    this.#waiting.clear();
  }

  send(method, params = {}) {
    const id = ++this.#lastId;

    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.#session }) + '\0');
    });
  }

  async open(url) {
    const { targetId } = await this.send('Target.createTarget', { url });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
    for (let loaded = false; !loaded;)
      loaded = await this.run('document.readyState === "complete" && typeof vis === "object"');
  }

  async run(expression) {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });

    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description?.split('\n')[0] ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  async getVersion() {
    return (await this.send('Browser.getVersion')).product;
  }

  async close() {
    const ended = this.#child.exitCode !== null || this.#child.pid === undefined
      ? Promise.resolve() : new Promise(resolve => this.#child.once('exit', resolve));

    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

function within(seconds, promise) {
  let timer;
  const limit = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), seconds * 1000);
  });

  promise.catch(() => {});
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function writePage(modules, work) {
  const page = join(work, 'page.html');
  const vis = relative(work, join(modules, 'vis-timeline'));

  writeFileSync(page, `<!DOCTYPE html>
<meta charset="utf-8">
<title>vis-timeline</title>
<link rel="stylesheet" href="${vis}/styles/vis-timeline-graph2d.min.css">
<style>body { margin: 0 } #timeline { width: 1200px; height: 500px }</style>
<div id="timeline"></div>
<script>(${watch})()</script>
<script src="${vis}/standalone/umd/vis-timeline-graph2d.min.js"></script>
`);

  return pathToFileURL(page).href;
}

async function measureCount(options, url, nEvents, name, rows) {
  let browser = null;

  async function start() {
    browser = new Browser(options.chromium, options.work);
    await within(30, browser.open(url));
    const variant = JSON.stringify(VARIANTS[name]);
    // Half of the limit is for the frames, the other for what comes before them.
    await within(options.limit, browser.run(`(${prepare})(${nEvents}, ${variant}, ${options.limit * 500})`));
  }

  try {
    const failed = new Map();

    for (const { step, rows: names, needs } of STEPS) {
      try {
        if (failed.has(needs))
          throw failed.get(needs);
        if (browser === null)
          await start();
        for (const row of await within(options.limit, browser.run(`window.steps.${step}()`)))
          rows.push({ events: nEvents, variant: name, ...row });
      } catch (error) {
        failed.set(step, error);
        for (const what of names)
          rows.push({ events: nEvents, variant: name, what, failure: error.message.replace(/^Error: /, '') });
        await browser?.close();
        browser = null;
      }
      process.stderr.write('.');
    }
  } finally {
    await browser?.close();
  }
}

function readOptions() {
  const options = { limit: 75, counts: [] };
  const values = process.argv.slice(2);

  while (values.length > 0) {
    const value = values.shift();
    if (value === '--limit')
      options.limit = Number(values.shift());
    else if (value.startsWith('--'))
      options[value.slice(2)] = value === '--chromium' ? values.shift() : resolve(values.shift());
    else
      options.counts.push(Number(value));
  }

  return options;
}

const options = readOptions();
const rows = [];
const modules = options.modules;
const url = writePage(modules, options.work);
const { version } = JSON.parse(readFileSync(join(modules, 'vis-timeline', 'package.json'), 'utf8'));

const probe = new Browser(options.chromium, options.work);
const browser = await within(30, probe.getVersion()).finally(() => probe.close());

for (const name of Object.keys(VARIANTS)) {
  let isHopeless = false;

  for (const nEvents of options.counts) {
    if (isHopeless) {
      rows.push({ events: nEvents, variant: name, failure: 'not tried' });
      continue;
    }
    await measureCount(options, url, nEvents, name, rows);
    isHopeless = rows.filter(row => row.events === nEvents && row.variant === name).every(row => row.failure);
  }
}
process.stderr.write('\n');
process.stdout.write(JSON.stringify({ version, browser, limit: options.limit, rows }, null, 1) + '\n');
