# SPDX-License-Identifier: GPL-3.0-or-later
"""Every XML file is well-formed; the icons are of one kind and complete."""

import re
import xml.etree.ElementTree as ElementTree

import tap

SVG = '{http://www.w3.org/2000/svg}'

for path in tap.files('.xml', '.xml.in', '.svg', '.ui', '.page'):
    tap.run(f'{path} is well-formed', ['xmllint', '--noout', '--nonet', tap.source(path)], silent=True)

resource = ElementTree.parse(tap.source('data/icons/icons.gresource.xml'))
bundled = {'data/icons/' + file.text for file in resource.iter('file')}
symbolic = tap.files('-symbolic.svg', below='data/icons/symbolic')
tap.case('every symbolic icon is in the resource', bundled == set(symbolic),
         sorted(bundled.symmetric_difference(symbolic)))

for path in symbolic + tap.files('-symbolic.svg', below='data/icons/hicolor'):
    root = ElementTree.parse(tap.source(path)).getroot()
    notes = []
    if (root.get('width'), root.get('height'), root.get('viewBox')) != ('16', '16', '0 0 16 16'):
        notes.append('is not 16 by 16')
    for element in root:
        if element.tag != SVG + 'path' or element.get('fill') != '#2e3436' or element.get('stroke'):
            notes.append(f'{element.tag} is not a plain filled path')
    tap.case(f'{path} can be recoloured', not notes, notes)

used = {}
for path in tap.files('.c', '.ui', '.json', below='src') + tap.files('.json', below='data'):
    for name in re.findall(r'"(afterword-[a-z-]+-symbolic)"|>(afterword-[a-z-]+-symbolic)<', tap.read(tap.source(path))):
        used.setdefault(name[0] or name[1], path)
missing = [f'{name} in {path}' for name, path in sorted(used.items())
           if f'data/icons/symbolic/{name}.svg' not in bundled]
tap.case('every icon that is used exists', not missing, missing)

tap.done()
