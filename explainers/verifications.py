"""What the answers must meet together: a false condition refuses the case, and says why."""

from collections.abc import Iterator, Mapping

from explainers.evaluate import Evaluator
from explainers.program import Program
from explainers.values import NotComputable, Series
from register.model.finding import Fault
from register.model.rule import Verification


def unmet(program: Program, answers: Mapping[str, Series]) -> Iterator[Verification]:
    """Yield the verifications that ``answers`` do not meet.

    One that reads an answer nobody gave, or a value that is not known, refuses nothing.
    """
    if not program.verifications:
        return
    series = {**program.parameters, **answers}
    evaluator = Evaluator(program.scope, series, program.scales, program.plans)
    for one, condition in program.verifications:
        try:
            met = evaluator.truth(condition, {})
        except NotComputable:
            continue
        if not met:
            yield one


def fault(one: Verification) -> Fault:
    """Return the refusal of an unmet verification: it names data, and repeats no answer.

    It stands at the first of the data to look at again.
    """
    remedy = "à revoir : " + " ".join(one.donnees)
    return Fault((one.donnees[0],), "SITUATION-8", one.message.fr, remedy, english=one.message.en)
