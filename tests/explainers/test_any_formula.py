"""Whatever formula the language accepts: it ends, reads only what it names, and never crashes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.display import Display
from explainers.evaluate import Evaluator, Plans
from explainers.printed import LANGS
from explainers.readers import Readers
from explainers.telling import Teller
from explainers.values import NotComputable, Series
from register.model.base import Bilingual
from register.model.formula import FUNCTIONS, names, parse
from register.model.infer import infer
from register.model.rational import Fraction
from register.model.scope import YES_NO, Entry, Kind, Lists, Scope
from register.model.tokens import Refused
from register.model.units import PURE_NUMBER
from register.model.vocabulary import Vocabulary

LISTS = Lists(
    {
        "zone": {"nord": {"fr": "Nord"}, "sud": {"fr": "Sud"}},
        "commune": {"a": {"fr": "A", "zone": "nord"}, "b": {"fr": "B", "zone": "sud"}},
    }
)
KINDS = {
    "x": Kind("nombre", PURE_NUMBER),
    "y": Kind("nombre", PURE_NUMBER),
    "seul": YES_NO,
    "ou_ca": Kind("code", listing="zone"),
    "prix": Kind("nombre", PURE_NUMBER, dims=("zone",)),
    "notes": Kind("nombre", PURE_NUMBER, dims=("commune",)),
    "zone": Kind("code", listing="zone", dims=("zone",)),
}
SCOPE = Scope(LISTS, {}, (), {name: Entry(name, "donnee", kind) for name, kind in KINDS.items()})
WORDS = Vocabulary(listes={}, unites={})

numbers = st.sampled_from(["0", "1", "2", "10", "0.5", "x", "y", "prix", "notes", "prix[ou_ca]"])
codes = st.sampled_from(['ou_ca == "nord"', "seul", "seul == non", "x < y", 'zone != "sud"'])


def larger(smaller):
    conditions = codes | st.builds(
        "{}({}, {})".format, st.sampled_from(["et", "ou"]), codes, smaller.map("{} > 0".format)
    )
    one = sorted(name for name, (least, most) in FUNCTIONS.items() if least == 1 and name != "non")
    return st.one_of(
        st.builds("({} {} {})".format, smaller, st.sampled_from("+-*/"), smaller),
        st.builds("{}({})".format, st.sampled_from(one), smaller),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "puissance"]), smaller, smaller),
        st.builds("si({}, {}, {})".format, conditions, smaller, smaller),
        st.builds("si(non({}), {}, {})".format, conditions, smaller, smaller),
        smaller.map("-{}".format),
    )


formulas = st.recursive(numbers, larger, max_leaves=12)
amounts = st.none() | st.fractions(max_denominator=1000).map(Fraction)


def series(name, cells):
    return Series(name, Bilingual(fr=name), KINDS[name], cells)


@settings(max_examples=300, deadline=None)
@given(formulas, amounts, amounts, st.booleans(), st.sampled_from(["nord", "sud", None]))
def test_what_is_accepted_ends_and_reads_only_what_it_names(text, x, y, alone, place):
    try:
        node = parse(text)
        dims = infer(node, SCOPE, ()).dims
    except Refused:
        return
    answers = {
        "x": series("x", {(): x}),
        "y": series("y", {(): y}),
        "seul": series("seul", {(): alone}),
        "ou_ca": series("ou_ca", {(): place}),
        "prix": series("prix", {("nord",): Fraction(3), ("sud",): y}),
        "notes": series("notes", {("a",): x, ("b",): Fraction(1, 7)}),
    }
    evaluator = Evaluator(SCOPE, answers, {}, Plans(Readers(SCOPE)))
    env = {dim: LISTS.codes(dim)[0] for dim in dims}
    try:
        value = evaluator.value(node, env)
    except NotComputable as stopped:
        assert stopped.failure.cause.fr
    else:
        assert value is None or isinstance(value, Fraction | str | bool)
    assert evaluator.reads.keys() <= {name.id for name in names(node)}
    for lang in LANGS:
        told = Teller(evaluator, Display(LISTS, WORDS), lang).formula(node, env)
        assert told is None or told.strip()
