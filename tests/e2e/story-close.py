#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing with unsaved changes, a file that can't be read, and a file that another program changes."""

import json
import re

from driver import Story, read_json, role, text_of

TITLE = 'Rust 1.52.0 fingerprint bug'
LESSON = 'Test how people work, not only what they build.'


def edit(app):
    app.go(4)
    app.click(app.find('text', 'Lesson Learned (4/5)'))
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == LESSON, 'the lesson')
    app.key('End')
    app.type(' Really.')
    app.wait_title('• ' + TITLE)
    app.wait(lambda: text_of(app.find('text', 'Lesson Learned (4/5)')) == LESSON + ' Really.', 'the text to be typed')


def close_and_discard(story):
    path = story.home.copy_sample()
    first = path.read_bytes()
    app = story.start(path)
    app.wait_title(TITLE)
    edit(app)

    app.key('ctrl+w')
    app.dialog('Save Changes?')
    story.ok('closing asks')
    app.answer('Save Changes?', 'Cancel')
    story.equal(app.title(), '• ' + TITLE, 'Cancel keeps the window, and the change')
    story.equal(text_of(app.find('text', 'Lesson Learned (4/5)')), LESSON + ' Really.', 'and the text')

    app.activate()
    app.key('ctrl+w')
    app.act(app.find('button', 'Discard', below=app.dialog('Save Changes?')))
    story.equal(app.wait_end(), 0, 'Discard closes the window')
    story.check(path.read_bytes() == first, 'the file is byte for byte as before')


def close_and_save(story):
    path = story.home.copy_sample('saved.afterword')
    app = story.start(path)
    app.wait_title(TITLE)
    edit(app)
    app.key('ctrl+w')
    app.act(app.find('button', 'Save', below=app.dialog('Save Changes?')))
    story.equal(app.wait_end(), 0, 'Save closes the window')
    story.equal(read_json(path)['lessons'][3]['text'], LESSON + ' Really.', 'after it saved')


def open_broken(story):
    path = story.home.documents / 'broken.afterword'
    path.write_text('{\n  "format": "afterword",\n  "version": 1,\n  "title": "Broken,\n}\n')
    first = path.read_bytes()
    app = story.start(path)
    banner = app.find('label', lambda found: 'could not be opened' in found)
    message = banner.get_name()
    story.check(re.search(r'line 4, column \d+', message) is not None, 'a broken file is told with line and column', message)
    story.check('broken.afterword' in message, 'and with its name', message)
    story.equal(app.title(), 'Afterword', 'the library is there instead')
    app.find('button', 'Minimal')
    app.key('ctrl+w')
    story.equal(app.wait_end(), 0, 'it closes without a question')
    story.check(path.read_bytes() == first, 'the broken file is left alone')


def change_underneath(story):
    path = story.home.copy_sample('changed.afterword')
    app = story.start(path)
    app.wait_title(TITLE)
    edit(app)

    other = json.loads(path.read_text())
    other['title'] = 'From another program'
    path.write_text(json.dumps(other, indent=2, ensure_ascii=False) + '\n')
    theirs = path.read_bytes()

    app.key('ctrl+s')
    app.dialog('The File Changed Underneath')
    story.ok('saving notices that the file changed')
    app.answer('The File Changed Underneath', 'Cancel')
    story.check(path.read_bytes() == theirs, 'nothing was replaced')
    story.equal(app.title(), '• ' + TITLE, 'the change is still unsaved')

    app.activate()
    app.key('ctrl+s')
    app.answer('The File Changed Underneath', 'Overwrite')
    app.wait_title(TITLE)
    mine = read_json(path)
    story.equal((mine['title'], mine['lessons'][3]['text']), (TITLE, LESSON + ' Really.'), 'Overwrite replaces it')
    app.key('ctrl+w')
    story.equal(app.wait_end(), 0, 'it closes without a question')


def tell(story):
    close_and_discard(story)
    close_and_save(story)
    open_broken(story)
    change_underneath(story)


Story().run(tell)
