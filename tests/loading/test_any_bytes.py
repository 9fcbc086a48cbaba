"""Whatever bytes a file holds, reading it gives findings: never an exception, never silence."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FICHE = "fiche.yaml"
SIGNS = st.sampled_from(
    [sign.encode() for sign in "{}[]:-'\"&*!|>%@#?,0~\0\x85\t"]
    + [b"\n", b"\r\n", b": ", b"- ", b"&a ", b"*a", b"---\n", b"<<: ", b"\xff", b"\xc3"]
)
CUTS = st.lists(
    st.tuples(st.integers(0, 4_400), st.integers(0, 30), SIGNS | st.binary(max_size=4)),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory, canteen):
    """One copy of the card for all the draws."""
    place = tmp_path_factory.mktemp("any") / "algorithms" / "tarif-cantine"
    shutil.copytree(canteen, place)
    return place


@given(cuts=CUTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_card_cut_anywhere_is_read_or_told(cuts, copy, canteen, read):
    content = (canteen / FICHE).read_bytes()
    for start, length, put in cuts:
        content = content[:start] + put + content[start + length :]
    (copy / FICHE).write_bytes(content)

    algorithm, findings = read(copy)

    assert algorithm or any(finding.severity == "bloquant" for finding in findings)
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= finding.line <= lines for finding in findings if finding.file.endswith(FICHE))
    assert all(finding.message for finding in findings)
