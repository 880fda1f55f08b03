#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at what outsiders would see, publishes, and exports the public edition, in the running window."""

import json
import subprocess
import time

from driver import Story, differences, read_json, states

TEXT = '@somebody was asked in Jane’s place.'


def prepare(home):
    """Someone without a role, and someone with one, in a text for everyone."""
    path = home.copy_sample()
    document = read_json(path)
    document['roles'][0]['person'] = 'Jane Doe'
    document['lessons'][0]['text'] = TEXT
    path.write_text(json.dumps(document, ensure_ascii=False))
    return path, document['roles'][0]['role']


def publish(story, app, lead):
    app.click(app.find('button', 'Export'))
    # GTK 4.18 tells nobody of its menu items.
    time.sleep(1)
    app.key('b')
    tick = app.find('check box', '@somebody names someone who has no role here.')
    button = app.find('button', 'Publish')
    story.check('sensitive' not in states(button), 'nothing is published unseen')
    app.find(None, lambda text: text == f'Jane → {lead}')
    story.ok('the name and the role in its place are told')
    app.click(tick)
    app.wait(lambda: 'sensitive' in states(button), 'the button to be free')
    app.click(button)
    app.gone('check box', '@somebody names someone who has no role here.')
    app.wait_title('• Rust 1.52.0 fingerprint bug')
    story.ok('it is published once everything was looked at')


def export(story, app, folder, lead):
    app.key('ctrl+shift+e')
    app.find('button', 'Export', where=lambda found: 'focusable' in states(found) and found.get_parent() is not None)
    app.wait_focus(lambda found: True, 'the name of the file')
    app.key('ctrl+a')
    app.type(str(folder / 'public.pdf'))
    app.key('Return')
    app.wait(lambda: (folder / 'public.pdf').is_file(), 'the file')
    story.ok('Ctrl+Shift+E exports as PDF')
    text = subprocess.run(['pdftotext', folder / 'public.pdf', '-'], check=True, capture_output=True, text=True).stdout
    story.check(f'@somebody was asked in {lead}’s place.' in ' '.join(text.split()), 'the public edition, as it was published',
                text[:400])
    story.check('Jane' not in text, 'without the name')


def tell(story):
    path, lead = prepare(story.home)
    before = read_json(path)
    app = story.start(path)
    app.wait_title('Rust 1.52.0 fingerprint bug')
    publish(story, app, lead)
    export(story, app, story.home.root, lead)

    app.key('ctrl+s')
    app.wait_title('Rust 1.52.0 fingerprint bug')
    after = read_json(path)
    publication = after['publications'][0]
    story.equal((len(after['publications']), publication['edition'], publication['at']['precision'], after['state']),
                (1, 'everyone', 'minute', 'published'), 'edition and date stand in the document')
    story.equal({place.split('/')[1] for place, _, _ in differences(before, after)}, {'publications', 'state'},
                'nothing else in the file changed')

    app.key('ctrl+q')
    story.equal(app.wait_end(), 0, 'it ends well')


Story().run(tell)
