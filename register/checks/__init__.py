"""What a card leaves to complete: values in, faults out, nothing hidden and nothing blocked."""

from register.checks.amiss import amiss
from register.checks.completeness import completeness
from register.checks.freshness import freshness
from register.checks.mention import mention
from register.checks.obligations import deployed, findings, obligations
from register.checks.opinions import opinions
from register.checks.plain_language import plain_language

__all__ = [
    "amiss",
    "completeness",
    "deployed",
    "findings",
    "freshness",
    "mention",
    "obligations",
    "opinions",
    "plain_language",
]
