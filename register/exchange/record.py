"""A nested value being converted: what was taken out of it, and what is left."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from register.exchange.conversion import Loss, Place, dotted
from register.model.citation import CITING

MOST_LOSSES = 5_000
"""Losses told for one record."""


class Record:
    """Plain values read by place; whatever nobody took is told as lost.

    Of a card, the citations and what is written unknown are no loss.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self._taken: set[Place] = set()

    def look(self, *place: str | int) -> Any:
        """Return the value at ``place``, or ``None``, without taking it."""
        value: Any = self.values
        for part in place:
            if isinstance(value, Mapping):
                value = value.get(part)
            elif isinstance(value, list | tuple) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def take(self, *place: str | int) -> Any:
        """Return the value at ``place``, or ``None``, and count it as taken whole."""
        self._taken.add(place)
        return self.look(*place)

    def text(self, *place: str | int) -> str:
        """Return the text at ``place`` without the spaces around it, and take it; else empty."""
        value = self.look(*place)
        if not isinstance(value, str | int | Decimal | dt.date) or isinstance(value, bool):
            return ""
        self.take(*place)
        return str(value).strip()

    def lines(self, *place: str | int) -> list[str]:
        """Return the texts of the list at ``place``, each on one line, and take them."""
        listed = self.take(*place)
        return [" ".join(str(one).split()) for one in listed] if isinstance(listed, list) else []

    def left(self, why: str) -> Iterator[Loss]:
        """Give a loss for each value that says something and was not taken."""
        for count, (place, value) in enumerate(self._leaves(self.values, ())):
            if count >= MOST_LOSSES:
                yield Loss("…", "", f"plus de {MOST_LOSSES} champs ne sont pas repris")
                return
            yield Loss(dotted(place), str(value), why)

    def _leaves(self, value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
        if place in self._taken:
            return
        if isinstance(value, Mapping):
            for key, item in value.items():
                if key == "inconnu" or (key in CITING and isinstance(item, list | tuple)):
                    continue
                yield from self._leaves(item, (*place, key))
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                yield from self._leaves(item, (*place, index))
        elif value is not None and str(value).strip():
            yield place, value
