"""A shapes graph as tests: what its shapes are aimed at, and what they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kzhealthkg.validate.constraints import CONSTRAINTS, SILENT, Builder, every
from kzhealthkg.validate.nodes import SH, is_iri

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.nodes import Node, Props, Test, World

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_CLASSES: Final = frozenset({RDFS + "Class", "http://www.w3.org/2002/07/owl#Class"})
_TARGETS: Final = tuple(SH + name for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"))
_BEYOND: Final = frozenset(
    SH + name
    for name in (
        "target",
        "targetObjectsOf",
        "inversePath",
        "rule",
        "entailment",
        "ConstraintComponent",
        "SPARQLTarget",
    )
)


class Shapes:
    """The shapes of a graph; ``own`` says that they are the project's, whose patterns are known to be quick."""

    def __init__(self, triples: Iterable[ox.Triple], *, own: bool) -> None:
        self.own = own
        self.triples = list(triples)
        self._about: dict[Node, dict[str, list[Node]]] = {}
        for triple in self.triples:
            self._about.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
        self._tests: dict[Node, Test] = {}

    def values(self, shape: Node, parameter: str) -> Sequence[Node]:
        """Return the values of a parameter of SHACL's namespace."""
        return self._about.get(shape, {}).get(SH + parameter, ())

    def listed(self, head: Node) -> Iterator[Node]:
        """Yield the members of an RDF list; ValueError where it does not end."""
        seen: set[Node] = set()
        while head.value != RDF + "nil":
            about = self._about.get(head, {})
            if head in seen or RDF + "rest" not in about:
                raise ValueError(f"{head} is no list")
            seen.add(head)
            yield from about.get(RDF + "first", ())
            head = about[RDF + "rest"][0]

    def is_property(self, shape: Node) -> bool:
        """Whether a shape is a property shape."""
        return bool(self.values(shape, "path"))

    @cached_property
    def blind(self) -> bool:
        """Whether there is more here than shapes: targets, components or rules of somebody's own."""
        return any(t.predicate.value in _BEYOND or getattr(t.object, "value", "") in _BEYOND for t in self.triples)

    @cached_property
    def shallow(self) -> bool:
        """Whether no shape asks more of a value than its class, so that judging a node needs no more than that."""
        nested = ("node", "property", "qualifiedValueShape", "and", "or", "xone", "not")
        paths = [path for about in self._about.values() for path in about.get(SH + "path", ())]
        inner = (shape for shape in self._about if self.is_property(shape))
        return all(map(is_iri, paths)) and not any(self.values(shape, name) for shape in inner for name in nested)

    def targets(self) -> Iterator[tuple[str, Node, Node]]:
        """Yield (kind of target, what it names, shape) for every shape that is aimed at something."""
        for shape, about in self._about.items():
            for kind in _TARGETS:
                yield from ((kind.removeprefix(SH), value, shape) for value in about.get(kind, ()))
            types = {term.value for term in about.get(RDF + "type", ())}
            if types & _CLASSES and types & {SH + "NodeShape", SH + "PropertyShape"}:
                yield "targetClass", shape, shape

    def looking(self) -> set[Node]:
        """Return the properties whose values are looked at as nodes: they have to be of a class."""
        return {path for shape in self._about if self.values(shape, "class") for path in self.values(shape, "path")}

    def test(self, shape: Node) -> Test:
        """Return the test of a node by a shape; a shape that comes back to itself is doubted."""
        if shape not in self._tests:
            self._tests[shape] = _never
            self._tests[shape] = self._test(shape)
        return self._tests[shape]

    def _test(self, shape: Node) -> Test:
        if any(value.value in ("true", "1") for value in self.values(shape, "deactivated")):
            return _always
        tests = list(self._parts(shape))
        if None in tests:
            return _never
        return _at(self.values(shape, "path"), [test for test in tests if test])

    def _parts(self, shape: Node) -> Iterator[Test | None]:
        for predicate, values in self._about.get(shape, {}).items():
            name = predicate.removeprefix(SH)
            if not predicate.startswith(SH) or name in SILENT:
                continue
            build = CONSTRAINTS.get(name)
            yield from (self._built(build, shape, value) if build else None for value in values)

    def _built(self, build: Builder, shape: Node, value: Node) -> Test | None:
        try:
            return build(self, shape, value)
        except ValueError:
            # A count that is no number, a list that does not end: pySHACL says so.
            return None


def _at(paths: Sequence[Node], tests: Sequence[Test]) -> Test:
    """Return one test of a node: of its values along the path, or of the node itself where there is none."""
    if not paths:
        return every(tests)
    if len(paths) > 1 or not is_iri(paths[0]):
        return _never
    path, of_values = paths[0].value, every(tests)
    return lambda _values, props, world: of_values(props.get(path, ()), props, world)


def _always(_values: Sequence[Node], _props: Props, _world: World) -> bool:
    return True


def _never(_values: Sequence[Node], _props: Props, _world: World) -> bool:
    return False
