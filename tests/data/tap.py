# SPDX-License-Identifier: GPL-3.0-or-later
"""Test cases as TAP lines, for the checks of this folder.

    import tap

    tap.case('what must hold', not problems, problems)
    tap.run('what must succeed', ['command', 'argument'])
    tap.done()

SOURCE and BUILD are the two folders that every check is started with.
"""

import os
import shutil
import subprocess
import sys

SOURCE = os.path.abspath(sys.argv[1])
BUILD = os.path.abspath(sys.argv[2])

_count = 0
_failed = 0


def case(name, holds, notes=()):
    """One test case; notes (a text or a list of them) tell why it failed."""
    global _count, _failed

    _count += 1
    print('ok' if holds else 'not ok', _count, '-', name.replace('#', ''))
    if not holds:
        _failed += 1
        if isinstance(notes, str):
            notes = notes.splitlines()
        # meson shows only standard error of a failing test.
        for note in notes:
            print(f'{name}: {note}', file=sys.stderr)
    sys.stdout.flush()


def skip(name, reason):
    global _count

    _count += 1
    print('ok', _count, '-', name, '# SKIP', reason)


def run(name, command, silent=False, **options):
    """One test case: the command ends well and, where silent, says nothing."""
    if not shutil.which(command[0]):
        skip(name, command[0] + ' is not installed')
        return

    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, errors='replace', **options)
    case(name, result.returncode == 0 and not (silent and result.stdout.strip()), result.stdout)


def done():
    print(f'1..{_count}')
    sys.exit(1 if _failed else 0)


def source(*parts):
    return os.path.join(SOURCE, *parts)


def build(*parts):
    return os.path.join(BUILD, *parts)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def files(*endings, below=''):
    """All files of the checkout with one of the endings, relative to it."""
    found = []
    for folder, folders, names in os.walk(source(below)):
        folders[:] = [name for name in folders
                      if not name.startswith('.') and name not in ('__pycache__', 'subprojects') and
                      not os.path.exists(os.path.join(folder, name, 'meson-private'))]
        for name in names:
            if name.endswith(endings):
                found.append(os.path.relpath(os.path.join(folder, name), SOURCE))
    return sorted(found)
