#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits on three pages of the sample with pointer and keys, saves, undoes everything, and saves again."""

from driver import Story, differences, read_json, role, states, text_of

USER_REPORTS = '8e16a71a-f77f-5abe-9e5c-81e916ab5c2d'
BOTH_COST = 'Both options cost users something: errors for some, or slower builds for all.'
BECAUSE = 'Nobody had said beforehand who may decide it'


def find_by_id(value, wanted):
    if isinstance(value, dict):
        if value.get('id') == wanted:
            return value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            found = find_by_id(each, wanted)
            if found is not None:
                return found
    return None


def find_by_text(value, wanted):
    if isinstance(value, dict):
        if value.get('text') == wanted:
            return value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            found = find_by_text(each, wanted)
            if found is not None:
                return found
    return None


def drag_event(story, app):
    app.go(2)
    canvas = app.find('list', 'Timeline')
    card = app.find('list item', lambda name: name.startswith('15:08, A user reports'), below=canvas)
    app.drag(card, 60, 0)
    app.wait_title('• Rust 1.52.0 fingerprint bug')
    app.find('list item', lambda name: 'A user reports an internal' in name and not name.startswith('15:08,'), below=canvas)
    story.ok('a card of the timeline can be dragged')


def ask_why(story, app):
    app.go(3)
    tree = app.find('tree', 'Questions and answers')
    app.click(app.find('tree item', 'Answer: ' + BOTH_COST, below=tree))
    app.wait_focus(lambda found: role(found) == 'tree item' and BOTH_COST in found.get_name(), 'the answer that was clicked')
    app.key('Return')
    app.wait_focus(lambda found: role(found) == 'text', 'the new answer')
    app.type(BECAUSE)
    app.key('Return')
    app.find('tree item', 'Answer: ' + BECAUSE, below=tree)
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '', 'the answer after that')
    app.key('Escape')
    app.find('tree item', 'Answer: ' + BECAUSE, below=tree)
    app.wait(lambda: len(app.all('tree item', 'Answer: Because…', below=tree)) == 0, 'the empty answer to go')
    story.ok('a why can be asked and answered')


def set_due(story, app):
    app.go(4)
    due = app.find('text', 'Due', where=lambda found: text_of(found) == '2021-09-09')
    app.click(due)
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '2021-09-09', 'the due date')
    app.key('ctrl+a')
    app.type('2026-12-24')
    app.key('Return')
    app.find('text', 'Action Item (1a-i, due 2026-12-24)')
    story.ok('a due date can be typed')


def check_saved(story, before, after):
    found = differences(before, after)
    event = find_by_id(after, USER_REPORTS)
    old_event = find_by_id(before, USER_REPORTS)
    instant = event['at']['instant']
    story.check(instant > old_event['at']['instant'], 'the event is later', instant)
    story.equal({key for key in event if event[key] != old_event.get(key)}, {'at'}, 'nothing else of the event changed')

    answer = find_by_text(after, BOTH_COST)
    story.equal(len(answer['questions']), 1, 'the answer has one question')
    question = answer['questions'][0]
    story.equal([(each['text'], set(each)) for each in question['answers']], [(BECAUSE, {'id', 'text'})],
                'the question has the answer, and no empty one')

    item = find_by_id(after, 'a45fa72b-98dc-561b-857f-e5a38d028f47')
    story.equal(item['due'], '2026-12-24', 'the item is due on the day that was typed')

    # The three places, and no other.
    places = set()
    for path, _, _ in found:
        if path.startswith('/events/'):
            places.add('event' if path.split('/')[3] == 'at' else path)
        elif path.startswith('/problems/') and path.endswith('/questions'):
            places.add('why')
        elif path.startswith('/lessons/0/actions/0/items/0/due'):
            places.add('due')
        else:
            places.add(path)
    story.equal(places, {'event', 'why', 'due'}, 'nothing else in the file changed')


def tell(story):
    path = story.home.copy_sample()
    first = path.read_bytes()
    before = read_json(path)
    app = story.start(path)
    app.wait_title('Rust 1.52.0 fingerprint bug')
    story.ok('the sample opens')

    drag_event(story, app)
    ask_why(story, app)
    set_due(story, app)

    app.key('ctrl+s')
    app.wait_title('Rust 1.52.0 fingerprint bug')
    check_saved(story, before, read_json(path))

    undo = app.find('button', 'Undo')
    count = 0
    while 'sensitive' in states(undo):
        count += 1
        if count > 30:
            break
        tooltip = undo.get_description()
        app.key('ctrl+z')
        app.wait(lambda: 'sensitive' not in states(undo) or undo.get_description() != tooltip or count > 1, 'undo')
    story.check(1 < count <= 30, 'everything can be undone', count)
    app.wait_title('• Rust 1.52.0 fingerprint bug')
    app.key('ctrl+s')
    app.wait_title('Rust 1.52.0 fingerprint bug')
    story.check(path.read_bytes() == first, 'the file has its first bytes back', differences(before, read_json(path)))

    app.key('ctrl+q')
    story.equal(app.wait_end(), 0, 'it ends well')


Story().run(tell)
