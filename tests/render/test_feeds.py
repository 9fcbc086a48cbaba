"""Feeds hold to RFC 4287: what it requires is there, and names never change."""

import datetime as dt
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from register.model.finding import Fault
from register.model.revision import Moment, Revision
from register.render import Site
from register.render.feeds import Feed, atom, authority

ATOM = "{http://www.w3.org/2005/Atom}"
LU = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
SITE = Site(origine="https://registre.example")
FEED = Feed("/flux.atom", "Le registre", "/historique")
REVISION = Revision(
    fiche="tarif-cantine",
    commit="0123456789abcdef" * 2 + "01234567",
    publication="f" * 40,
    redigee_le=dt.datetime(2024, 3, 1, tzinfo=dt.UTC),
    publiee=Moment(dt.datetime(2024, 3, 5, 11, tzinfo=dt.UTC)),
    auteur="Ana",
    integree_par="Ben",
    relecteurs=(),
    objet="Relève la réduction <15 % & plus>",
    corps="Pourquoi.",
    nature="correction",
    date_effet=dt.date(2024, 9, 1),
    fichiers=(),
)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
RFC_4151 = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")


def parsed(*revisions, site=SITE):
    text = atom(
        FEED,
        revisions,
        {"tarif-cantine": "Cantine"},
        site=site,
        autorite=authority(SITE),
        lu=LU,
    )
    return ET.fromstring(text)  # noqa: S314 - our own text


@pytest.mark.parametrize("revisions", [(), (REVISION,), (REVISION, REVISION)])
def test_a_feed_and_its_entries_hold_what_the_grammar_requires_once(revisions):
    feed = parsed(*revisions)

    assert feed.tag == f"{ATOM}feed"
    for place in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(place.findall(ATOM + name)) == 1, name
        assert RFC_4151.fullmatch(place.findtext(f"{ATOM}id"))
        assert RFC_3339.fullmatch(place.findtext(f"{ATOM}updated"))
    links = [link.get("rel") for link in feed.findall(f"{ATOM}link")]
    assert sorted(links) == ["alternate", "self"]
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert len(entry.findall(f"{ATOM}content")) == 1
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]


def test_an_entry_says_the_card_the_change_and_its_day():
    entry = parsed(REVISION).find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Cantine : Relève la réduction <15 % & plus>"
    assert entry.findtext(f"{ATOM}updated") == "2024-03-05T11:00:00Z"
    assert entry.findtext(f"{ATOM}content") == (
        "Pourquoi.\n\nS'applique à compter du 1er septembre 2024."
    )


def test_a_feed_is_as_old_as_its_last_entry_or_as_its_reading():
    assert parsed(REVISION).findtext(f"{ATOM}updated") == "2024-03-05T11:00:00Z"
    assert parsed().findtext(f"{ATOM}updated") == "2024-06-01T00:00:00Z"


def test_names_do_not_depend_on_the_address_one_asked_at():
    elsewhere = Site(origine="http://127.0.0.1:8501")

    def ids(feed):
        return [place.text for place in feed.iter(f"{ATOM}id")]

    assert ids(parsed(REVISION)) == ids(parsed(REVISION, site=elsewhere))


def test_a_message_with_forbidden_characters_still_makes_xml():
    feed = parsed(replace(REVISION, objet="\x00\x0b\ufffe]]>", auteur="\x01"))

    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Cantine : ]]>"
    assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "inconnu"


def test_what_a_revision_leaves_unsaid_is_told_in_its_entry():
    wrong = replace(REVISION, defauts=(Fault(("Nature",), "REVISION-1", "elle ne dit rien"),))

    told = parsed(wrong).findtext(f"{ATOM}entry/{ATOM}content")

    assert told.endswith("Révision mal renseignée : elle ne dit rien.")
