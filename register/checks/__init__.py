"""What a card leaves to complete: values in, faults out, nothing hidden and nothing blocked."""

from register.checks.completeness import completeness
from register.checks.freshness import freshness

__all__ = ["completeness", "freshness"]
