"""The last look at links: what only one article knows is New, what may be another thing is Unsure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kzhealthkg.link import persons
from kzhealthkg.link.alike import Candidates, alike
from kzhealthkg.link.bodies import Body
from kzhealthkg.link.collect import Thing
from kzhealthkg.link.match import Told
from kzhealthkg.link.weights import reasons
from kzhealthkg.model import Link


def settled(links: Iterable[Link], things: Mapping[str, Thing], met: Iterable[Body]) -> tuple[Link, ...]:
    """Return links as New where no table and no second article knows the thing, Unsure where it may be two or another."""
    near = _near(met)
    torn = {local for local, thing in things.items() if _torn(thing)}
    return tuple(_settled(link, things[link.entity], near.get(link.entity, ()), link.entity in torn) for link in links)


def _near(met: Iterable[Body]) -> dict[str, Candidates]:
    """Return the candidates of every body by its id; those that are only described are not compared."""
    classes: dict[str, dict[str, Told]] = defaultdict(dict)
    for body in met:
        if not body.described:
            classes[body.type][body.id] = body.told
    return {local: found for bodies in classes.values() for local, found in alike(bodies).items()}


def _torn(thing: Thing) -> bool:
    """Whether a person was named with two patronymics, so that two people may be in one."""
    fathers = {persons.father(name) for name in thing.values.get("patronymic", ())}
    return len(fathers) > 1


def _settled(link: Link, thing: Thing, near: Candidates, torn: bool) -> Link:
    if link.outcome != "Linked":
        return link
    if torn:
        return replace(
            link, outcome="Unsure", candidates=(link.entity,), reasons=(*link.reasons, *reasons("patronymics-differ"))
        )
    if near:
        ids, scores = tuple(local for local, _ in near), tuple(str(score) for _, score in near)
        return replace(link, outcome="Unsure", candidates=ids, scores=scores)
    lone = not thing.reference and len(thing.articles) < 2
    return Link(link.statement, link.slot, link.name, "New", link.entity, (), link.reasons) if lone else link
