#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the long document that build-aux/bench report makes pages of.

usage: report-document.py SAMPLE PARTS

SAMPLE is a document; it gets PARTS more sections with prose, lists and a table each, and lessons with their actions.
No text stands twice, and all of it follows from the sample: whoever writes it again writes the same bytes.
"""

import json
import random
import re
import sys
import uuid

NAMESPACE = uuid.UUID('0f6c2a0e-6d0c-4f0b-9f5e-3c1d6a1c7b10')


def find_texts(value, name=''):
    """All prose of a document"""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from find_texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from find_texts(part, name)
    elif isinstance(value, str) and name in ('text', 'meaning', 'evidence', 'impact', 'surprise', 'believed'):
        yield value


class Writer:
    """Sentences that nobody wrote, in the words of those that somebody did."""

    def __init__(self, document):
        self.random = random.Random(1520)
        self.words = re.findall(r"[A-Za-z][a-z’']*[a-z]|\d\.\d+", ' '.join(find_texts(document)))
        self.count = 0

    def make_id(self):
        self.count += 1
        return str(uuid.uuid5(NAMESPACE, str(self.count)))

    def make_words(self, least, most):
        return ' '.join(self.random.choices(self.words, k=self.random.randint(least, most)))

    def make_sentence(self, least=7, most=22):
        words = self.make_words(least, most)
        return words[0].upper() + words[1:] + '.'

    def make_paragraph(self):
        sentences = [self.make_sentence() for _ in range(self.random.randint(3, 6))]
        sentences[1] = f'**{self.make_words(2, 4)}** {sentences[1]}'
        sentences[2] = f'[{self.make_words(1, 3)}](https://example.org/{self.count}/{self.random.randrange(10000)}) {sentences[2]}'
        sentences.append(f'It said `{self.make_words(1, 2)}`, _{self.make_words(1, 3)}_.')
        return ' '.join(sentences)

    def make_table(self):
        rows = [['What', 'When', 'Number'], ['---', '---', '---:']]
        for _ in range(7):
            rows.append([self.make_sentence(4, 12), self.make_words(2, 4), str(self.random.randrange(100000))])
        return '\n'.join(f'| {" | ".join(row)} |' for row in rows)

    def make_section(self, number):
        bullets = '\n'.join(f'- {self.make_sentence()}' for _ in range(4))
        steps = '\n'.join(f'{i}. {self.make_sentence()}' for i in range(1, 4))
        text = '\n\n'.join([self.make_paragraph(), self.make_paragraph(), f'### {self.make_words(3, 6)}', bullets,
                            self.make_paragraph(), self.make_table(), self.make_paragraph(), steps,
                            f'> {self.make_sentence()}', self.make_paragraph()])
        return {'id': self.make_id(), 'title': f'Part {number}: {self.make_words(3, 6)}', 'text': text}

    def make_lesson(self):
        items = [{'id': self.make_id(), 'text': self.make_sentence(), 'due': '2021-08-05', 'purpose': 'process'}
                 for _ in range(2)]
        actions = [{'id': self.make_id(), 'text': self.make_sentence(), 'purpose': 'prevent', 'items': items}]
        return {'id': self.make_id(), 'text': self.make_sentence(), 'actions': actions}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding='utf-8') as file:
        document = json.load(file)
    writer = Writer(document)
    for number in range(1, int(sys.argv[2]) + 1):
        document['sections'].append(writer.make_section(number))
        document['lessons'] += [writer.make_lesson() for _ in range(2)]
    json.dump(document, sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == '__main__':
    main()
