"""YAML text → a tree of nodes, refusing what only a hostile or careless file needs.

The parser's events are consumed one by one, so that depth and size are judged before anything
is built: a deep or endless file costs no more than the limits below.
"""

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from register.loading import syntax
from register.loading.nodes import Mapping, Node, Scalar, Sequence
from register.loading.spelling import HIDDEN, short
from register.model.finding import Finding

MAX_DEPTH = 40
"""Collections inside one another."""

MAX_NODES = 8_000
"""Keys, values and collections in one file."""


def parse(file: str, text: str) -> tuple[Node | None, list[Finding]]:
    """Return the tree of a YAML text and what is amiss in its writing.

    The tree is ``None`` where the text is empty, cannot be read, or holds what is refused
    (anchors, tags, directives, several documents).
    """
    builder = _Builder(file)
    try:
        for event in YAML(typ="safe").parse(text):
            builder.take(event)
    except _TooMuch:
        return None, builder.refused
    except MarkedYAMLError as error:
        return None, [*builder.refused, syntax.finding(file, text, error)]
    except YAMLError:
        return None, [*builder.refused, syntax.unreadable(file)]
    return (None, builder.refused) if builder.refused else (builder.root, [])


class _TooMuch(Exception):
    """The file passes a limit: reading stops."""


class _Builder:
    """Builds the tree from the events, innermost open collection last."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.refused: list[Finding] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add one event to the tree."""
        match event:
            case NodeEvent():
                self._admit(event)
                self._add(self._node(event))
            case MappingEndEvent() | SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
            case DocumentStartEvent():
                self._start_document(event)

    def _start_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "un second document commence ici", "gardez un document par fichier")
            raise _TooMuch
        if event.version or event.tags:
            self._refuse(event, "les directives « % » ne sont pas admises", "retirez cette ligne")

    def _admit(self, event: NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"plus de {MAX_NODES} clés et valeurs dans un même fichier"
            self._refuse(event, message, "répartissez le contenu, ou placez le lot dans un CSV")
            raise _TooMuch
        if len(self._open) >= MAX_DEPTH:
            message = f"plus de {MAX_DEPTH} niveaux emboîtés"
            self._refuse(event, message, "remettez le contenu à plat")
            raise _TooMuch
        if isinstance(event, AliasEvent):
            name = f"*{short(event.anchor)}"
            self._refuse(event, f"le renvoi « {name} » n'est pas admis", "recopiez le texte")
        elif event.anchor:
            name = f"&{short(event.anchor)}"
            self._refuse(event, f"l'ancre « {name} » n'est pas admise", "retirez-la")
        tag = getattr(event, "tag", None)
        if tag:
            name = short(tag.replace("tag:yaml.org,2002:", "!!"))
            self._refuse(event, f"l'étiquette « {name} » n'est pas admise", "retirez-la")

        if isinstance(event, ScalarEvent) and event.style == '"':
            hidden = HIDDEN.search(event.value)
            if hidden:
                name = f"U+{ord(hidden[0]):04X}"
                self._refuse(event, f"le texte cache un caractère invisible ({name})", "retirez-le")

    def _node(self, event: NodeEvent) -> Node:
        mark: StreamMark = event.start_mark
        line, column, start = mark.line + 1, mark.column + 1, mark.index
        flow = bool(self._open and self._open[-1].flow)
        match event:
            case MappingStartEvent():
                return Mapping(line, column, start, flow or bool(event.flow_style))
            case SequenceStartEvent():
                return Sequence(line, column, start, flow or bool(event.flow_style))
            case ScalarEvent():
                return Scalar(line, column, start, flow, event.value, event.style or None)
        return Scalar(line, column, start, flow, "", None)

    def _add(self, node: Node) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.root = node
        elif isinstance(parent, Sequence):
            parent.items.append(node)
        else:
            self._add_to_mapping(parent, node)
        if isinstance(node, Mapping | Sequence):
            self._open.append(node)
            self._keys.append(None)

    def _add_to_mapping(self, parent: Mapping, node: Node) -> None:
        key = self._keys[-1]
        if key is not None:
            parent.add(key, node)
            self._keys[-1] = None
        elif isinstance(node, Scalar):
            self._keys[-1] = node
        else:
            self.refused.append(syntax.collection_as_key(self.file, node))
            raise _TooMuch

    def _refuse(self, event: Event, message: str, remedy: str) -> None:
        mark: StreamMark = event.start_mark
        place = (self.file, mark.line + 1, mark.column + 1)
        self.refused.append(Finding(*place, "FORME-10", "bloquant", "", message, remedy))
