"""A draft of a card, filled from another register, which cannot pass for a complete one.

What the model requires and nobody said stays an empty key, which ``registre valider`` refuses;
what may be unknown is written unknown; everything said stands on one source, reported.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from register.exchange.blank import blank, citing, new, ordered
from register.exchange.conversion import Imported, Loss, Place, Placed, dotted
from register.exchange.record import Record
from register.model.placeholder import is_address, says_nothing

SOURCE = "import"
"""The id of the only source of a draft."""

UNSPLIT = "a_decouper"
"""The id of the datum that holds data told in one text."""

MOST_CHARACTERS = 20_000
"""Characters of one text of a card."""

_LONGEST_ADDRESS = 500
_LONGEST_ID = 60


class Draft:
    """The card being filled from ``record``; ``origin`` names the register it comes from."""

    def __init__(self, record: Record, origin: str) -> None:
        self.record = record
        self._absent = f"absent de l'export importé ({origin})"
        self._values = blank((), self._absent)
        self._placed: list[Placed] = []
        self._losses: list[Loss] = []
        self._values |= {"schema": 1, "etablie_par": "tiers"}
        self._values["sources"] = [
            {"id": SOURCE, "titre": f"Export importé : {origin}", "fiabilite": "rapportee"}
        ]

    def name(self, name: str, proposed: str = "") -> None:
        """Give the card its identifier: ``proposed`` where it can be one, else the name's."""
        self._values["id"] = identifier(proposed) or identifier(name) or "a-nommer"

    def answer(self, *field: str | int) -> str:
        """Take the text of a field; what says nothing, or too much, is a loss."""
        text = self.record.text(*field)
        if says_nothing(text):
            if text:
                self.lose(dotted(field), text, "ce signe tient la place d'une réponse")
            return ""
        if len(text) > MOST_CHARACTERS:
            self.lose(dotted(field), text, f"plus de {MOST_CHARACTERS} signes")
            return ""
        return text

    def copy(self, field: str, *place: str | int) -> None:
        """Place the text of a field of the record, unless it says nothing."""
        if text := self.answer(field):
            self.put(text, field, *place)

    def address(self, field: str, *place: str | int) -> None:
        """Place the text of a field where it is an address."""
        text = self.answer(field)
        if text and usable(text):
            self.put(text, field, *place)
        elif text:
            self.lose(field, text, "une adresse est attendue ici")

    def code(self, code: str | None, field: str, *place: str | int) -> None:
        """Place the code that a field was understood as; ``None`` is a loss."""
        text = self.answer(field)
        if text and code:
            self.put(code, field, *place)
        elif text:
            self.lose(field, text, "la fiche n'a pas de code qui dise cela")

    def skip(self, why: str, *fields: str) -> None:
        """Tell that fields were left aside, where they say something."""
        for field in fields:
            value = self.record.take(field)
            if value not in (None, "", [], {}):
                self.lose(field, str(value), why)

    def put(self, value: Any, field: str, *place: str | int) -> None:
        """Write ``value`` at ``place`` of the card; its group stands on the import."""
        group = self._at(place[:-1])
        group[place[-1]] = value
        cites = citing(place[:-1])
        if cites and not group.get(cites):
            group[cites] = [SOURCE]
        self._placed.append(Placed(field, dotted(place)))

    def put_unsplit(self, words: str | None, field: str) -> None:
        """Write data told in one text as one datum, to be split."""
        datum = {"id": UNSPLIT, "nom": {"fr": "Données à découper une par une"}}
        self._at(("donnees", 0)).update(datum)
        if words:
            self.put(words, field, "donnees", 0, "source")

    def add_source(self, titre: str, url: str, field: str, *place: str | int) -> None:
        """List a document among the sources, and make the group at ``place`` cite it."""
        listed = self._values["sources"]
        entry = {"id": f"document_{len(listed)}", "titre": titre, "fiabilite": "rapportee"}
        listed.append(entry | ({"url": url} if url else {}))
        group, cites = self._at(place), citing(place)
        if cites:
            group[cites] = [*group.get(cites, ()), entry["id"]]
        self._placed.append(Placed(field, f"sources.{len(listed) - 1}"))

    def lose(self, field: str, read: str, why: str) -> None:
        """Tell that a field was not taken over whole."""
        self._losses.append(Loss(field, read, why))

    def done(self) -> Imported:
        """Return the draft, its keys in the order of the card, and what the record had left."""
        left = tuple(self.record.left("la fiche n'a pas de clé pour ce champ"))
        return Imported(ordered(self._values), tuple(self._placed), (*self._losses, *left))

    def _at(self, place: Place) -> Any:
        """Return the group or list at ``place``, made blank where the draft has none."""
        value: Any = self._values
        for count, part in enumerate(place, 1):
            if isinstance(part, int):
                while len(value) <= part:
                    value.append(new(place[:count], self._absent))
            elif not value.get(part) or _is_unknown(value[part]):
                value[part] = new(place[:count], self._absent)
            value = value[part]
        return value


def _is_unknown(value: Any) -> bool:
    return isinstance(value, Mapping) and "inconnu" in value


def usable(address: str) -> bool:
    """Return whether the card admits ``address``: a whole web address, not endless."""
    whole = is_address(address) and address.startswith(("http://", "https://"))
    return whole and len(address) <= _LONGEST_ADDRESS


def identifier(text: str) -> str:
    """Return ``text`` as the identifier of a card, empty where nothing of it can serve.

    >>> identifier("Calcul de la taxe d'habitation")
    'calcul-de-la-taxe-d-habitation'
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    words = re.sub(r"^[^a-z]+", "", words)
    return words[:_LONGEST_ID].strip("-")
