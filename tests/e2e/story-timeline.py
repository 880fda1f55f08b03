#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works on the timeline with a real pointer and real keys, and compares the file after each step."""

import time

from driver import Story, differences, name, read_json, role, run, states, text_of

TITLE = 'Rust 1.52.0 fingerprint bug'
USER_REPORTS = 'A user reports an internal'
TOLD = 'A text that describes'


def event_of(document, words):
    return next(each for each in document['events'] if each['text'].startswith(words))


def instant_of(document, words):
    return event_of(document, words)['at']['instant']


class Timeline:
    def __init__(self, story, app, path):
        self.story = story
        self.app = app
        self.path = path
        self.first = read_json(path)
        self.canvas = app.find('list', 'Timeline')

    def card(self, words):
        return self.app.find('list item', lambda found: words in found and not found.startswith('Nothing'), below=self.canvas,
                             where=lambda found: self.app.middle(found)[0] > 0)

    def save(self):
        self.app.key('ctrl+s')
        self.app.wait_title(TITLE)
        return read_json(self.path)

    def undo(self):
        self.app.key('ctrl+z')
        self.app.wait_title('• ' + TITLE)
        document = self.save()
        self.story.equal(differences(self.first, document), [], 'undone, the file is as it was')

    def edit(self, words):
        self.app.wait_title('• ' + TITLE)
        document = self.save()
        self.story.check(document != self.first, words)
        return document


def drag_at_three_zooms(timeline):
    app = timeline.app
    for zoom in range(3):
        before = instant_of(timeline.first, TOLD)
        app.drag(timeline.card(TOLD), 50, 0)
        after = timeline.edit(f'a card is dragged at zoom {zoom}')
        timeline.story.check(instant_of(after, TOLD) > before, 'it is later', instant_of(after, TOLD))
        timeline.story.equal({path.split('/')[2] for path, _, _ in differences(timeline.first, after)},
                             {str(timeline.first['events'].index(event_of(timeline.first, TOLD)))},
                             'no other event moved')
        timeline.undo()
        app.click(timeline.card(TOLD))
        app.key('ctrl+plus', 'ctrl+plus')
        time.sleep(0.5)
    app.key('ctrl+0')
    time.sleep(0.5)


def drag_over_fold(timeline):
    app = timeline.app
    folds = app.all('button', lambda found: found.startswith('Nothing happened for'), below=timeline.canvas)
    fold = max((app.middle(found)[0] for found in folds))
    card = timeline.card(TOLD)
    # A card begins where its event stands, and is less than 200 pixels wide.
    app.drag(card, fold - app.middle(card)[0] + 140, 0, steps=40)
    after = timeline.edit('a card is dragged over a fold')
    timeline.story.check(instant_of(after, TOLD) > '2021-05-30', 'it is weeks later', instant_of(after, TOLD))
    timeline.undo()


def drop_it(timeline):
    app = timeline.app
    app.drag(timeline.card(TOLD), 70, 5, release=False)
    # Not as other keys, for which the button would be let go first.
    run('xdotool', 'key', 'Escape')
    run('xdotool', 'mouseup', '1')
    time.sleep(0.5)
    timeline.story.equal(app.title(), TITLE, 'Escape drops what is dragged')


def drag_two(timeline):
    app = timeline.app
    app.click(timeline.card(USER_REPORTS))
    run('xdotool', 'keydown', 'ctrl')
    app.click(timeline.card(TOLD))
    run('xdotool', 'keyup', 'ctrl')
    app.wait(lambda: sum('selected' in states(found) for found in app.all('list item', below=timeline.canvas)) == 2,
             'two chosen events')
    timeline.story.ok('a click with Ctrl chooses one more')
    app.drag(timeline.card(TOLD), 50, 0)
    after = timeline.edit('two are dragged together')
    timeline.story.check(instant_of(after, USER_REPORTS) > instant_of(timeline.first, USER_REPORTS) and
                         instant_of(after, TOLD) > instant_of(timeline.first, TOLD), 'both are later')
    timeline.undo()


def use_keys(timeline):
    app = timeline.app
    app.click(timeline.card(USER_REPORTS))
    app.wait_focus(lambda found: role(found) == 'list item' and USER_REPORTS in name(found), 'the card')
    app.key('alt+Right')
    after = timeline.edit('a key moves what is chosen')
    timeline.story.check(instant_of(after, USER_REPORTS) > instant_of(timeline.first, USER_REPORTS), 'it is later')
    timeline.undo()


def open_fold(timeline):
    app = timeline.app
    folds = app.all('button', lambda found: found.startswith('Nothing happened for'), below=timeline.canvas)
    folds = [found for found in folds if app.middle(found)[0] > 0]
    timeline.story.check(len(folds) > 1, 'quiet stretches are folded', len(folds))
    label = name(folds[0])
    app.click(folds[0])
    app.wait(lambda: not [found for found in app.all('button', label, below=timeline.canvas)
                          if app.middle(found)[0] > 0 and 'visible' in states(found)], 'the fold to open')
    timeline.story.ok('a click opens a fold')
    app.key('ctrl+0')
    timeline.story.equal(app.title(), TITLE, 'which is no edit')


def write_lines(timeline):
    app = timeline.app
    line = app.find('text', 'New event: time and what happened')
    count = len(timeline.first['events'])
    app.click(line)
    app.wait_focus(lambda found: role(found) == 'text' and name(found) == 'New event: time and what happened', 'the line')
    for words in ('2021-05-07 09:15 the first thing', '09:20 the second', '09:30 the third'):
        app.type(words)
        app.key('Return')
        app.wait(lambda: text_of(line) == '', 'the line to be empty')
    after = timeline.edit('three lines are three events')
    timeline.story.equal([each['text'] for each in after['events'][count:]], ['the first thing', 'the second', 'the third'],
                         'as they were written')
    # The document shows New York's clock, four hours behind.
    timeline.story.equal([each['at']['instant'] for each in after['events'][count:]],
                         ['2021-05-07T13:15:00Z', '2021-05-07T13:20:00Z', '2021-05-07T13:30:00Z'],
                         'each on the day of the one before')
    app.key('ctrl+z', 'ctrl+z')
    timeline.undo()


def tell(story):
    path = story.home.copy_sample()
    first = path.read_bytes()
    app = story.start(path)
    app.wait_title(TITLE)
    app.go(2)
    timeline = Timeline(story, app, path)

    drag_at_three_zooms(timeline)
    drag_over_fold(timeline)
    drop_it(timeline)
    drag_two(timeline)
    use_keys(timeline)
    open_fold(timeline)
    write_lines(timeline)

    story.check(path.read_bytes() == first, 'the file has its first bytes back', differences(timeline.first, read_json(path)))
    app.key('ctrl+q')
    story.equal(app.wait_end(), 0, 'it ends well')


Story().run(tell)
