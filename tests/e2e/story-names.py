#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every page: whatever takes the focus has a name to be spoken."""

from driver import INTERACTIVE, TYPE_PREFIXES, GLib, Story, describe, name, role, states

PAGES = ('Report', 'Timeline', 'Five Whys', 'Actions', 'Preview')


def is_named(text):
    return text.strip() != '' and not text.startswith(TYPE_PREFIXES)


def path_of(accessible):
    """The names around it, so that it can be found."""
    names = []
    while accessible is not None and len(names) < 3:
        if is_named(name(accessible)):
            names.append(describe(accessible))
        accessible = accessible.get_parent()
    return ' in '.join(names)


def find_unnamed(app):
    found = []
    count = 0
    for accessible in app.walk():
        try:
            if role(accessible) not in INTERACTIVE or 'focusable' not in states(accessible):
                continue
            count += 1
            if is_named(name(accessible)):
                continue
            parent = accessible.get_parent()
            # The button inside a drop-down is the drop-down's own: the name stands there.
            if role(accessible) in ('button', 'toggle button') and role(parent) == 'combo box' and is_named(name(parent)):
                continue
            found.append(f'{describe(accessible)} ({accessible.get_description()}) in {path_of(parent)}')
        except GLib.Error:
            continue
    return found, count


def check(story, app, what):
    found, count = find_unnamed(app)
    for each in found:
        print(f'# unnamed: {each}')
    story.check(count > 5, f'{what}: there are controls', count)
    return [f'{what}: {each}' for each in found]


def tell(story):
    unnamed = []
    app = story.start(story.home.copy_sample())
    app.wait_title('Rust 1.52.0 fingerprint bug')
    for number, page in enumerate(PAGES, 1):
        app.go(number)
        app.wait(lambda page=page: app.look('page tab', page) is not None, page)
        landmark = (('list', 'Sections'), ('list', 'Timeline'), ('tree', 'Questions and answers'), ('button', 'Add Lesson'),
                    ('combo box', None))[number - 1]
        app.find(*landmark)
        unnamed += check(story, app, page)

    app.go(3)
    tree = app.find('tree', 'Questions and answers')
    app.click(app.find('tree item', lambda found: found.startswith('Answer: '), below=tree))
    app.find('button', 'Make a Lesson of This')
    unnamed += check(story, app, 'the form of an answer')

    app.key('F9')
    app.find('list', 'Findings')
    unnamed += check(story, app, 'review')

    app.key('ctrl+n')
    app.wait(lambda: len([frame for frame in app.frames() if role(frame) == 'frame']) == 2, 'a second window')
    app.find('button', 'Minimal')
    unnamed += check(story, app, 'the library')

    story.equal(sorted(set(unnamed)), [], 'every control has a name')


Story().run(tell)
