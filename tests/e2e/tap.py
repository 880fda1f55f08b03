# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program finds out, as TAP; unlike a story it goes on after a failure."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, good, what, found=None):
        self.count += 1
        print(f'{"ok" if good else "not ok"} {self.count} - {what}', flush=True)
        if not good:
            self.failed += 1
            for line in str(found).splitlines()[:30]:
                print(f'# {line}')

    def equal(self, found, wanted, what):
        self.ok(found == wanted, what, f'found {found!r}, wanted {wanted!r}')

    def skip(self, what, why):
        self.count += 1
        print(f'ok {self.count} - {what} # SKIP {why}')

    def end(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failed else 0
