"""A hostile file gets a finding within one second of CPU and 200 MB, and the others still load.

The reading runs in its own process: past the memory limit, or past one second on one folder,
the process dies and the test with it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
MEGABYTE = 1024 * 1024
CHILD = """
import json, resource, signal, sys
from pathlib import Path
from register.loading import folder
from register.model.vocabulary import Vocabulary
resource.setrlimit(resource.RLIMIT_AS, (200 * 1024 * 1024,) * 2)
said = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    print(path.name, file=sys.stderr, flush=True)
    signal.setitimer(signal.ITIMER_PROF, 1.0)
    algorithm, findings = folder(path, Vocabulary(listes={}, unites={}))
    said[path.name] = [algorithm is not None, *map(str, findings)]
    signal.setitimer(signal.ITIMER_PROF, 0)
print(json.dumps(said))
"""

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
HOSTILE = {
    "alias-bomb": BOMB,
    "fifty-megabytes": "a: " + "x" * (50 * MEGABYTE),
    "fifty-megabytes-of-keys": "".join(f"k{n}: 1\n" for n in range(4_000_000)),
    "deep-brackets": "a: " + "[" * 10_000 + "]" * 10_000,
    "deep-braces": "a: " + "{a: " * 10_000 + "}" * 10_000,
    "deep-indentation": "".join(f"{' ' * n}a:\n" for n in range(1_400)),
    "deep-dashes": "- " * 10_000,
    "deep-but-unclosed": "[" * 500_000,
    "nul-bytes": "nom: a\0b",
    "all-nul": "\0" * MEGABYTE,
    "python-object": "nom: !!python/object/apply:os.system ['touch pwned']",
    "local-tag": "nom: !include /etc/passwd",
    "endless-tag": "nom: !" + "t" * 500_000 + " a",
    "endless-anchor": "nom: &" + "t" * 500_000 + " a",
    "huge-word": "id: " + "a" * 1_000_000,
    "huge-number": "schema: " + "9" * 1_000_000,
    "huge-exponent": "schema: 1e999999999",
    "huge-decimal": "schema: 0." + "1" * 1_000_000,
    "huge-key": "k" * 1_000_000 + ": 1",
    "quoted-huge-key": '"' + "k" * 1_000 + '": 1\n',
    "thousands-of-keys": "".join(f"k{n}: 1\n" for n in range(9_000)),
    "thousands-of-near-misses": "".join(f"decisionn{n}: 1\n" for n in range(9_000)),
    "thousands-of-twins": "nom: 1\n" * 9_000,
    "too-many-values": "a: [" + "1," * 400_000 + "]",
    "thousands-of-sources": "sources:\n" + "  - {id: A}\n" * 6_000,
    "thousands-of-anchors": "a: [" + "&a 1," * 100_000 + "]",
    "thousands-of-documents": "--- a\n" * 100_000,
    "yaml-directive": "%YAML 1.1\n---\nnom: a",
    "tag-directive": "%TAG ! tag:evil,2000:\n---\nnom: a",
    "many-comments": "#" * 60 + "\n" + ("#" + "c" * 60 + "\n") * 16_000,
    "blank-lines": "\n" * 1_000_000,
    "tabs": "\t" * 1_000_000,
    "question-marks": "? " * 300_000,
    "colons": ":" * 500_000,
    "quotes": '"' * 500_001,
    "folded-blank": "a: >\n" + " \n" * 500_000,
    "escapes": 'a: "' + "\\u0000" * 150_000 + '"',
    "escaped-nul": 'nom: "a\\u0000b"',
    "escaped-reversal": 'nom: "\\u202enom"',
    "surrogate": 'nom: "\\ud800"',
    "merge-key": "<<: {nom: a}\n",
    "nested-key": "{{a: b}: c}: d",
    "reversed-text": "nom: \u202enom",
}
RULE, PARAMETERS = "regles/2024-09-01.yaml", "parametres.yaml"
BYTES = {
    "invalid-utf-8": b"nom: \xff\xfe\xfa",
    "utf-16": "nom: a".encode("utf-16"),
    "truncated-utf-8": b"nom: \xc3",
    "overlong": b"nom: \xc0\xaf",
    "random": bytes(range(256)) * 4_000,
}

RULES = "depuis: 2024-09-01\ntexte: {article: a}\noperations:\n"
OPERATION = "  - id: o{n}\n    nom: {{fr: A}}\n    unite: nombre\n    formule: {formula}\n"
TABLE = (
    "t:\n  libelle: {fr: A}\n  type: table\n  cles: {q: jusqu_a EUR}\n  donne: {p: EUR}\n"
    "  valeurs:\n    - depuis: 2024-09-01\n      source: {article: a}\n      lignes:\n"
)


def _operations(count, formula):
    return RULES + "".join(OPERATION.format(n=n, formula=formula(n)) for n in range(count))


HEAVY = {
    "operations-in-a-chain": (RULE, _operations(700, lambda n: f"o{n - 1} + o{n - 1}")),
    "unknown-names": (RULE, _operations(700, lambda n: f"rfrr{n} / partss{n}")),
    "long-formulas": (RULE, _operations(700, lambda _: "+".join(["rfr"] * 120))),
    "deep-formulas": (RULE, _operations(700, lambda _: "(" * 240 + "1" + ")" * 240)),
    "one-endless-formula": (RULE, _operations(1, lambda _: "1" + "+1" * 400_000)),
    "ten-thousand-parentheses": (RULE, _operations(1, lambda _: "(" * 10_000)),
    "rows-in-order": (PARAMETERS, TABLE + "".join(f"        - [{n}, 1]\n" for n in range(2_600))),
    "rows-never-reached": (PARAMETERS, TABLE + "        - [9, 1]\n" * 2_600),
    "nested-values": (PARAMETERS, "t:\n  valeurs: [{valeur: " + "{a: " * 35 + "1" + "}" * 37 + "]"),
    "endless-prose": ("monographie.md", "a" * 50 * MEGABYTE),
    "endless-lot": ("cas/lot.csv", "a" * 50 * MEGABYTE),
    "number-of-cases": ("cas/cas.yaml", "nom: 1\n" * 100_000),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the child says of each hostile folder, and of the good one among them."""
    root = tmp_path_factory.mktemp("algorithms")
    shutil.copytree(FIXTURES / "valides" / "tarif-cantine", root / "tarif-cantine")
    for name, text in HOSTILE.items():
        _spoil(root / name, text.encode())
    for name, content in BYTES.items():
        _spoil(root / name, content)
    for name, (file, text) in HEAVY.items():
        shutil.copytree(FIXTURES / "valides" / "tarif-cantine", root / name)
        (root / name / file).write_text(text)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, root],
        capture_output=True, text=True, timeout=120, check=False,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    shutil.rmtree(root)
    assert child.returncode == 0, child.stderr[-2000:]
    return json.loads(child.stdout)


def _spoil(folder, content):
    folder.mkdir()
    (folder / "fiche.yaml").write_bytes(content)


@pytest.mark.parametrize("name", [*HOSTILE, *BYTES])
def test_a_hostile_file_gets_readable_findings_and_no_card(name, said):
    read, *lines = said[name]

    assert not read
    assert 1 <= len(lines) <= 101
    assert all(": bloquant FORME-" in line and len(line) < 1_000 for line in lines)


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_in_a_card_gets_findings_and_leaves_the_card(name, said):
    read, *lines = said[name]

    assert read
    # A table in order is no fault: the rules that lost their own parameters are told instead.
    told = RULE if name == "rows-in-order" else HEAVY[name][0]
    assert any(f"{name}/{told}:" in line for line in lines)
    assert all(len(line) < 1_000 for line in lines)


def test_the_good_card_among_them_still_loads(said):
    assert said["tarif-cantine"] == [True]


def test_nothing_was_executed():
    assert not (Path(__file__).parents[2] / "pwned").exists()
