"""What a name of the rules is called on the page, and where it is defined there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from register.model.algorithm import Algorithm
from register.model.datum import Datum
from register.model.parameter import Listing
from register.model.rule import RuleSet
from register.render.reader import Reader


@dataclass(frozen=True)
class Names:
    """The data, parameters and operations of ``algorithm`` under ``rule``, by their ids."""

    reader: Reader
    algorithm: Algorithm
    rule: RuleSet | None

    @property
    def donnees(self) -> tuple[Datum, ...]:
        """The data in force: the rule's, where it carries its own."""
        own = self.rule.donnees if self.rule else None
        return self.algorithm.card.donnees if own is None else own

    def label(self, name: str) -> Markup:
        """Return the words of ``name``; the name itself, spaced, where nothing defines it."""
        found = self._defined.get(name)
        return found[1] if found else escape(name.replace("_", " "))

    def link(self, name: str) -> Markup:
        """Return the words of ``name``, linked to the place of the page that defines it."""
        found = self._defined.get(name)
        if found is None:
            return self.label(name)
        return Markup('<a class="nom" href="#{}">{}</a>').format(*found)

    def elements(self, listing: str) -> Mapping[str, Markup]:
        """Return the words of each code of a list, in its order; nothing for an unknown list."""
        parameter = self.algorithm.parametres.get(listing)
        if isinstance(parameter, Listing):
            return {
                code: escape(parameter.label(code, self.reader.lang)) for code in parameter.elements
            }
        for datum in self.donnees:
            if datum.id == listing and isinstance(datum.valeurs, dict):
                return {code: self.reader.both(words) for code, words in datum.valeurs.items()}
        return {}

    def code(self, code: str) -> Markup:
        """Return the words of a code quoted in a formula, from the first list that has it."""
        lists = (*self.algorithm.parametres, *(datum.id for datum in self.donnees))
        found = (self.elements(listing).get(code) for listing in lists)
        return next((words for words in found if words is not None), escape(code))

    @cached_property
    def _defined(self) -> Mapping[str, tuple[str, Markup]]:
        reader = self.reader
        defined = {
            name: (f"parametre-{name}", reader.both(parameter.libelle))
            for name, parameter in self.algorithm.parametres.items()
        }
        defined |= {
            datum.id: (f"donnee-{datum.id}", reader.both(datum.nom)) for datum in self.donnees
        }
        operations = self.rule.operations if self.rule else ()
        defined |= {
            operation.id: (f"operation-{operation.id}", reader.both(operation.nom))
            for operation in operations
        }
        return defined
