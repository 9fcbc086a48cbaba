"""A day of the procedure: what falls on it, under which article, and what is unsettled about it."""

import datetime as dt
from typing import Literal

from register.model.base import Bilingual, Model, Name, Text

MilestoneKind = Literal["evenement", "silence", "limite", "attendu"]
"""What a day is: something that happened, the day silence counts as a refusal, the last day to
act, or the day another should have answered."""


class Milestone(Model):
    """One day of the procedure.

    ``jour`` is the prudent day: for a ``limite`` the earliest of the readings, for a ``silence``
    the latest; ``None`` while it depends on something unknown, which ``depend_de`` names.
    ``autre_jour`` is where the most generous reading of the law would put a limit.
    """

    id: Name
    nature: MilestoneKind
    titre: Bilingual
    jour: dt.date | None
    autre_jour: dt.date | None = None
    articles: tuple[Text, ...]
    explication: Bilingual
    incertain: Bilingual | None = None
    depend_de: Bilingual | None = None
