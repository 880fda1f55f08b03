# SPDX-License-Identifier: GPL-3.0-or-later
"""The templates: their form, and that translators see all of their words."""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

import tap

KINDS = {'summary', 'background', 'lead-up', 'impact', 'detection', 'diagnosis', 'mitigation',
         'resolution', 'known-before', 'timeline', 'analysis', 'factors', 'observations', 'lessons',
         'open-questions', 'related', 'glossary', 'figures', 'other'}
RESPONSE = {'detection', 'diagnosis', 'mitigation', 'resolution'}
METHODS = {'five-whys', 'how', 'factors'}
MEMBERS = {'id': str, 'name': str, 'description': str, 'origin': str, 'symbol': str, 'method': str,
           'sections': list}
SECTION = {'kind': str, 'title': str, 'required': bool, 'guidance': str, 'questions': list}


def unique(pairs):
    names = [name for name, value in pairs]
    if len(names) != len(set(names)):
        raise ValueError(f'doubled member among {names}')
    return dict(pairs)


def section_problems(section):
    kind = section.get('kind')
    if kind not in KINDS:
        yield f'unknown kind {kind}'
    for member in ('required', 'guidance'):
        if member not in section:
            yield f'{kind} lacks {member}'
    for member, value in section.items():
        if member not in SECTION or not isinstance(value, SECTION[member]) or value in ('', []):
            yield f'{kind}: {member} is not as it should be'
    if kind == 'other' and 'title' not in section:
        yield 'a section of kind other needs a title'
    if kind in RESPONSE and not any('half' in question for question in section.get('questions', [])):
        yield f'{kind} does not ask how the time could be cut in half'


def problems(path, template):
    for member, kind in MEMBERS.items():
        if not isinstance(template.get(member), kind) or not template[member]:
            yield f'{member} is not as it should be'
    for member in template:
        if member not in MEMBERS:
            yield f'unknown member {member}'
    if template['id'] + '.json' != os.path.basename(path):
        yield 'the id is not the name of the file'
    if template['method'] not in METHODS:
        yield 'unknown method'
    if not os.path.exists(tap.source('data/icons/symbolic', template['symbol'] + '.svg')):
        yield f'no icon {template["symbol"]}'
    kinds = [section.get('kind') for section in template['sections']]
    for kind in KINDS - {'other'}:
        if kinds.count(kind) > 1:
            yield f'{kind} twice'
    for section in template['sections']:
        yield from section_problems(section)


paths = tap.files('.json', below='data/templates')
for path in paths:
    try:
        template = json.loads(tap.read(tap.source(path)), object_pairs_hook=unique)
        notes = list(problems(path, template))
    except (ValueError, KeyError) as error:
        notes = [str(error)]
    tap.case(f'{path} is a template', not notes, notes)

resource = ElementTree.parse(tap.source('data/templates/templates.gresource.xml'))
bundled = sorted('data/templates/' + file.text for file in resource.iter('file'))
tap.case('every template is in the resource', bundled == paths, f'{bundled} and {paths}')

tap.run('translators see all words of the templates',
        [sys.executable, tap.source('build-aux', 'template-strings'), '--check'], silent=True)

tap.done()
