#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a small postmortem from nothing with the keyboard alone."""

from driver import Story, name, read_json, role, text_of


def tab_to(app, test, what, most=60):
    """Goes on with Tab until the focus is where it is wanted; each Tab has to lead somewhere."""
    seen = []
    for _ in range(most):
        found = app.focused()
        if found is not None and test(found):
            return found
        if found is not None:
            seen.append(f'{role(found)} {name(found)}')
        app.key('Tab')
    raise AssertionError(f'{most} times Tab did not lead to {what}, but to {seen}')


def choose_template(story, app):
    app.find('button', 'Minimal')
    tab_to(app, lambda found: role(found) == 'button' and name(found) == 'Minimal', 'the template')
    app.key('Return')
    # A new document asks for its title.
    app.find('text', 'Title')
    tab_to(app, lambda found: role(found) == 'text' and name(found) == 'Title', 'the title')
    app.type('Errors on stable')
    app.wait_title('• Errors on stable')
    story.ok('a template can be chosen, and a title written')


def add_event(story, app):
    app.go(2)
    app.find('text', 'New event: time and what happened')
    tab_to(app, lambda found: role(found) == 'text' and name(found).startswith('New event'), 'the entry line')
    app.type('2021-05-06 15:08 users report errors')
    app.key('Return')
    app.find('list item', lambda found: 'users report errors' in found)
    app.wait(lambda: text_of(app.find('text', 'New event: time and what happened')) == '', 'the entry line to be empty')
    story.ok('a line makes an event')


def add_whys(story, app):
    app.go(3)
    add = app.find('button', 'Add Problem')
    tab_to(app, lambda found: role(found) == 'button' and name(found) == 'Add Problem', 'the button')
    assert add is not None
    app.key('Return')
    for text, what in (('Builds failed', 'the problem'), ('A check was switched on', 'the first answer'),
                       ('It was needed', 'the second answer')):
        app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '', what)
        app.type(text)
        app.key('Return')
        app.find('tree item', lambda found, text=text: found.endswith(': ' + text))
    app.wait_focus(lambda found: role(found) == 'text' and text_of(found) == '', 'an answer after that')
    app.key('Escape')
    app.wait_focus(lambda found: role(found) == 'tree item', 'the box above')
    story.ok('a problem and two answers can be written')


def add_actions(story, app):
    app.go(4)
    app.find('button', 'Add Lesson')
    tab_to(app, lambda found: role(found) == 'button' and name(found) == 'Add Lesson', 'the button')
    app.key('Return')
    # What is typed, and the keys after it, which lead to the empty line of the next.
    for text, label, keys in (('Tell users faster', 'Lesson Learned (1/1)', ('Return',)),
                              (None, 'Lesson Learned (2/2)', ('Tab',)),
                              ('Write a playbook', 'Corrective Action (1a)', ('Return',)),
                              (None, 'Corrective Action (1b)', ('Tab',)),
                              ('Read those of others', 'Action Item (1a-i)', ('Return',)),
                              (None, 'Action Item (1a-ii)', ('shift+Tab',)),
                              ('Practise it', 'Corrective Action (1b)', ())):
        app.wait_focus(lambda found, label=label: role(found) == 'text' and name(found) == label, label)
        if text is not None:
            app.type(text)
            app.wait(lambda text=text: text_of(app.focused()) == text, f'{text!r} to be typed')
        app.key(*keys)
    story.ok('lesson, corrective action and action item can be written')


def save(story, app, path):
    app.key('ctrl+s')
    app.find('button', 'Save')
    app.wait_focus(lambda found: role(found) in ('text', 'entry') and text_of(found) == 'Errors on stable.afterword',
                   'the name that is proposed')
    app.key('ctrl+a')
    app.type(str(path))
    app.key('Return')
    app.wait_title('Errors on stable')
    story.ok('it can be saved')


def tell(story):
    path = story.home.documents / 'mine.afterword'
    app = story.start()
    story.equal(app.title(), 'Afterword', 'it starts with the library')
    choose_template(story, app)
    add_event(story, app)
    add_whys(story, app)
    add_actions(story, app)
    save(story, app, path)

    document = read_json(path)
    story.equal(document['title'], 'Errors on stable', 'the title is in the file')
    story.equal(document['template'], 'minimal', 'the template is in the file')
    story.equal([(event['text'], event['at']['instant'], event['at']['precision']) for event in document['events']],
                [('users report errors', '2021-05-06T15:08:00Z', 'minute')], 'the event is in the file')

    problem, = document['problems']
    first, = problem['questions'][0]['answers']
    second, = first['questions'][0]['answers']
    story.equal((problem['text'], first['text'], second['text'], second.get('questions')),
                ('Builds failed', 'A check was switched on', 'It was needed', None), 'the whys are in the file')

    lesson, = document['lessons']
    story.equal(lesson['text'], 'Tell users faster', 'the lesson is in the file')
    story.equal([(action['text'], [item['text'] for item in action.get('items', [])]) for action in lesson['actions']],
                [('Write a playbook', ['Read those of others']), ('Practise it', [])], 'the actions are in the file')

    app.key('ctrl+w')
    story.equal(app.wait_end(), 0, 'it closes without a question')


Story().run(tell)
