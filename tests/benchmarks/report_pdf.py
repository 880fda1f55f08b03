# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF has: asked of qpdf, pdfinfo, pdffonts and pdftotext."""

import collections
import json
import re
import subprocess

TAGS = ('Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure')


def ask(*command):
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return done.stdout.decode(errors='replace')


def read_objects(path):
    """Every dictionary of the file that is an object of its own or stands in one"""
    found = json.loads(ask('qpdf', '--json=2', '--json-key=qpdf', path))['qpdf'][1]
    objects = [value.get('value', value.get('stream', {}).get('dict')) for value in found.values()]
    by_name = {name.removeprefix('obj:'): value.get('value', {}) for name, value in found.items()}
    waiting, dictionaries = objects, []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            dictionaries.append(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    catalog = next((each for each in dictionaries if each.get('/Type') == '/Catalog'), {})
    return dictionaries, catalog, by_name


def follow(value, by_name):
    return by_name.get(value, value) if isinstance(value, str) else value


def look_at_structure(dictionaries, catalog, by_name):
    roles = {}
    root = follow(catalog.get('/StructTreeRoot', {}), by_name)
    roles.update(follow(root.get('/RoleMap', {}), by_name) if isinstance(root, dict) else {})
    tags, told = collections.Counter(), 0
    for each in dictionaries:
        name = each.get('/S')
        if '/P' in each and isinstance(name, str) and (each.get('/Type') == '/StructElem' or '/K' in each):
            tag = roles.get(name, name).removeprefix('/')
            tags[tag] += 1
            told += tag == 'Figure' and '/Alt' in each
    return {tag: tags[tag] for tag in TAGS}, told


def look_at_links(dictionaries, by_name):
    inner = outer = 0
    for each in dictionaries:
        if each.get('/Subtype') == '/Link' and '/Rect' in each:
            action = follow(each.get('/A', {}), by_name)
            outer += '/URI' in action
            inner += '/Dest' in each or action.get('/S') == '/GoTo'
    return inner, outer


def look_at_fonts(path):
    rows = [line.split() for line in ask('pdffonts', path).splitlines()[2:]]
    return {'fonts': len(rows), 'embedded': sum(row[-5] == 'yes' for row in rows), 'subset': sum(row[-4] == 'yes' for row in rows)}


def get_words(text):
    return collections.Counter(re.findall(r'\w+', text.casefold()))


def share(words, wanted):
    return sum(min(count, words[word]) for word, count in wanted.items()) / wanted.total()


def recall(path, wanted):
    """Which share of the words a reader program finds again, in whichever order"""
    text = ask('pdftotext', path, '-')
    # Ligatures are letters, and a word may be broken at the end of a line.
    text = re.sub('[\ufb00-\ufb04]', lambda match: ('ff', 'fi', 'fl', 'ffi', 'ffl')[ord(match[0]) - 0xfb00], text)
    words = get_words(text.replace('\u00ad', '')) | get_words(re.sub('[-\u2010\u00ad]\\s+', '', text))
    return share(words, wanted)


def look_at(path, wanted):
    """What the PDF at @path has; @wanted are the words that it should"""
    dictionaries, catalog, by_name = read_objects(path)
    info = dict(line.split(':', 1) for line in ask('pdfinfo', path).splitlines() if ':' in line)
    tags, told = look_at_structure(dictionaries, catalog, by_name)
    inner, outer = look_at_links(dictionaries, by_name)
    structure = ask('pdfinfo', '-struct-text', path)
    return {
        'pages': int(info['Pages']),
        'title': info.get('Title', '').strip() != '',
        'author': info.get('Author', '').strip() != '',
        'language': str(catalog.get('/Lang', '')).removeprefix('u:'),
        'outline': sum('/Title' in each and '/Parent' in each for each in dictionaries),
        'tagged': info.get('Tagged', '').strip() == 'yes',
        'tags': tags,
        'told': told,
        'inner': inner,
        'outer': outer,
        'by tags': share(get_words(structure), wanted),
        'recall': recall(path, wanted),
        **look_at_fonts(path),
    }
