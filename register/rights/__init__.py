"""What a person may claim and until when: letters, deadlines, and the mention owed to them."""

from register.rights.deadlines import deadlines
from register.rights.journey import Journey

__all__ = ["Journey", "deadlines"]
