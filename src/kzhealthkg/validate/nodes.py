"""What screening is made of: terms, the properties of a node, tests, and what tests may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

SH: Final = "http://www.w3.org/ns/shacl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
LANG_STRING: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

Node = Any
"""A term of pyoxigraph: NamedNode, BlankNode or Literal."""

Props = Mapping[str, Sequence[Node]]
"""The values of one node, by the IRI of the property."""

Test = Callable[[Sequence[Node], Props, "World"], bool]
"""Whether the values of a shape, on a node with these properties, pass beyond doubt."""


class World(Protocol):
    """What a test may ask about other nodes."""

    def classes(self, node: Node) -> frozenset[str]:
        """Return the classes of a node, those above them too."""

    def about(self, node: Node) -> Props:
        """Return the properties of a node."""


class Rules(Protocol):
    """What the builder of a test may ask about the shapes graph."""

    own: bool

    def values(self, shape: Node, parameter: str) -> Sequence[Node]:
        """Return the values of a parameter of SHACL's namespace."""

    def listed(self, head: Node) -> Iterator[Node]:
        """Yield the members of an RDF list."""

    def is_property(self, shape: Node) -> bool:
        """Whether a shape is a property shape."""

    def test(self, shape: Node) -> Test:
        """Return the test of a node by a shape."""


def is_literal(term: Node) -> bool:
    """Whether a term is a literal."""
    return hasattr(term, "datatype")


def is_iri(term: Node) -> bool:
    """Whether a term is an IRI."""
    return type(term).__name__ == "NamedNode"
