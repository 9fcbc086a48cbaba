"""What surrounds a case that the model computed: why nothing, what each item brings."""

from collections.abc import Mapping

from explainers.openfisca.carry import used_answers, words_of
from explainers.openfisca.case import run_case
from explainers.openfisca.parts import model_shortfalls, model_waterfall
from explainers.openfisca.variations import ModelAround
from explainers.program import Program
from register.model.vocabulary import Vocabulary
from register.model.whatif import Shortfall, Waterfall


def model_around(
    program: Program, vocabulaire: Vocabulary, situation: Mapping[str, object]
) -> ModelAround:
    """Return a case computed by the model, ready to be varied.

    Raises:
        SituationRefused: the answers cannot be used; all faults at once.

    """
    case = run_case(program, situation)
    return ModelAround(case, words_of(case, vocabulaire), vocabulaire, used_answers(case))


def model_parts(around: ModelAround) -> tuple[tuple[Shortfall, ...], Waterfall | None]:
    """Return why nothing is due, and what each item brings to what is."""
    case, words = around.case, around.words_of_model
    return model_shortfalls(case, words), model_waterfall(case, words, around.outcome.unit)
