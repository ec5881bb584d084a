"""The parameters of SHACL Core as tests that pass only what is beyond doubt as the shape wants it.

https://www.w3.org/TR/shacl/ § 4. Every builder takes the shapes graph, a shape and one value of the
parameter, and returns a test; None where no such test can be had, so that everything is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from kzhealthkg.validate.nodes import LANG_STRING, SH, XSD, Node, Props, Rules, Test, World, is_iri, is_literal

Builder = Callable[[Rules, Node, Node], Test | None]


def _is_written(term: Node) -> bool:
    return is_literal(term) or is_iri(term)


_LEXICAL: Final = {
    XSD + name: re.compile(form)
    for name, form in {
        "integer": r"[+-]?\d+",
        "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
        "boolean": r"true|false|0|1",
        "string": r"(?s).*",
        "anyURI": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*",
    }.items()
}
_NUMBERS: Final = (XSD + "integer", XSD + "decimal")


@cache
def _well_formed(value: str, datatype: str) -> bool:
    if datatype == XSD + "date":
        return _day(value) is not None
    return datatype in _LEXICAL and bool(_LEXICAL[datatype].fullmatch(value))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2025-01-31") else None
    except ValueError:
        return None


def _size(term: Node) -> Decimal | date | None:
    """Return what a literal is compared by; None where we would not swear to it."""
    if not is_literal(term) or not _well_formed(term.value, term.datatype.value):
        return None
    if term.datatype.value in _NUMBERS:
        return Decimal(term.value)
    return _day(term.value) if term.datatype.value == XSD + "date" else None


def _in_order(low: Node, high: Node, *, equal: bool) -> bool:
    one, two = _size(low), _size(high)
    if one is None or two is None or isinstance(one, date) != isinstance(two, date):
        return False
    return one < two or (equal and one == two)  # type: ignore[operator]


def _each(passes: Callable[[Node], bool]) -> Test:
    return lambda values, _props, _world: all(map(passes, values))


def _bound(*, low: bool, equal: bool) -> Builder:
    def build(_shapes: Rules, _shape: Node, limit: Node) -> Test:
        if low:
            return _each(lambda value: _in_order(limit, value, equal=equal))
        return _each(lambda value: _in_order(value, limit, equal=equal))

    return build


def _count(*, low: bool) -> Builder:
    def build(_shapes: Rules, _shape: Node, limit: Node) -> Test:
        number = int(limit.value)
        if low:
            return lambda values, _props, _world: len(values) >= number
        return lambda values, _props, _world: len(values) <= number

    return build


def _length(*, low: bool) -> Builder:
    def build(_shapes: Rules, _shape: Node, limit: Node) -> Test:
        number = int(limit.value)
        if low:
            return _each(lambda value: _is_written(value) and len(value.value) >= number)
        return _each(lambda value: _is_written(value) and len(value.value) <= number)

    return build


def _datatype(_shapes: Rules, _shape: Node, datatype: Node) -> Test:
    wanted = datatype.value
    if wanted == LANG_STRING:
        return _each(lambda value: is_literal(value) and bool(value.language))
    return _each(
        lambda value: is_literal(value) and value.datatype.value == wanted and _well_formed(value.value, wanted)
    )


def _class(_shapes: Rules, _shape: Node, cls: Node) -> Test:
    wanted = cls.value
    return lambda values, _props, world: all(wanted in world.classes(value) for value in values)


_KINDS: Final[Mapping[str, Callable[[Node], bool]]] = {
    "IRI": is_iri,
    "Literal": is_literal,
    "IRIOrLiteral": lambda term: is_iri(term) or is_literal(term),
    "BlankNodeOrIRI": lambda term: not is_literal(term),
    "BlankNodeOrLiteral": lambda term: not is_iri(term),
    "BlankNode": lambda term: not is_iri(term) and not is_literal(term),
}


def _node_kind(_shapes: Rules, _shape: Node, kind: Node) -> Test | None:
    passes = _KINDS.get(kind.value.removeprefix(SH))
    return passes and _each(passes)


def _pattern(shapes: Rules, shape: Node, pattern: Node) -> Test | None:
    if shapes.values(shape, "flags") or not shapes.own:
        return None
    form = re.compile(pattern.value)
    return _each(lambda value: _is_written(value) and bool(form.search(value.value)))


def _language_in(shapes: Rules, _shape: Node, head: Node) -> Test:
    allowed = {tag.value.lower() for tag in shapes.listed(head)}
    return _each(lambda value: is_literal(value) and (value.language or "").lower() in allowed)


def _unique_lang(_shapes: Rules, _shape: Node, _asked: Node) -> Test:
    def test(values: Sequence[Node], _props: Props, _world: World) -> bool:
        tags = [value.language for value in values if is_literal(value) and value.language]
        return len(tags) == len(set(tags))

    return test


def _in(shapes: Rules, _shape: Node, head: Node) -> Test:
    allowed = frozenset(shapes.listed(head))
    return lambda values, _props, _world: allowed.issuperset(values)


def _has_value(_shapes: Rules, _shape: Node, wanted: Node) -> Test:
    return lambda values, _props, _world: wanted in values


def _closed(shapes: Rules, shape: Node, asked: Node) -> Test | None:
    if asked.value not in ("true", "1"):
        return _each(lambda _value: True)
    if shapes.is_property(shape):
        return None
    ignored = {term.value for head in shapes.values(shape, "ignoredProperties") for term in shapes.listed(head)}
    paths = {path.value for one in shapes.values(shape, "property") for path in shapes.values(one, "path")}
    allowed = ignored | paths
    return lambda _values, props, _world: allowed.issuperset(props)


def _equals(_shapes: Rules, _shape: Node, other: Node) -> Test:
    return lambda values, props, _world: set(values) == set(props.get(other.value, ()))


def _disjoint(_shapes: Rules, _shape: Node, other: Node) -> Test:
    return lambda values, props, _world: set(values).isdisjoint(props.get(other.value, ()))


def _less(*, equal: bool) -> Builder:
    def build(_shapes: Rules, _shape: Node, other: Node) -> Test:
        def test(values: Sequence[Node], props: Props, _world: World) -> bool:
            others = props.get(other.value, ())
            return all(_in_order(low, high, equal=equal) for low in values for high in others)

        return test

    return build


def every(tests: Sequence[Test]) -> Test:
    """Return the test that passes where all of the tests do."""

    def passed(values: Sequence[Node], props: Props, world: World) -> bool:
        for test in tests:  # noqa: SIM110  (a generator a node would cost as much as the tests)
            if not test(values, props, world):
                return False
        return True

    return passed


def _some(tests: Sequence[Test]) -> Test:
    return lambda values, props, world: any(test(values, props, world) for test in tests)


def _nested(shapes: Rules, shape: Node, test: Test) -> Test:
    """Return a test of the values of a shape, each of them a node of its own."""
    if not shapes.is_property(shape):
        return test
    return lambda values, _props, world: all(test([value], world.about(value), world) for value in values)


def _node(shapes: Rules, shape: Node, other: Node) -> Test:
    return _nested(shapes, shape, shapes.test(other))


def _and(shapes: Rules, shape: Node, head: Node) -> Test:
    return _nested(shapes, shape, every([shapes.test(one) for one in shapes.listed(head)]))


def _or(shapes: Rules, shape: Node, head: Node) -> Test:
    return _nested(shapes, shape, _some([shapes.test(one) for one in shapes.listed(head)]))


CONSTRAINTS: Final[Mapping[str, Builder]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minCount": _count(low=True),
    "maxCount": _count(low=False),
    "minExclusive": _bound(low=True, equal=False),
    "minInclusive": _bound(low=True, equal=True),
    "maxExclusive": _bound(low=False, equal=False),
    "maxInclusive": _bound(low=False, equal=True),
    "minLength": _length(low=True),
    "maxLength": _length(low=False),
    "pattern": _pattern,
    "languageIn": _language_in,
    "uniqueLang": _unique_lang,
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _less(equal=False),
    "lessThanOrEquals": _less(equal=True),
    "and": _and,
    "or": _or,
    "node": _node,
    "property": _node,
    "closed": _closed,
    "hasValue": _has_value,
    "in": _in,
}
"""What a test can be built for; sh:not, sh:xone and qualified shapes are doubted."""

SILENT: Final = frozenset({
    "path", "severity", "message", "name", "description", "order", "group", "defaultValue", "deactivated",
    "flags", "ignoredProperties", "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf",
})  # fmt: skip
"""Parameters that ask nothing of a value, or are read with another one."""
