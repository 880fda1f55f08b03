# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Afterword as a person would: AT-SPI tells what is there, xdotool presses and types.

Nothing here waits a fixed time for something to happen: it looks until it did.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

# Warnings are told at the end of a story, not fatal at once: GTK 4.8 now and then tells the bus of a widget that has no
# path there yet, which is no fault of ours and mends itself. at-spi2-core itself warns when something vanishes.
APP_ENVIRONMENT = dict(os.environ)
APP_ENVIRONMENT['G_DEBUG'] = 'gc-friendly'
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

SOURCE = Path(__file__).resolve().parents[2]
SAMPLE = SOURCE / 'data' / 'samples' / 'rust-1.52-fingerprints.afterword'

# How long something may take before it counts as not happening, in seconds. A build with sanitizers is slow.
PATIENCE = 40
POLL = 0.05

# at-spi2-core calls a button so since 2.52.
ROLES = {'push button': 'button'}

INTERACTIVE = {
    'button', 'toggle button', 'text', 'entry', 'password text', 'spin button', 'slider', 'tree item', 'list item',
    'combo box', 'check box', 'radio button', 'menu item', 'switch', 'page tab', 'link', 'table row', 'list box option',
}

# Leaks of others that can't be suppressed by name, for their stacks end in g_malloc ().
KEPT = {
    ('Direct', '16384', '1'),  # the table of GLib's first 2048 names, once there is a larger one
    ('Direct', '256', '2'),  # two paths of libcloudproviders, which the file chooser of GTK asks
}

# Warnings of others.
FORGIVEN = ("g_variant_is_object_path: assertion 'string != NULL' failed",)

# GTK 4.8 names what has no name after its type.
TYPE_PREFIXES = ('Gtk', 'Adw', 'Aft')


class Failure(Exception):
    pass


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def wait_for(look, what, patience=PATIENCE):
    """Looks until there is something true to see, and returns it."""
    end = time.monotonic() + patience
    error = None
    while True:
        try:
            found = look()
            if found:
                return found
        except (GLib.Error, subprocess.CalledProcessError, OSError, ValueError, AttributeError) as caught:
            error = caught
        if time.monotonic() > end:
            raise Failure(f'waited {patience} s for {what() if callable(what) else what}' + (f' ({error})' if error else ''))
        time.sleep(POLL)


def role(accessible):
    name = accessible.get_role_name()
    return ROLES.get(name, name)


def name(accessible):
    """The name without what GTK 4.8 does to it: '_Undo Undo' for a button with a label."""
    text = accessible.get_name() or ''
    text = text.replace('_', '', 1) if text.count('_') == 1 else text
    half = len(text) // 2
    if len(text) % 2 and text[half] == ' ' and text[:half] == text[half + 1:]:
        text = text[:half]
    return text


def states(accessible):
    return {state.value_nick for state in accessible.get_state_set().get_states()}


def children(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def text_of(accessible):
    count = Atspi.Text.get_character_count(accessible)
    return Atspi.Text.get_text(accessible, 0, count) if count > 0 else ''


def describe(accessible):
    return f'{role(accessible)} {name(accessible)!r}'


class Home:
    """Fresh folders for everything that Afterword keeps."""

    def __init__(self):
        self.root = Path(tempfile.mkdtemp(prefix='afterword-story-'))
        self.environment = dict(APP_ENVIRONMENT)
        self.environment.pop('GTK_A11Y', None)
        for variable, folder in (('XDG_CONFIG_HOME', 'config'), ('XDG_DATA_HOME', 'data'), ('XDG_STATE_HOME', 'state'),
                                 ('XDG_CACHE_HOME', 'cache'), ('HOME', 'home')):
            path = self.root / folder
            path.mkdir()
            self.environment[variable] = str(path)
        settings = self.root / 'config' / 'gtk-4.0'
        settings.mkdir()
        (settings / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=0\n')
        # A window of one size on every machine.
        self.documents = self.root / 'documents'
        self.documents.mkdir()

    @property
    def journals(self):
        return self.root / 'state' / 'afterword' / 'journals'

    def copy_sample(self, file_name='sample.afterword'):
        path = self.documents / file_name
        shutil.copyfile(SAMPLE, path)
        return path

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class App:
    """One run of Afterword."""

    def __init__(self, binary, home, *arguments):
        self.home = home
        self.page = 1
        self.log = home.root / f'log-{time.monotonic_ns()}'
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen([binary, *map(str, arguments)], env=home.environment, stdout=log, stderr=log,
                                            start_new_session=True)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.root = self.wait(self._find_root, 'the application on the bus')
        self.window = self.wait(self._find_window, 'a window')
        self.activate()

    def _find_root(self):
        for child in children(Atspi.get_desktop(0)):
            if child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def _find_window(self):
        """The last window of the process: a dialog, where one is open. Two helpers of one pixel are no windows."""
        found = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).split()
        large = []
        for window in found:
            geometry = self._geometry(window)
            if geometry['WIDTH'] > 20 and geometry['HEIGHT'] > 20:
                large.append(window)
        return large[-1] if large else None

    @staticmethod
    def _geometry(window):
        lines = run('xdotool', 'getwindowgeometry', '--shell', window).split()
        return {key: int(value) for key, value in (line.split('=') for line in lines)}

    def check_alive(self):
        if self.process.poll() is not None:
            raise Failure(f'Afterword ended with {self.process.returncode}:\n{self.read_log()}')

    def read_log(self):
        return self.log.read_text(errors='replace')

    def wait(self, look, what, patience=PATIENCE):
        def look_alive():
            self.check_alive()
            return look()
        return wait_for(look_alive, what, patience)

    # What is there

    def frames(self):
        return list(children(self.root))

    def walk(self, below=None):
        """Everything below, without the pages that are not shown: GTK 4.8 has those on the bus too, and they are large."""
        accessible = below or self.root
        try:
            yield accessible
            found = list(children(accessible))
            if len(found) == 5 and all(child.get_name() == 'AdwBin' for child in found):
                found = [found[self.page - 1]]
        except GLib.Error:
            return
        for child in found:
            yield from self.walk(child)

    @staticmethod
    def _fits(accessible, wanted_role, wanted_name, where):
        try:
            if wanted_role is not None and role(accessible) != wanted_role:
                return False
            if callable(wanted_name):
                if not wanted_name(name(accessible)):
                    return False
            elif wanted_name is not None and name(accessible) != wanted_name:
                return False
            return where is None or bool(where(accessible))
        except GLib.Error:
            return False

    def all(self, wanted_role=None, wanted_name=None, below=None, where=None):
        return [found for found in self.walk(below) if self._fits(found, wanted_role, wanted_name, where)]

    def look(self, wanted_role=None, wanted_name=None, below=None, where=None):
        """The first one there is now, or None."""
        return next((found for found in self.walk(below) if self._fits(found, wanted_role, wanted_name, where)), None)

    def find(self, wanted_role=None, wanted_name=None, below=None, where=None):
        """The first one, which may take a while to come."""
        wanted = repr(wanted_name) if not callable(wanted_name) else 'with the right name'
        return self.wait(lambda: self.look(wanted_role, wanted_name, below, where), f'{wanted_role} {wanted}')

    def gone(self, wanted_role=None, wanted_name=None):
        self.wait(lambda: self.look(wanted_role, wanted_name) is None, f'{wanted_role} {wanted_name!r} to go')

    def focused(self):
        """What the keys go to: the innermost focus, of a dialog if there is one."""
        found = None
        for frame in reversed(self.frames()):
            for accessible in self.walk(frame):
                try:
                    if 'focused' in states(accessible):
                        found = accessible
                        break
                except GLib.Error:
                    pass
            if found is not None:
                return found
        return None

    def wait_focus(self, test, what):
        def look():
            found = self.focused()
            return found if found is not None and test(found) else None

        def tell():
            found = self.focused()
            return f'{what} to have the focus, which is at {describe(found) if found else "nothing"}'
        return self.wait(look, tell)

    def go(self, page):
        """Goes to a page by its key, 1 to 5."""
        self.key(f'alt+{page}')
        self.page = page

    def title(self):
        return [name(frame) for frame in self.frames() if role(frame) == 'frame'][0]

    def wait_title(self, wanted):
        return self.wait(lambda: self.title() == wanted, lambda: f'the title {wanted!r}, which is {self.title()!r}')

    def dialog(self, heading):
        """What holds a question and its answers, in both generations of libadwaita."""
        def look():
            accessible = self.look('label', heading)
            while accessible is not None and self.look('button', below=accessible) is None:
                accessible = accessible.get_parent()
            return accessible
        return self.wait(look, f'the question {heading!r}')

    def answer(self, heading, label):
        """Answers a question by the name of the button, and waits until the question is gone."""
        self.act(self.find('button', label, below=self.dialog(heading)))
        self.gone('label', heading)

    # What can be done

    def activate(self):
        self.window = self.wait(self._find_window, 'a window')
        run('xdotool', 'windowactivate', '--sync', self.window)

    def key(self, *keys):
        self.check_alive()
        for key in keys:
            run('xdotool', 'key', '--clearmodifiers', key)

    def type(self, text):
        self.check_alive()
        run('xdotool', 'type', '--clearmodifiers', '--delay', '25', text)

    def act(self, accessible, action=None):
        count = Atspi.Action.get_n_actions(accessible)
        names = [Atspi.Action.get_action_name(accessible, index) for index in range(count)]
        for index, found in enumerate(names):
            if action is None or found == action:
                return Atspi.Action.do_action(accessible, index)
        raise Failure(f'{describe(accessible)} has no action {action}, but {names}')

    def middle(self, accessible):
        """Where an accessible is, in pixels of the X window. AT-SPI tells it from the window's content, whose
        place in the window differs between versions of GTK, and there is a border for the shadow."""
        frame = accessible
        while role(frame) not in ('frame', 'dialog', 'window'):
            frame = frame.get_parent()
        geometry = self._geometry(self.window)
        content = Atspi.Component.get_extents(frame.get_child_at_index(0), Atspi.CoordType.WINDOW)
        extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
        return (extents.x - content.x + (geometry['WIDTH'] - content.width) // 2 + extents.width // 2,
                extents.y - content.y + (geometry['HEIGHT'] - content.height) // 2 + extents.height // 2)

    def move(self, x, y):
        run('xdotool', 'mousemove', '--window', self.window, str(int(x)), str(int(y)))

    def click(self, accessible, times=1):
        self.move(*self.middle(accessible))
        run('xdotool', 'click', '--repeat', str(times), '--delay', '60', '1')

    def drag(self, accessible, dx, dy, steps=20, release=True):
        x, y = self.middle(accessible)
        self.move(x, y)
        run('xdotool', 'mousedown', '1')
        for step in range(1, steps + 1):
            self.move(x + dx * step / steps, y + dy * step / steps)
            time.sleep(0.03)
        if release:
            run('xdotool', 'mouseup', '1')

    # How it ends

    def wait_end(self):
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure('Afterword did not end') from None
        return self.status()

    def status(self):
        """How it ended. What libraries below us keep is forgiven where nothing else is wrong."""
        status = self.process.returncode
        text = self.read_log()
        if status > 0 and 'ERROR: LeakSanitizer' in text and 'ERROR: AddressSanitizer' not in text and 'runtime error' not in text:
            leaks = re.findall(r'(Direct|Indirect) leak of (\d+) byte\(s\) in (\d+) object', text)
            if all(leak in KEPT for leak in leaks):
                return 0
        return status

    def complaints(self):
        """The warnings it gave, but for those of others."""
        lines = [line for line in self.read_log().splitlines() if re.search(r'-(WARNING|CRITICAL) \*\*', line)]
        return [line for line in lines if not any(known in line for known in FORGIVEN)]

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        """Ends what a story left running."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()


class Story:
    """Steps of a story as TAP; a step that fails ends it, for what follows would mean nothing."""

    def __init__(self):
        self.binary = sys.argv[1]
        self.home = Home()
        self.apps = []
        self.count = 0
        self.cleanups = []

    def start(self, *arguments):
        app = App(self.binary, self.home, *arguments)
        self.apps.append(app)
        return app

    def ok(self, what):
        self.count += 1
        print(f'ok {self.count} - {what}', flush=True)

    def check(self, condition, what, found=None):
        if not condition:
            raise Failure(what + (f': found {found!r}' if found is not None else ''))
        self.ok(what)

    def equal(self, found, wanted, what):
        if found != wanted:
            raise Failure(f'{what}: found {found!r}, wanted {wanted!r}')
        self.ok(what)

    def tell(self):
        for line in self.home.root.glob('log-*'):
            text = line.read_text(errors='replace')
            for row in text.splitlines():
                print(f'# {row}', flush=True)
        for app in self.apps:
            if app.process.poll() is not None:
                print(f'# ended with {app.process.returncode}')
                continue
            folder = os.environ.get('AFTERWORD_STORY_PICTURES')
            if folder:
                subprocess.run(['import', '-window', 'root', os.path.join(folder, f'{Path(sys.argv[0]).stem}.png')], check=False)
            for accessible in app.walk():
                try:
                    if states(accessible) & {'focused', 'focusable'} or role(accessible) == 'frame':
                        mark = ' (focused)' if 'focused' in states(accessible) else ''
                        print(f'#   {describe(accessible)}{mark}')
                except GLib.Error:
                    pass

    def run(self, tell_story):
        status = 0
        try:
            tell_story(self)
            for app in self.apps:
                if app.complaints():
                    raise Failure(f'Afterword warned: {app.complaints()}')
                if app.process.poll() is None:
                    continue
                if app.status() not in (0, -signal.SIGKILL, -signal.SIGTERM):
                    raise Failure(f'Afterword ended with {app.status()}:\n{app.read_log()}')
        except Exception as error:  # noqa: BLE001
            status = 1
            self.count += 1
            print(f'not ok {self.count} - {str(error).splitlines()[0]}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            try:
                self.tell()
            except Exception as another:  # noqa: BLE001
                print(f'# and telling failed: {another}')
        finally:
            for app in self.apps:
                app.close()
            for cleanup in self.cleanups:
                cleanup()
            self.home.remove()
            print(f'1..{self.count}', flush=True)
        sys.exit(status)


def read_json(path):
    return json.loads(Path(path).read_text())


def differences(one, two, path=''):
    """Where two JSON values differ, as a list of (path, first, second)."""
    if type(one) is not type(two):
        return [(path, one, two)]
    if isinstance(one, dict):
        found = []
        for key in sorted(set(one) | set(two)):
            if key not in one:
                found.append((f'{path}/{key}', None, two[key]))
            elif key not in two:
                found.append((f'{path}/{key}', one[key], None))
            else:
                found += differences(one[key], two[key], f'{path}/{key}')
        return found
    if isinstance(one, list):
        if len(one) != len(two):
            return [(path, one, two)]
        found = []
        for index, (first, second) in enumerate(zip(one, two)):
            found += differences(first, second, f'{path}/{index}')
        return found
    return [] if one == two else [(path, one, two)]
