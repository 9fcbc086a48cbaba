"""What a YAML parser could not read, said in French with what to write instead."""

import re

from ruamel.yaml.error import MarkedYAMLError

from register.loading.nodes import Node
from register.loading.places import MAX_EXCERPT
from register.model.finding import Finding

_FORMULA_IN_BRACES = re.compile(r"\{.*\b(formule|si|phrase|phrase_ligne|fr|en)\s*:")

_REMEDIES = (
    (
        "mapping values are not allowed",
        "un deux-points suivi d'une espace est lu comme une clé, ou la ligne est mal alignée",
        "mettez le texte entre guillemets, ou alignez la ligne avec ses voisines",
    ),
    (
        "block sequence entries are not allowed",
        "un tiret de liste ne peut pas commencer ici",
        "placez chaque « - » au début de sa propre ligne",
    ),
    (
        "found unexpected end of stream",
        "le guillemet ouvert n'est jamais refermé",
        "fermez-le, sur la ligne où le texte finit",
    ),
    (
        "did not find expected ',' or ']'",
        "le crochet « [ » n'est pas refermé, ou une virgule manque",
        "fermez-le par « ] », ou séparez les éléments par des virgules",
    ),
    (
        "did not find expected ',' or '}'",
        "l'accolade « { » n'est pas refermée, ou une virgule manque",
        "fermez-la par « } », séparez par des virgules, mettez les textes entre guillemets",
    ),
    (
        "did not find expected key",
        "la ligne n'est pas alignée avec ses voisines",
        "mettez-la à la même marge qu'elles",
    ),
    (
        "did not find expected '-' indicator",
        "une liste s'arrête ici sans que la ligne revienne au bon niveau",
        "alignez la ligne, ou commencez-la par « - »",
    ),
    (
        "unknown escape character",
        "« \\ » suivi de ce caractère ne veut rien dire entre guillemets doubles",
        "prenez des apostrophes autour du texte, ou doublez la barre : « \\\\ »",
    ),
    (
        "could not find expected ':'",
        "cette ligne n'est ni une clé ni la suite d'un texte",
        "écrivez « clé: valeur », ou mettez le texte entier entre guillemets",
    ),
    (
        "did not find expected comment or line break",
        "après « | » ou « > », le texte commence à la ligne suivante",
        "passez à la ligne",
    ),
)


_CLOSED_EARLY = {
    '"': (
        "le guillemet ouvert avant se ferme ici, au milieu du texte",
        "fermez-le sur sa ligne, ou prenez « » dans le texte",
    ),
    "'": (
        "l'apostrophe ferme ici le texte ouvert par une apostrophe",
        "mettez le texte entre guillemets doubles",
    ),
    "}": (
        "l'accolade se ferme ici, et du texte la suit",
        "mettez le texte entier entre guillemets",
    ),
    "]": (
        "le crochet se ferme ici, et du texte le suit",
        "mettez le texte entier entre guillemets",
    ),
}


def finding(file: str, text: str, error: MarkedYAMLError) -> Finding:
    """Return the finding for a YAML error: FORME-9, or FORME-8 where a formula is in braces."""
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return unreadable(file)
    if "could not find expected ':'" in problem and error.context_mark:
        mark = error.context_mark  # the line without a key, not the one after it
    line, column = mark.line + 1, mark.column + 1
    source = _line(text, line)
    code, (message, remedy) = "FORME-9", _words(problem, source, column)
    opened = _line(text, error.context_mark.line + 1) if error.context_mark else source
    if "flow" in str(error.context) and _FORMULA_IN_BRACES.search(opened):
        code, message, remedy = "FORME-8", IN_BRACES, ON_ITS_OWN_LINE
    return Finding(file, line, column, code, "bloquant", "", message, remedy, excerpt=source)


IN_BRACES = "une formule ou une phrase ne s'écrit pas entre { }"
ON_ITS_OWN_LINE = "mettez-la sur sa propre ligne, la phrase entre guillemets"


def unreadable(file: str) -> Finding:
    """Return the finding for a file the parser gave up on without saying where."""
    message = "ce n'est pas du YAML lisible"
    remedy = "comparez avec le modèle algorithms/_modele/"
    return Finding(file, 1, 1, "FORME-9", "bloquant", "", message, remedy)


def collection_as_key(file: str, node: Node) -> Finding:
    """Return the finding for a list or a mapping written where a key is expected."""
    message = "une clé est un mot, pas une liste ni un groupe de clés"
    remedy = "mettez le texte entre guillemets s'il commence par « { » ou « [ »"
    return Finding(file, node.line, node.column, "FORME-9", "bloquant", "", message, remedy)


def _words(problem: str, source: str, column: int) -> tuple[str, str]:
    if source[:column].lstrip(" ").startswith("\t"):
        return "une tabulation sert de marge", "remplacez-la par des espaces"
    before = source[: column - 1].rstrip()
    if "did not find expected key" in problem and before:
        return _CLOSED_EARLY.get(before[-1], _CLOSED_EARLY['"'])
    if "cannot start any token" in problem:
        sign = source[column - 1 : column]
        return f"un texte ne peut pas commencer par « {sign} »", "mettez-le entre guillemets"
    for english, message, remedy in _REMEDIES:
        if english in problem:
            return message, remedy
    return "ce n'est pas du YAML lisible à partir d'ici", "mettez le texte entre guillemets"


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    return line[:MAX_EXCERPT]
