"""Every measure of ``make bench``, one after the other."""

import sys

from tests.bench import history

MEASURES = (history.main,)

if __name__ == "__main__":
    sys.exit(max(measure() for measure in MEASURES))
