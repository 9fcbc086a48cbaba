"""The boundary beyond which git is known: revisions of a card, and the card as it was.

Elsewhere a commit or a blob is an opaque identifier.
"""

import os

# GitPython stops the whole program where git is not installed, unless told to wait for a call.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

from register.history.repository import Repository
from register.history.timeline import Timeline

__all__ = ["Repository", "Timeline"]
