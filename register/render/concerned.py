"""« Suis-je concerné ? »: the form, and the duties that follow."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from register.model.vocabulary import Vocabulary
from register.render.layout import framed
from register.render.reader import LEGIFRANCE, Reader
from register.render.site import Page, Site, path_in
from register.render.words import Lang


def concerned_page(
    questions: Mapping[str, Sequence[str]],
    answers: Mapping[str, str],
    vocabulaire: Vocabulary,
    *,
    lang: Lang,
    site: Site,
    verdict: tuple[bool, str, str] | None = None,
    duties: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the six questions, and under them what the answers lead to.

    ``verdict`` is whether duties apply, the code of the reason, its article; ``duties`` the id of
    each and how it bears.
    """
    reader = Reader(lang, vocabulaire)
    titre = reader.say("conc_titre")
    asked = [
        (name, reader.say(f"conc_q_{name}"), [(code, _words(reader, code)) for code in codes])
        for name, codes in questions.items()
    ]
    told = None
    if verdict is not None:
        applies, reason, article = verdict
        told = (
            reader.say("conc_oui" if applies else "conc_non"),
            reader.say(f"conc_m_{reason}"),
            reader.text(article),
        )
    return framed(
        "concerned.html",
        reader,
        Page("/concerne", str(titre), str(reader.say("conc_description"))),
        site,
        titre=titre,
        action=path_in("/concerne", lang),
        questions=asked,
        reponses=answers,
        verdict=told,
        devoirs=[_duty(reader, code, bears) for code, bears in duties],
    )


def _words(reader: Reader, code: str) -> Markup:
    if code in reader.vocabulaire.listes.get("secret", {}):
        return reader.code("secret", code)
    return reader.say(f"conc_r_{code}")


def _duty(reader: Reader, code: str, bears: str) -> tuple[Markup, Markup, Markup, Markup | None]:
    duty = reader.vocabulaire.exigences[code]
    article = reader.text(duty.article)
    if duty.legiarti:
        article = reader.link(LEGIFRANCE + duty.legiarti, article)
    if duty.texte is None:
        article += Markup(" {}").format(reader.mark("inconnu", reader.say("non_verifie")))
    judged = reader.text(duty.a_juger) if duty.a_juger and bears == "a_apprecier" else None
    return reader.both(duty.nom), article, reader.say(f"conc_d_{bears}"), judged
