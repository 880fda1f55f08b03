#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills Afterword in the middle of the work and gets the work back."""

import json

from driver import Story, differences, read_json, role, text_of

LESSON = 'Test how people work, not only what they build.'
TYPED = ' Every week.'


def journals(story):
    return [path for path in story.home.journals.glob('*') if path.is_file() and path.suffix != '.lock'] \
        if story.home.journals.is_dir() else []


def tell(story):
    path = story.home.copy_sample()
    first = path.read_bytes()
    app = story.start(path)
    app.wait_title('Rust 1.52.0 fingerprint bug')

    app.go(4)
    app.click(app.find('text', 'Lesson Learned (4/5)'))
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == LESSON, 'the lesson')
    app.key('End')
    app.type(TYPED)
    app.wait(lambda: text_of(app.find('text', 'Lesson Learned (4/5)')) == LESSON + TYPED, 'the text to be typed')
    # Every character is an edit of its own there.
    app.wait(lambda: sum(each.read_bytes().count(b'"insert": ') for each in journals(story)) == len(TYPED), 'the journal')
    story.ok('the journal knows of the edit')
    story.check(path.read_bytes() == first, 'the file does not')
    app.kill()

    app = story.start()
    app.dialog('Recover Unsaved Work?')
    story.ok('what the crash left is offered')
    app.answer('Recover Unsaved Work?', 'Recover')
    app.wait_title('• Rust 1.52.0 fingerprint bug')
    app.go(4)
    lesson = app.find('text', 'Lesson Learned (4/5)')
    story.equal(text_of(lesson), LESSON + TYPED, 'the edit is there')
    story.check(path.read_bytes() == first, 'the file is still as it was')

    app.key('ctrl+s')
    app.wait_title('Rust 1.52.0 fingerprint bug')
    found = differences(json.loads(first), read_json(path))
    story.equal(found, [('/lessons/3/text', LESSON, LESSON + TYPED)], 'the edit is saved to the same file, and nothing else')

    app.key('ctrl+q')
    story.equal(app.wait_end(), 0, 'it ends well')
    story.equal(journals(story), [], 'no journal is left')

    app = story.start(path)
    app.wait_title('Rust 1.52.0 fingerprint bug')
    app.go(4)
    app.find('text', 'Lesson Learned (4/5)')
    story.check(app.look('label', 'Recover Unsaved Work?') is None, 'nothing is offered after that')


Story().run(tell)
