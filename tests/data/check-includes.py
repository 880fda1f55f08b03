# SPDX-License-Identifier: GPL-3.0-or-later
"""What every object file really included, held against the plan of the house."""

import re
import shutil
import subprocess

import tap

# Which of our rooms a room may see, besides itself.
ROOMS = {
    'model': (),
    'layout': (),
    'compat': (),
    'formats': ('model',),
    'review': ('model',),
    'report': ('model', 'layout', 'formats'),
    'library': ('model', 'formats'),
    'ui': ('model', 'layout', 'compat', 'formats', 'review', 'report', 'library'),
    'cli': ('model', 'layout', 'formats', 'review', 'report', 'library'),
}

# Which rooms may see a foreign header.
FOREIGN = {
    'sqlite3.h': ('library',),
    'md4c.h': ('formats', 'report'),
    'json-glib/': ('formats', 'cli', 'ui', 'report', 'library'),
    'gtksourceview/': ('ui',),
    'gtk-4.0/gtk/': ('ui', 'compat'),
    'libadwaita-1/': ('ui', 'compat'),
    'pango-1.0/': ('report', 'ui', 'compat'),
    '/cairo/': ('report', 'ui', 'compat', 'cli'),
    '/librsvg': ('report', 'ui'),
    'gdk-pixbuf/': ('report', 'ui', 'compat'),
}

TARGET = re.compile(r'^(src/(\w+)/\S+\.o): #deps .*\(VALID\)$')
OUR_HEADER = re.compile(r'(?:^|/)src/(\w+)/')


def problems(room, headers):
    notes = []
    for header in headers:
        ours = OUR_HEADER.search(header)
        if ours and not header.startswith('/usr/'):
            other = ours[1]
            if other in ROOMS and other != room and other not in ROOMS[room]:
                notes.append(f'{room} includes {header}')
            continue
        for mark, rooms in FOREIGN.items():
            if (header.endswith('/' + mark) or mark.endswith('/') and mark in header or
                    mark == '/librsvg' and mark in header) and room not in rooms:
                notes.append(f'{room} includes {header}')
    return notes


def objects():
    """(object file, room, headers) of everything compiled below src/"""
    ninja = shutil.which('ninja') or shutil.which('ninja-build')
    output = subprocess.run([ninja, '-C', tap.BUILD, '-t', 'deps'], capture_output=True, text=True,
                            check=True).stdout
    current = None
    for line in output.splitlines():
        if line.startswith(' '):
            if current:
                current[2].append(line.strip())
            continue
        if current:
            yield current
            current = None
        match = TARGET.match(line)
        if match and match[2] in ROOMS:
            current = (match[1], match[2], [])
    if current:
        yield current


seen = set()
for name, room, headers in objects():
    seen.add(room)
    notes = problems(room, headers)
    tap.case(f'{name} stays in its rooms', not notes, notes[:5])

tap.case('the build folder knows what was included', bool(seen))

sideways = []
for path in tap.files('.c', '.h', below='src'):
    for number, line in enumerate(tap.read(tap.source(path)).splitlines(), 1):
        if re.match(r'\s*#\s*include\s*"[^"]*\.\./', line):
            sideways.append(f'{path}:{number}: {line.strip()}')
tap.case('nothing is included by way of ../', not sideways, sideways)

checks = []
for path in tap.files('.c', '.h', below='src'):
    if not path.startswith('src/compat/'):
        for number, line in enumerate(tap.read(tap.source(path)).splitlines(), 1):
            if re.search(r'\b(?:GTK|ADW|GLIB|PANGO)_CHECK_VERSION\b', line):
                checks.append(f'{path}:{number}')
tap.case('only compat/ looks at versions', not checks, checks)

tap.done()
