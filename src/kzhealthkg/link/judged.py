"""People's judgements, put upon what was linked: merges, partings, splits and names; each can be taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kzhealthkg.judgements import Judgement
from kzhealthkg.link.weights import reasons
from kzhealthkg.messages import Said
from kzhealthkg.model import Entity, Link, Linking, Problem, Statement

_REFERENCE: Final = "id:"


@dataclass(slots=True)
class _State:
    """The things by id and the links, while judgements change them."""

    entities: dict[str, Entity]
    links: list[Link]


def judged(linking: Linking, said: Sequence[Statement], judgements: Iterable[Judgement]) -> Linking:
    """Return a linking after people's judgements; those that match nothing are told as problems.

    Splits come first, then partings, merges and names, each in the order of its table.
    """
    by_kind: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_kind[judgement.kind].append(judgement)
    if not by_kind:
        return linking
    state = _State({entity.id: entity for entity in linking.entities}, list(linking.links))
    problems = [problem for row in by_kind["split"] for problem in _split(state, said, row)]
    problems += _conflicts(by_kind["same"], by_kind["different"])
    problems += [problem for row in by_kind["different"] for problem in _part(state, row)]
    problems += _together(state, by_kind["same"])
    problems += [problem for row in by_kind["rename"] for problem in _rename(state, row)]
    kept = tuple(state.entities[local] for local in sorted(state.entities))
    return Linking(kept, tuple(state.links), (*linking.problems, *problems))


def _unmatched(row: Judgement, what: str) -> Problem:
    return Problem(row.where, Said("link.unmatched", reason=what), Said("link.unmatched.mend"), fatal=False)


def _missing(state: _State, row: Judgement, things: Iterable[str]) -> list[Problem]:
    gone = [thing for thing in things if thing not in state.entities]
    return [_unmatched(row, Said("link.gone", things=", ".join(gone)))] if gone else []


def _split(state: _State, said: Sequence[Statement], row: Judgement) -> list[Problem]:
    """Give the mentions of a row an entity of their own; the old one goes where nothing else means it."""
    thing, article, name, becomes = (row.cells[column] for column in ("thing", "article", "name", "becomes"))
    hit = [
        number for number, link in enumerate(state.links)
        if link.entity == thing and said[link.statement].article == article and name in {"", link.name}
    ]  # fmt: skip
    if not hit:
        return [_unmatched(row, Said("link.unnamed", thing=thing, article=article))]
    label = next((state.links[number].name for number in hit if state.links[number].name), "")
    old = state.entities[thing]
    labels = dict.fromkeys(list(old.labels)[:1], label) if label else old.labels
    properties = {key: values for key, values in old.properties.items() if key not in {"altLabel", "exactMatch"}}
    state.entities.setdefault(becomes, replace(old, id=becomes, labels=labels, properties=properties))
    for number in hit:
        link = state.links[number]
        state.links[number] = _decided(replace(link, entity=becomes), "judged-split", row)
    _drop_unused(state, thing)
    return []


def _decided(link: Link, feature: str, row: Judgement) -> Link:
    """Return a link that a person settled, with the words of the judgement among its reasons."""
    told = f"{reasons(feature)[0]} {row.cells['reason']}"
    return replace(link, outcome="Linked", candidates=(), scores=(), reasons=(*link.reasons, told))


def _drop_unused(state: _State, thing: str) -> None:
    meant = any(thing == link.entity or thing in link.candidates for link in state.links)
    within = any(f"{_REFERENCE}{thing}" in values for e in state.entities.values() for values in e.properties.values())
    if not (meant or within):
        state.entities.pop(thing, None)


def _conflicts(same: Iterable[Judgement], different: Iterable[Judgement]) -> list[Problem]:
    pairs = {frozenset(row.things): row.where for row in same}
    return [
        Problem(
            row.where,
            Said("link.contrary", where=pairs[frozenset(row.things)]),
            Said("link.contrary.mend"),
            fatal=False,
        )
        for row in different
        if frozenset(row.things) in pairs
    ]


def _together(state: _State, rows: Sequence[Judgement]) -> list[Problem]:
    """Merge the things of each group into one; the groups, and so the ids, follow from the rows alone."""
    problems = [problem for row in rows for problem in _missing(state, row, row.things)]
    chosen, why = _groups(rows)
    if chosen:
        state.links = [_moved(link, chosen, why) for link in state.links]
        _merge(state, chosen)
    return problems


def _groups(rows: Sequence[Judgement]) -> tuple[dict[str, str], dict[str, Judgement]]:
    """Return for every thing of a row the one that stands for its group, and a row that names it."""
    groups: dict[str, set[str]] = {}
    why: dict[str, Judgement] = {}
    for row in rows:
        joined = set(row.things).union(*(groups.get(thing, {thing}) for thing in row.things))
        groups.update(dict.fromkeys(joined, joined))
        for thing in row.things:
            why.setdefault(thing, row)
    return {thing: min(group, key=_rank) for thing, group in groups.items()}, why


def _rank(thing: str) -> tuple[bool, str]:
    """Order ids so that a place of the classifier stands before one that was made for a name."""
    return "/new-" in thing, thing


def _moved(link: Link, chosen: Mapping[str, str], why: Mapping[str, Judgement]) -> Link:
    entity = chosen.get(link.entity, link.entity)
    pairs = dict(zip((chosen.get(one, one) for one in link.candidates), _scores(link), strict=True))
    settled = entity in pairs or not pairs
    moved = replace(link, entity=entity, candidates=tuple(pairs), scores=tuple(pairs.values()) if link.scores else ())
    row = why.get(link.entity)
    return _decided(moved, "judged-same", row) if row and settled else moved


def _scores(link: Link) -> tuple[str, ...]:
    return link.scores or ("",) * len(link.candidates)


def _merge(state: _State, chosen: Mapping[str, str]) -> None:
    merged: dict[str, Entity] = {}
    for local in sorted(state.entities, key=lambda one: (chosen.get(one, one) != one, one)):
        entity = _pointed(state.entities[local], lambda one: chosen.get(one, one))
        target = chosen.get(local, local)
        merged[target] = _one(merged[target], entity) if target in merged else replace(entity, id=target)
    state.entities = merged


def _pointed(entity: Entity, to: Callable[[str], str]) -> Entity:
    """Return an entity whose references lead to what they were merged into, none to itself."""
    properties = {}
    for name, values in entity.properties.items():
        led = [f"{_REFERENCE}{to(v.removeprefix(_REFERENCE))}" if v.startswith(_REFERENCE) else v for v in values]
        properties[name] = tuple(dict.fromkeys(value for value in led if value != f"{_REFERENCE}{to(entity.id)}"))
    return replace(entity, properties={name: values for name, values in properties.items() if values})


def _one(first: Entity, second: Entity) -> Entity:
    """Return two entities as the first, which keeps its names and what it is; other names are kept beside them."""
    labels = {**second.labels, **first.labels}
    other = {f"{text}@{language}" for language, text in second.labels.items() if labels[language] != text}
    known = {*first.properties.get("altLabel", ()), *second.properties.get("altLabel", ()), *other}
    properties = {**second.properties, **first.properties}
    if known:
        properties["altLabel"] = tuple(sorted(known))
    return replace(first, labels=labels, properties=properties)


def _part(state: _State, row: Judgement) -> list[Problem]:
    """Take two things out of each other's candidates; a link without candidates left is no longer unsure."""
    missing = _missing(state, row, row.things)
    pair = set(row.things)
    for number, link in enumerate(state.links):
        if link.entity in pair and pair & set(link.candidates) - {link.entity}:
            state.links[number] = _without(link, pair - {link.entity}, row)
    return missing


def _without(link: Link, gone: set[str], row: Judgement) -> Link:
    kept = {one: score for one, score in zip(link.candidates, _scores(link), strict=True) if one not in gone}
    if not kept:
        return _decided(link, "judged-different", row)
    return replace(link, candidates=tuple(kept), scores=tuple(kept.values()) if link.scores else ())


def _rename(state: _State, row: Judgement) -> list[Problem]:
    missing = _missing(state, row, row.things)
    if missing:
        return missing
    thing, language, name = (row.cells[column] for column in ("thing", "language", "name"))
    old = state.entities[thing]
    renamed = Entity(thing, old.type, {language: name}, {})
    state.entities[thing] = _one(renamed, old)
    return []
