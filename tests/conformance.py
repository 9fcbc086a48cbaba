"""OpenFisca's own YAML tests, run through the engine: ``make conformance VECTEURS=DIR``.

Each expected value is compared, within the margins of its file, with what the engine computes;
then what the engine would tell of it is computed again, operation by operation.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
import yaml
from openfisca_core import periods
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.tools import assert_near
from openfisca_core.tools.test_runner import build_test

from explainers.openfisca import engine
from explainers.openfisca.replay import misses
from explainers.openfisca.slicing import slice_of
from explainers.openfisca.words import Words
from register.model.vocabulary import Vocabulary

NO_WORDS = Vocabulary(listes={}, unites={})


@dataclass
class Tally:
    """What a file gave: the cases, the values compared, the operations computed again."""

    cases: int = 0
    values: int = 0
    operations: int = 0
    skipped: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another file."""
        self.cases += other.cases
        self.values += other.values
        self.operations += other.operations
        self.skipped += other.skipped
        self.faults += other.faults


def files(folder: Path) -> list[Path]:
    """Return the test files of a folder, or the one file named."""
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.rglob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def run_file(path: Path) -> Tally:
    """Run every case of a file."""
    written = yaml.safe_load(path.read_text("utf-8"))
    tally = Tally()
    for raw in written if isinstance(written, list) else [written]:
        test = build_test(raw)
        if test.reforms or test.extensions or test.parameters:
            tally.skipped += 1
            continue
        tally.cases += 1
        try:
            _run(test, tally, f"{path.name}: {test.name}")
        except Exception as error:
            tally.faults.append(f"{path.name}: {test.name}: {type(error).__name__}: {error}")
    return tally


def _run(test: Any, tally: Tally, name: str) -> None:
    builder = SimulationBuilder()
    builder.set_default_period(test.period)
    simulation = builder.build_from_dict(engine.system(), test.input)
    computed = engine.recorded(simulation, test.max_spiral_loops or 1)
    words = Words(engine.system(), None, NO_WORDS)
    for variable, period, place, expected in _expected(test, simulation):
        tally.values += 1
        event = computed.calculate(variable, periods.period(period))
        value = event.value
        told = value if place is None else value[place]
        margins = test.absolute_error_margin[variable], test.relative_error_margin[variable]
        try:
            assert_near(told, expected, margins[0], "", margins[1])
        except AssertionError as error:
            tally.faults.append(f"{name}: {variable} {period}: {error}")
        roots = range(len(value)) if place is None else [place]
        found = slice_of(computed, [(event, root) for root in roots])
        wrong, count = misses(found.kept.values(), words)
        tally.operations += count
        tally.faults += [f"{name}: {one}" for one in wrong]


def _expected(test: Any, simulation: Any) -> Iterator[tuple[str, Any, int | None, Any]]:
    """Yield each value expected: variable, period, which element (all of them where none)."""
    for key, content in (test.output or {}).items():
        if simulation.tax_benefit_system.get_variable(key):
            yield from _at_periods(key, content, test.period, None)
        elif simulation.populations.get(key):
            for variable, value in content.items():
                yield from _at_periods(variable, value, test.period, None)
        else:
            population = simulation.get_population(plural=key)
            for instance, values in content.items():
                place = population.get_index(instance)
                for variable, value in values.items():
                    yield from _at_periods(variable, value, test.period, place)


def _at_periods(
    variable: str, value: Any, period: Any, place: int | None
) -> Iterator[tuple[str, Any, int | None, Any]]:
    if isinstance(value, dict):
        for at, inner in value.items():
            yield from _at_periods(variable, inner, at, place)
    else:
        yield variable, period, place, value


def main(folder: Path) -> int:
    """Run a folder with one process per core, a bar on the error output; 1 if anything differs."""
    engine.system()
    found, total = files(folder), Tally()
    # The processes are copies of this one: the model is built once.
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        results = pool.imap_unordered(run_file, found)
        with typer.progressbar(
            results, len(found), "Fichiers", show_pos=True, file=sys.stderr
        ) as bar:
            for tally in bar:
                total.add(tally)
    for fault in total.faults:
        print(fault)  # noqa: T201 — the report
    print(  # noqa: T201
        f"{len(found)} fichiers, {total.cases} cas, {total.values} valeurs, "
        f"{total.operations} opérations refaites, {len(total.faults)} écarts, "
        f"{total.skipped} cas écartés (réformes ou paramètres propres au test)"
    )
    return 1 if total.faults or not total.cases else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
