"""``registre migrer``: cards of an earlier format, and those of a later one."""


def card_of(racine):
    return racine / "algorithms" / "tarif-cantine" / "fiche.yaml"


def write(racine, number: str) -> str:
    path = card_of(racine)
    text = path.read_text("utf-8").replace("schema: 1", number, 1)
    path.write_text(text, "utf-8")
    return text


def test_an_earlier_card_is_refused_with_the_way_out_and_migrated(registre, racine):
    current = card_of(racine).read_text("utf-8")
    write(racine, "schema: 0")
    refused = registre("valider")
    run = registre("migrer")

    assert refused.returncode == 1
    assert "registre migrer" in refused.stdout
    assert "du format 0 au format 1" in run.stdout
    assert run.returncode == 0
    assert card_of(racine).read_text("utf-8") == current
    assert registre("valider").returncode == 0


def test_a_trial_writes_nothing(registre, racine):
    written = write(racine, "schema: 0")
    run = registre("migrer", "--essai")

    assert "du format 0 au format 1" in run.stdout
    assert card_of(racine).read_text("utf-8") == written


def test_a_later_card_is_left_as_it_is_and_exits_with_1(registre, racine):
    written = write(racine, "schema: 7")
    run = registre("migrer")

    assert run.returncode == 1
    assert "plus récent que ce registre" in run.stderr
    assert card_of(racine).read_text("utf-8") == written
