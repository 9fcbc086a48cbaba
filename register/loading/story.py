"""The monograph of a folder, in each language, with its figures and its measured numbers."""

from collections.abc import Collection, Mapping
from pathlib import Path

from register.loading.reader import Reader
from register.model.case import Case
from register.model.finding import Fault
from register.model.story import Figure, Measure, Plot, Story, as_case, rows, text_faults

FILES = ("monographie.md", "monographie.en.md", "mesures.yaml", "figures")
"""What :func:`story` reads in a folder."""


def story(reader: Reader) -> Story:
    """Return what a folder tells beside its card, and leave every finding with ``reader``."""
    names = reader.names()
    french, english = (reader.text(name) if name in names else None for name in FILES[:2])
    measures = reader.model("mesures.yaml", tuple[Measure, ...]) if "mesures.yaml" in names else ()
    return Story(french, english, _figures(reader), measures or ())


def check_story(
    reader: Reader,
    told: Story,
    rules: Collection[str],
    cases: Mapping[str, Case],
    sources: Collection[str],
) -> None:
    """Find the files shown and the cases replayed that are not there, and the sources not listed.

    ``rules`` are the names of the rule files, ``cases`` the worked cases by name.
    """
    files = {*told.figures, *rules, *(("mesures.yaml",) if told.mesures else ())}
    for name, text in zip(FILES, (told.fr, told.en), strict=False):
        for offset, fault in text_faults(text or "", files, sources):
            line = (text or "").count("\n", 0, offset) + 1
            reader.stop(name, fault.code, fault.message, fault.remedy, line=line)
    for index, measure in enumerate(told.mesures):
        if as_case(measure, cases) is None:
            _no_case(reader, "mesures.yaml", (index, "cas"), measure.cas)
    for name, plot in told.figures.items():
        if plot.figure.calcul is not None and plot.figure.calcul.cas not in cases:
            _no_case(reader, name, ("calcul", "cas"), plot.figure.calcul.cas)


def _no_case(reader: Reader, name: str, path: tuple[str | int, ...], case: str) -> None:
    message = f"« {case[:80]} » n'est pas un cas du dossier"
    reader.add(name, Fault(path, "FORME-11", message, "écrivez le nom d'un fichier de cas/"))


def _figures(reader: Reader) -> dict[str, Plot]:
    found: dict[str, Plot] = {}
    names = reader.names("figures")
    for name in names:
        if not name.endswith(".yaml"):
            continue
        file = f"figures/{name}"
        figure = reader.model(file, Figure)
        if figure is None:
            continue
        if figure.donnees not in names:
            message = f"« {figure.donnees} » n'est pas dans le dossier figures/"
            reader.add(file, Fault(("donnees",), "FORME-11", message, "déposez le fichier CSV"))
            continue
        text = reader.text(f"figures/{figure.donnees}")
        read = rows(figure, text) if text is not None else None
        if isinstance(read, Fault):
            reader.stop(f"figures/{figure.donnees}", read.code, read.message, read.remedy)
        elif read is not None:
            found[file] = Plot(figure, read)
    drawn = {plot.figure.donnees for plot in found.values()}
    for name in names:
        if Path(name).suffix != ".yaml" and name not in drawn:
            remedy = "nommez-le dans la clé « donnees » d'une figure, ou retirez-le"
            reader.stop(
                f"figures/{name}", "FORME-11", "ce fichier n'est pas lu", remedy, "attention"
            )
    return found
