#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds a tree of whys with the keyboard, drags its branches with a real pointer, and compares the file after each step."""

import json
import time

from driver import Story, differences, name, read_json, role, run, states, text_of

TITLE = 'Sign-in outage'
EMPTY = {
    'format': 'afterword', 'version': 1, 'id': '5f0c7a5e-8a3c-4f4e-9a51-0f6f1c7a9b10', 'title': TITLE, 'template': 'minimal',
}


def shape(item):
    """The texts of a tree of whys, with those below them."""
    below = item.get('questions') or item.get('answers') or []
    return (item['text'], [shape(each) for each in below]) if below else item['text']


class Whys:
    def __init__(self, story, app, path):
        self.story = story
        self.app = app
        self.path = path

    def save(self):
        self.app.key('ctrl+s')
        self.app.wait_title(TITLE)
        return read_json(self.path)

    def in_sight(self, found):
        x, y = self.app.middle(found)
        return 'visible' in states(found) and 40 < x < 860 and y > 150

    def box(self, words):
        """The box with these words; what is out of sight is looked for, as a user would."""
        def test(label):
            return label.endswith(': ' + words)

        time.sleep(0.3)
        if self.app.look('tree item', test, where=self.in_sight) is None:
            self.app.key('ctrl+f')
            self.app.wait_focus(lambda found: role(found) in ('text', 'entry'), 'the search')
            self.app.type(words)
            self.app.find('label', lambda label: label.startswith('1 of '))
            self.app.key('Escape')
        found = self.app.find('tree item', test, where=self.in_sight)
        time.sleep(0.3)
        return found

    def edited(self):
        self.app.wait_title('• ' + TITLE)
        time.sleep(0.4)
        return self.save()

    def undo(self, before):
        self.app.key('ctrl+z')
        self.app.wait_title('• ' + TITLE)
        time.sleep(0.4)
        self.story.equal(differences(before, self.save()), [], 'undone, the file is as it was')


def write(whys, text, *keys):
    app = whys.app
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '', f'an empty box for {text!r}')
    app.type(text)
    app.wait(lambda: text_of(app.focused()) == text, f'{text!r} to be typed')
    app.key(*keys)


def build(whys):
    """Three branches, without the pointer."""
    app = whys.app
    app.find('button', 'Add Problem')
    app.click(app.find('button', 'Add Problem'))
    write(whys, 'Sign-in failed', 'Return')
    write(whys, 'The key had expired', 'Return')
    write(whys, 'Nobody renewed it', 'Return')
    write(whys, 'The reminder went to a list nobody reads', 'shift+Return')
    write(whys, 'The owner had left', 'ctrl+shift+Return')
    write(whys, 'There was no second key', 'shift+Return')
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '', 'one more box')
    app.key('Escape')
    app.wait_focus(lambda found: role(found) == 'tree item', 'the box above')
    document = whys.edited()
    whys.story.equal(shape(document['problems'][0]), (
        'Sign-in failed', [('Sign-in failed – why?', [('The key had expired', [('The key had expired – why?', [(
            'Nobody renewed it', [
                ('Nobody renewed it – why?', ['The reminder went to a list nobody reads', 'The owner had left']),
                ('What else made this possible?', ['There was no second key']),
            ])])])])]), 'the tree is in the file')
    return document


def type_an_answer(whys, before):
    app = whys.app
    app.click(whys.box('The key had expired'))
    app.wait_focus(lambda found: role(found) == 'tree item' and name(found).endswith('The key had expired'), 'the box')
    app.type('Its date was not watched')
    app.wait(lambda: text_of(app.focused()) == 'Its date was not watched', 'the letters to arrive, the first one too')
    app.key('Tab')
    after = whys.edited()
    answers = after['problems'][0]['questions'][0]['answers'][0]['questions'][0]['answers']
    whys.story.equal([answer['text'] for answer in answers], ['Nobody renewed it', 'Its date was not watched'],
                     'typing with a box chosen answers its question')
    whys.undo(before)


def mark(whys, before):
    app = whys.app
    app.click(whys.box('There was no second key'))
    app.key('ctrl+3')
    after = whys.edited()
    whys.story.equal([value for _, _, value in differences(before, after)], ['ruled-out'], 'a key rules an answer out')
    app.find('tree item', 'Answer: There was no second key', where=lambda found: 'Ruled out' in (found.get_description() or ''))
    whys.story.ok('and a screen reader hears of it')
    whys.undo(before)


def drag(whys, before):
    app = whys.app
    target = whys.box('There was no second key')
    moved = whys.box('The owner had left')
    from_x, from_y = app.middle(moved)
    to_x, to_y = app.middle(target)
    app.drag(moved, to_x - from_x, to_y - from_y, release=False)
    run('xdotool', 'key', 'Escape')
    run('xdotool', 'mouseup', '1')
    time.sleep(0.4)
    whys.story.equal(app.title(), TITLE, 'Escape drops what is dragged')

    app.drag(whys.box('The owner had left'), to_x - from_x, to_y - from_y)
    after = whys.edited()
    questions = after['problems'][0]['questions'][0]['answers'][0]['questions'][0]['answers'][0]['questions']
    whys.story.equal([shape(question) for question in questions], [
        ('Nobody renewed it – why?', ['The reminder went to a list nobody reads']),
        ('What else made this possible?', [('There was no second key', [('There was no second key – why?', ['The owner had left'])])]),
    ], 'a branch that is dragged into a box hangs on it')
    whys.undo(before)

    # The upper edge of the other answer means before it.
    first = whys.box('The reminder went to a list nobody reads')
    moved = whys.box('The owner had left')
    extents = first.get_extents(1)
    app.drag(moved, app.middle(first)[0] - app.middle(moved)[0],
             app.middle(first)[1] - extents.height // 2 + 5 - app.middle(moved)[1])
    after = whys.edited()
    answers = after['problems'][0]['questions'][0]['answers'][0]['questions'][0]['answers'][0]['questions'][0]['answers']
    whys.story.equal([answer['text'] for answer in answers], ['The owner had left', 'The reminder went to a list nobody reads'],
                     'one that is dragged to an edge stands before it')
    whys.undo(before)


def move_with_keys(whys, before):
    app = whys.app
    app.click(whys.box('The owner had left'))
    app.key('alt+Up')
    after = whys.edited()
    answers = after['problems'][0]['questions'][0]['answers'][0]['questions'][0]['answers'][0]['questions'][0]['answers']
    whys.story.equal([answer['text'] for answer in answers], ['The owner had left', 'The reminder went to a list nobody reads'],
                     'a key does the same')
    whys.undo(before)


def cut_and_paste(whys, before):
    app = whys.app
    app.click(whys.box('The owner had left'))
    app.key('ctrl+x')
    app.wait(lambda: not app.all('tree item', 'Answer: The owner had left'), 'the branch to go')
    app.click(whys.box('There was no second key'))
    app.key('ctrl+v')
    whys.box('The owner had left')
    after = whys.edited()
    questions = after['problems'][0]['questions'][0]['answers'][0]['questions'][0]['answers'][0]['questions']
    whys.story.equal(shape(questions[1]), (
        'What else made this possible?', [('There was no second key', [('There was no second key – why?', ['The owner had left'])])]),
        'what was cut is pasted elsewhere')
    app.key('ctrl+z')
    time.sleep(0.5)
    whys.undo(before)


def fold(whys):
    app = whys.app
    app.click(whys.box('Nobody renewed it'))
    app.key('space')
    app.wait(lambda: not app.all('tree item', 'Answer: The owner had left', where=lambda found: 'visible' in states(found)), 'the branch to fold')
    whys.story.equal(app.title(), TITLE, 'folding is no edit')
    app.key('space')
    whys.box('The owner had left')
    whys.story.ok('and opens again')


def tell(story):
    path = story.home.documents / 'mine.afterword'
    path.write_text(json.dumps(EMPTY), encoding='utf-8')
    app = story.start(path)
    app.wait_title(TITLE)
    app.go(3)
    whys = Whys(story, app, path)

    built = build(whys)
    type_an_answer(whys, built)
    mark(whys, built)
    drag(whys, built)
    move_with_keys(whys, built)
    cut_and_paste(whys, built)
    fold(whys)
    for _ in range(60):
        app.key('ctrl+z')
    app.wait(lambda: not app.all('tree item', lambda label: label.startswith('Problem')), 'the tree to go')
    story.equal(whys.edited().get('problems', []), [], 'everything is undone to the start')
    for _ in range(20):
        app.key('ctrl+shift+z')
    whys.box('There was no second key')
    time.sleep(0.5)
    story.check(whys.edited()['problems'][0]['text'] == 'Sign-in failed', 'and redone')

    app.key('ctrl+w')
    story.equal(app.wait_end(), 0, 'it closes without a question')


Story().run(tell)
