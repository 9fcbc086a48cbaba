"""Every measure of ``make bench``, one after the other."""

import sys

from tests.bench import engine, history, model, pages, procedures, sessions

MEASURES = (engine.main, model.main, history.main, pages.main, procedures.main, sessions.main)

if __name__ == "__main__":
    sys.exit(max(measure() for measure in MEASURES))
