"""Getting the model ready, in a process of its own: in this one, other tests may have built it."""

import subprocess
import sys
from pathlib import Path

CARDS = Path(__file__).parents[3] / "algorithms"

PROGRAM = """
import sys
from pathlib import Path

from explainers import explain
from explainers.preparation import prepare, state
from register import loading

cards = Path(sys.argv[1])
words, _ = loading.vocabulaire(cards)
card, _ = loading.folder(cards / "impot-revenu", words)
plain, _ = loading.folder(cards / "apa-gir", words)
read = []

def watch(event, given):
    if event == "open" and "openfisca_france" in str(given[0]):
        read.append(given[0])

sys.addaudithook(watch)
assert prepare([plain], words) is None
told = [state()]
building = prepare([plain, card], words)
told.append(state())
building.join()
told.append(state())
told.append(len(read) > 500)

read.clear()
case = dict(card.cas)["2024-personne-seule-30000"]
assert explain(card, words, case.situation, case.date).resultat.calculable
print(*told, len(read) < 10)
"""


def test_the_model_is_built_once_a_card_needs_it_and_read_before_the_first_case() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(CARDS)], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.stdout.split() == ["froid", "en_preparation", "pret", "True", "True"]
