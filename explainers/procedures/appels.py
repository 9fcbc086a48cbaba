"""The order of call explained: a situation read, each operation of the card told, rank by rank.

Situation: ``taux_boursiers``, ``taux_residents`` (%), ``candidats`` in the order of the ranking,
each a label whose first letter says what the candidate counts for (B, R, T, C), and ``candidat``,
the label of the one whose rank is to be explained.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from explainers.procedures.answers import Answers
from explainers.procedures.case import MAX_LINES, Account, Case, Procedure, Told, line, said
from explainers.procedures.garanties import guarantees
from explainers.procedures.ordre_appel import BOTH, BOURSIER, NEITHER, RESIDENT, order_of_call
from explainers.procedures.overtaking import Call, Fate, calls, fate
from register.model.base import Bilingual
from register.model.explanation import Given, StepLine

MAX_CANDIDATES = 2_000_000
MAX_LABEL = 40
LETTERS: Mapping[str, int] = {"C": NEITHER, "R": RESIDENT, "B": BOURSIER, "T": BOTH}
"""What a label's first letter says: boursier, résident, tous les deux (T), aucun (C)."""

_EXPECTED = "une lettre (B, R, T ou C) puis un numéro, par exemple B2"


@dataclass(frozen=True)
class Group:
    """A group of candidates to order, as read from a situation."""

    labels: Sequence[str]
    kinds: Sequence[int]
    boursiers: int
    residents: int
    followed: int | None


def read_group(case: Case) -> Group:
    """Return the group of a situation; rates that are not whole are rounded up, as the text says.

    Raises:
        SituationRefused: a rate out of bounds, a label that says nothing, a candidate ranked twice.

    """
    answers = Answers(case.program, case.situation)
    rates = [
        _rate(answers, name, required=name == "taux_boursiers")
        for name in ("taux_boursiers", "taux_residents")
    ]
    raw = answers.sequence("candidats", MAX_CANDIDATES)
    labels = [label for label in raw if isinstance(label, str)]
    kinds = [LETTERS.get(label[:1], -1) for label in labels]
    wrong = len(labels) < len(raw) or -1 in kinds or max(map(len, labels), default=0) > MAX_LABEL
    if wrong or len(set(labels)) < len(labels):
        _tell(answers, raw)
    followed = case.situation.get("candidat")
    place = labels.index(followed) if isinstance(followed, str) and followed in labels else None
    if followed is not None and place is None:
        message = "ce candidat n'est pas dans la liste des candidats"
        answers.refuse(("candidat",), "SITUATION-5", message)
    answers.checked()
    return Group(labels, kinds, rates[0], rates[1], place)


def _rate(answers: Answers, name: str, *, required: bool) -> int:
    raw = answers.situation.get(name)
    if raw is None:
        if required:
            answers.refuse((name,), "SITUATION-2", "une réponse est attendue", "un taux, en %")
        return 0
    rate = answers.number((name,), raw, 0, 100)
    return 0 if rate is None else math.ceil(rate)


def _tell(answers: Answers, raw: Sequence[object]) -> None:
    """Tell each line that cannot be used, up to ``MAX_LINES`` of them."""
    seen: dict[str, int] = {}
    for place, label in enumerate(raw):
        path = ("candidats", place)
        if not isinstance(label, str) or label[:1] not in LETTERS or len(label) > MAX_LABEL:
            answers.refuse(path, "SITUATION-3", "ce candidat ne peut pas être lu", _EXPECTED)
        elif label in seen:
            message = f"ce candidat a déjà un rang, ligne {seen[label] + 1}"
            answers.refuse(path, "SITUATION-8", message, "un rang par candidat")
        else:
            seen[label] = place
        if len(answers.faults) > MAX_LINES:
            return


def account(case: Case) -> Account:
    """Return the order of call of a situation, with what each operation of the card did."""
    group = read_group(case)
    order = order_of_call(group.kinds, group.boursiers, group.residents)
    many = len(order) > MAX_LINES and group.followed is None
    told = [] if many else calls(group.kinds, group.boursiers, group.residents, order)
    writer = _Writer(group, order, told)
    return Account(
        data=writer.data(),
        operations={
            "taux_minimum": writer.rates(),
            "contraintes": writer.constraints(),
            "choix": writer.choices(),
            "ordre_d_appel": writer.order_told(),
            "rang_du_candidat": writer.fate(),
            "garanties": writer.guarantees(),
        },
    )


class _Writer:
    def __init__(self, group: Group, order: Sequence[int], told: Sequence[Call]) -> None:
        self.group, self.order, self.told = group, order, told
        self.shown = told if len(told) <= MAX_LINES else ()

    def data(self) -> dict[str, tuple[Given, Bilingual]]:
        group = self.group
        size = len(group.labels)
        data: dict[str, tuple[Given, Bilingual]] = {
            "taux_boursiers": (Decimal(group.boursiers), _percent(group.boursiers)),
            "taux_residents": (Decimal(group.residents), _percent(group.residents)),
            "candidats": (tuple(group.labels), said(f"{size} candidats", f"{size} candidates")),
        }
        if group.followed is not None:
            label = group.labels[group.followed]
            data["candidat"] = (label, said(label, label))
        return data

    def rates(self) -> Told:
        b, r = self.group.boursiers, self.group.residents
        value: Given = {"boursiers": Decimal(b), "residents": Decimal(r)}
        words = said(
            f"{b}\u00a0% de boursiers, {r}\u00a0% de résidents",
            f"{b}% scholarship holders, {r}% local candidates",
        )
        return Told("calcul", value, words)

    def constraints(self) -> Told:
        lines = tuple(
            line(str(call.rank), _rank(call.rank), _binding(call), self.counted(call))
            for call in self.shown
        )
        count = sum(1 for call in self.told if call.boursiers_bind or call.residents_bind)
        value = Decimal(count) if self.told else None
        words = said(
            f"rangs contraints par un taux\u00a0: {count}", f"ranks where a rate binds: {count}"
        )
        return Told("condition", value, words if self.told else _TOO_MANY, lines=lines)

    def counted(self, call: Call) -> Bilingual:
        """Return what was counted at a rank, and which rates were binding."""
        b, r = call.boursiers, call.residents
        fr = f"déjà appelés\u00a0: {_several(b, 'boursier')}, {_several(r, 'résident')}"
        en = f"already called: {b} with a scholarship, {r} local"
        return said(
            f"{fr}\u00a0; {_WHICH[_binding(call)].fr}", f"{en}; {_WHICH[_binding(call)].en}"
        )

    def choices(self) -> Told:
        lines = tuple(self._choice(call) for call in self.shown)
        return Told("selection", None, said("rang par rang", "rank by rank"), lines=lines)

    def _choice(self, call: Call) -> StepLine:
        label = self.group.labels[call.place]
        passed = sorted(place for place in self.order[call.rank :] if place < call.place)
        names = ", ".join(self.group.labels[place] for place in passed)
        fr = f"{label}, classé {_nth(call.place + 1)}" + (
            f", passe devant {names}" if names else ""
        )
        en = f"{label}, ranked {call.place + 1}" + (f", passes {names}" if names else "")
        return line(str(call.rank), _rank(call.rank), label, said(fr, en))

    def order_told(self) -> Told:
        labels = self.group.labels
        ordered = tuple(labels[place] for place in self.order)
        first = " ".join(ordered[:MAX_LINES]) + (" …" if len(ordered) > MAX_LINES else "")
        return Told("selection", {"ordre": ordered}, said(first or "personne", first or "nobody"))

    def fate(self) -> Told:
        place = self.group.followed
        if place is None:
            words = said("aucun candidat à suivre", "no candidate to follow")
            return Told("selection", None, words, used=False)
        group = self.group
        found = fate(group.kinds, group.boursiers, group.residents, self.told, place)
        value: Given = {
            "candidat": group.labels[place],
            "rang_de_classement": Decimal(place + 1),
            "rang_d_appel": Decimal(found.call.rank),
            "rang_sans_taux_boursiers": Decimal(found.without_boursiers),
            "rang_sans_taux_residents": Decimal(found.without_residents),
            "depasse": tuple(group.labels[one] for one in found.passes),
            "depasse_par": tuple(group.labels[call.place] for call in found.passed_by),
        }
        lines = tuple(self._overtaking(call) for call in found.passed_by[:MAX_LINES])
        words = said(f"{_nth(found.call.rank)} appelé", f"called at rank {found.call.rank}")
        return Told("selection", value, words, _why(group.labels[place], found), lines)

    def _overtaking(self, call: Call) -> StepLine:
        label = self.group.labels[call.place]
        name = said(f"{label}, appelé {_nth(call.rank)}", f"{label}, called {call.rank}")
        return line(str(call.rank), name, label, self.counted(call))

    def guarantees(self) -> Told:
        group = self.group
        checked = guarantees(group.kinds, group.boursiers, group.residents, self.order)
        lines = tuple(
            line(one.id, one.words, "oui" if one.holds else "non", _HELD[one.holds])
            for one in checked
        )
        held = all(one.holds for one in checked)
        return Told("condition", "oui" if held else "non", _HELD[held], lines=lines)


def _why(label: str, found: Fate) -> Bilingual:
    rank, call = found.call.place + 1, found.call
    up, down = len(found.passes), len(found.passed_by)
    fr = (
        f"{label} est classé {_nth(rank)} et appelé {_nth(call.rank)}. "
        f"Candidats devant lesquels il passe\u00a0: {up}\u00a0; "
        f"qui passent devant lui\u00a0: {down}. "
        f"Sans aucun taux, il serait appelé {_nth(rank)}."
    )
    en = (
        f"{label} is ranked {rank} and called {call.rank}. "
        f"Candidates they pass: {up}; candidates who pass them: {down}. "
        f"Without any rate, they would be called {rank}."
    )
    return said(fr, en)


def _nth(rank: int) -> str:
    return "1er" if rank == 1 else f"{rank}e"


def _several(count: int, name: str) -> str:
    return f"{count} {name}" if count < 2 else f"{count} {name}s"


def _binding(call: Call) -> str:
    if call.boursiers_bind and call.residents_bind:
        return "les_deux"
    if call.boursiers_bind:
        return "boursiers"
    return "residents" if call.residents_bind else "aucun"


def _rank(rank: int) -> Bilingual:
    return said(f"Rang {rank}", f"Rank {rank}")


def _percent(rate: int) -> Bilingual:
    return said(f"{rate}\u00a0%", f"{rate}%")


_TOO_MANY = said("trop de rangs pour les dire un à un", "too many ranks to tell one by one")
_HELD = {True: said("vérifié", "checked"), False: said("non respecté", "not met")}
_WHICH: Mapping[str, Bilingual] = {
    "les_deux": said("les deux taux contraignent ce rang", "both rates bind"),
    "boursiers": said("le taux de boursiers contraint ce rang", "the scholarship rate binds"),
    "residents": said("le taux de résidents contraint ce rang", "the local rate binds"),
    "aucun": said("aucun taux ne contraint ce rang", "no rate binds"),
}

PROCEDURE = Procedure(
    version="1",
    operations=(
        "taux_minimum",
        "contraintes",
        "choix",
        "ordre_d_appel",
        "rang_du_candidat",
        "garanties",
    ),
    account=account,
)
