"""« Mon cas »: the parts of the page around the questions and the relevé."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from register.model.algorithm import Algorithm, Catalogue
from register.model.finding import blocking
from register.render.environment import fill
from register.render.layout import compute_address
from register.render.reader import Reader
from register.render.site import path_in, with_query


@dataclass(frozen=True)
class Field:
    """One question as shown above its field; ``champ`` is the style class of that field.

    ``element`` marks one of the answers asked for each element of a list.
    """

    ancre: str
    champ: str
    titre: str
    aides: tuple[str, ...] = ()
    faute: str | None = None
    facultatif: bool = False
    element: bool = False


@dataclass(frozen=True)
class File:
    """A file the browser makes from the page itself."""

    nom: str
    type: str
    contenu: str
    libelle: Markup

    @property
    def base64(self) -> str:
        """The content, in a form an attribute can hold."""
        return b64encode(self.contenu.encode()).decode("ascii")


def case_head(reader: Reader, algorithm: Algorithm) -> Markup:
    """Return the title and the promise on answers, or why nothing can be computed."""
    return fill(
        "case_head.html",
        r=reader,
        nom=reader.both(algorithm.card.nom),
        fiche=_card(reader, algorithm),
        calculable=algorithm.executable,
        raison=None if algorithm.executable else why_not(reader, algorithm),
    )


def case_waiting(reader: Reader, algorithm: Algorithm) -> Markup:
    """Return what stands in the place of the questions before, or without, JavaScript."""
    return fill("case_waiting.html", r=reader, fiche=_card(reader, algorithm))


def case_absent(reader: Reader, catalogue: Catalogue, *, asked: bool) -> Markup:
    """Return the page for a card that is not there, or was not ``asked``: those one can compute."""
    return fill(
        "case_absent.html",
        r=reader,
        demandee=asked,
        calculables=[
            (compute_address(algorithm.id, reader.lang), reader.both(algorithm.card.nom))
            for algorithm in catalogue.algorithmes
            if algorithm.executable
        ],
        accueil=path_in("/", reader.lang),
    )


def why_not(reader: Reader, algorithm: Algorithm) -> Markup:
    """Return why the cases of this card are not computed here."""
    reuse = algorithm.card.reutilisation
    if blocking(algorithm.constats):
        return reader.say("constats")
    if reuse and reuse.pourquoi_pas_executable:
        return reader.say("cas_pourquoi", raison=reader.text(reuse.pourquoi_pas_executable))
    return Markup("{} {}").format(reader.say("cas_sans_raison"), reader.missing())


def case_question(reader: Reader, field: Field) -> Markup:
    """Return the words of one question, with what is wrong with its answer."""
    return fill("case_question.html", r=reader, **vars(field))


def case_faults(reader: Reader, fields: Sequence[Field], tour: int) -> Markup:
    """Return the list of answers to look at again, each leading to its question.

    ``tour`` counts the computations of the visit, so that each list is announced.
    """
    faulty = [(field.ancre, field.titre, field.faute) for field in fields if field.faute]
    number = len(faulty)
    titre = reader.say("cal_fautes_une") if number == 1 else reader.say("cal_fautes", nombre=number)
    return fill("case_faults.html", r=reader, titre=titre, fautes=faulty, tour=tour)


def case_result(
    reader: Reader, algorithm: Algorithm, releve: Markup, files: Sequence[File], tour: int = 0
) -> Markup:
    """Return the relevé with its title, the files to keep, and what one can do next.

    It takes the focus at each new ``tour``; never without one: it follows a slider being moved.
    """
    return fill(
        "case_result.html",
        r=reader,
        releve=releve,
        fichiers=files,
        droits=escape(_card(reader, algorithm) + "#droits"),
        ecrire=with_query(path_in("/demander", reader.lang), {"fiche": algorithm.id}),
        tour=tour,
    )


def breakdown(reader: Reader) -> Markup:
    """Return the admission that the program failed; nothing is said of the answers."""
    return Markup('<p class="alerte" role="alert">{}</p>').format(reader.say("panne"))


def _card(reader: Reader, algorithm: Algorithm) -> str:
    return path_in(f"/fiches/{algorithm.id}", reader.lang)
