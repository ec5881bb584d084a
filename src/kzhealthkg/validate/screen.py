"""Screening: nodes that are beyond doubt as the shapes want them need no judge. The others go to pySHACL.

A test may err to one side only: what it does not know, it doubts. So screening decides how long
judging takes, and never what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from kzhealthkg.validate.nodes import is_literal

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.groups import Groups
    from kzhealthkg.validate.nodes import Node, Props, Test
    from kzhealthkg.validate.report import Finding
    from kzhealthkg.validate.shapes import Shapes

BATCH: Final = 500
"""Doubtful nodes that are judged at a time."""

Judge = Callable[[Sequence[Sequence["ox.Triple"]]], Iterable[Sequence["Finding"]]]
"""Gives the findings on each of some sets of triples."""


def findings(groups: Groups, shapes: Shapes, judge: Judge, only: Iterable[Node] | None = None) -> list[Finding]:
    """Return what the judge finds wrong with the nodes (those of ``only``, where given)."""
    if shapes.blind:
        return [finding for found in judge([list(groups.all())]) for finding in found]
    doubts = sorted(Screen(shapes).doubtful(groups, only), key=str)
    # What is asked of a value's values is found at the value: then all that is found near the doubtful nodes counts.
    size = BATCH if shapes.shallow else max(len(doubts), 1)
    batches = [doubts[at : at + size] for at in range(0, len(doubts), size)]
    answers = judge([list(_surroundings(groups, batch, shapes)) for batch in batches])
    return [
        finding
        for batch, found in zip(batches, answers, strict=True)
        for finding in (_about(found, batch) if shapes.shallow else found)
    ]


def _about(found: Iterable[Finding], nodes: Iterable[Node]) -> Iterator[Finding]:
    named = {str(getattr(node, "value", node)) for node in nodes}
    return (finding for finding in found if finding.focus.removeprefix("_:") in named)


class Screen:
    """The tests of a shapes graph, by what they are aimed at."""

    def __init__(self, shapes: Shapes) -> None:
        self._classes: dict[str, list[Test]] = {}
        self._subjects: dict[str, list[Test]] = {}
        self._nodes: set[Node] = set()
        for kind, named, shape in shapes.targets():
            if kind == "targetNode":
                self._nodes.add(named)
            else:
                aimed = self._classes if kind == "targetClass" else self._subjects
                aimed.setdefault(named.value, []).append(shapes.test(shape))
        self._of_classes = cache(self._by_classes)

    def doubtful(self, groups: Groups, only: Iterable[Node] | None = None) -> set[Node]:
        """Return the nodes (of ``only``, where given) that some shape may find wrong."""
        chosen = groups.items() if only is None else ((node, groups.about(node)) for node in only)
        named = self._nodes if only is None else self._nodes.intersection(only)
        return {node for node, props in chosen if not self._passes(node, props, groups)} | named

    def _passes(self, node: Node, props: Props, groups: Groups) -> bool:
        values = [node]
        return all(test(values, props, groups) for test in self._tests(node, props, groups))

    def _tests(self, node: Node, props: Props, groups: Groups) -> Iterator[Test]:
        yield from self._of_classes(groups.classes(node))
        for name in self._subjects.keys() & props.keys():
            yield from self._subjects[name]

    def _by_classes(self, classes: frozenset[str]) -> tuple[Test, ...]:
        found = (test for name in sorted(classes) for test in self._classes.get(name, ()))
        return tuple(dict.fromkeys(found))


def _surroundings(groups: Groups, nodes: Iterable[Node], shapes: Shapes) -> Iterator[ox.Triple]:
    """Yield what shapes look at when they judge the nodes: the nodes, their values, and what these are."""
    import pyoxigraph as ox

    near = _near(groups, nodes, steps=1 if shapes.shallow else None)
    classes = {name for node in near for name in groups.classes(node)}
    yield from groups.triples({**near, **dict.fromkeys(ox.NamedNode(name) for name in sorted(classes))})


def _near(groups: Groups, nodes: Iterable[Node], steps: int | None) -> dict[Node, None]:
    """Return the nodes and what they lead to, so many steps away or however far."""
    found = dict.fromkeys(nodes)
    edge = list(found)
    while edge and steps != 0:
        steps = None if steps is None else steps - 1
        values = dict.fromkeys(value for node in edge for _, value in groups.pairs(node) if not is_literal(value))
        edge = [value for value in values if value not in found]
        found.update(dict.fromkeys(edge))
    return found
