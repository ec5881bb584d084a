"""Where the nodes of a picture stand: regions on an inner ring, all else around them by region.

Labels run outwards from the outer ring, each in a slot of its own, so that none lies on another
however many there are; the ring grows with them. Lengths are in points.
"""

from __future__ import annotations

import math
import textwrap
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kzhealthkg.view.network import ENTITIES, part

if TYPE_CHECKING:
    import networkx as nx

HUBS: Final = ("Country", "Region")
LINE: Final = 11.0
_WRAP: Final = 34
_GAP: Final = 2
_SMALLEST: Final = 170.0
_LETTER: Final = 7.4
_SHARED: Final = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one node stands: ``radius`` in points from the middle, ``angle`` in radians."""

    label: str
    type: str
    radius: float
    angle: float

    @property
    def xy(self) -> tuple[float, float]:
        """Return the point in Cartesian coordinates."""
        return self.radius * math.cos(self.angle), self.radius * math.sin(self.angle)


def busiest(graph: nx.MultiDiGraph[str], most: int) -> nx.MultiDiGraph[str]:
    """Return the graph with at most ``most`` nodes: linked ones before lone ones, hubs first."""
    ranked = sorted(graph.nodes, key=lambda n: (graph.nodes[n]["type"] not in HUBS, -graph.degree(n), n))
    return part(graph, set(ranked[:most]))


def layout(graph: nx.MultiDiGraph[str]) -> dict[str, Spot]:
    """Return the place of every node."""
    groups = _groups(graph)
    slots = _slots(graph, groups)
    total = sum(size for _, size in slots)
    outer = max(total * LINE / (2 * math.pi), _SMALLEST, _hub_room(graph, groups) / 0.65)
    angles = _angles(slots, total)
    spots = {n: _spot(graph, n, outer, angles[n]) for n in graph if n in angles}
    return spots | _hub_spots(graph, groups, angles, outer)


def wrapped(label: str) -> str:
    """Return a label in lines short enough for its slot."""
    return "\n".join(textwrap.wrap(label, _WRAP, break_long_words=False)) or label


def _spot(graph: nx.MultiDiGraph[str], node: str, radius: float, angle: float) -> Spot:
    data = graph.nodes[node]
    return Spot(wrapped(data["label"]), data["type"], radius, angle)


def _groups(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    """Return the nodes of every hub, in order; what touches several hubs or none is under ``""``."""
    hubs = sorted((n for n, kind in graph.nodes(data="type") if kind in HUBS), key=lambda n: graph.nodes[n]["label"])
    owner = _owners(graph, hubs)
    groups: dict[str, list[str]] = {hub: [] for hub in (*hubs, _SHARED)}
    for node in graph:
        if node not in hubs:
            groups[owner.get(node, _SHARED)].append(node)
    return {hub: sorted(nodes, key=lambda n: _rank(graph, n)) for hub, nodes in groups.items()}


def _owners(graph: nx.MultiDiGraph[str], hubs: list[str]) -> dict[str, str]:
    """Spread each hub over its neighbours, nearest first; a node with two hubs beside it belongs to none."""
    near = graph.to_undirected(as_view=True)
    owner = {hub: hub for hub in hubs}
    front = hubs
    while front:
        reached: dict[str, set[str]] = defaultdict(set)
        for node in front:
            for other in near[node]:
                if other not in owner:
                    reached[other].add(owner[node])
        owner |= {node: min(names) if len(names) == 1 else _SHARED for node, names in reached.items()}
        front = sorted(node for node in reached if owner[node] != _SHARED)
    return owner


def _rank(graph: nx.MultiDiGraph[str], node: str) -> tuple[object, ...]:
    """Sort key: places by the place they lie in, then the other classes."""
    data = graph.nodes[node]
    kind = ENTITIES.index(data["type"]) if data["type"] in ENTITIES else len(ENTITIES)
    if kind >= ENTITIES.index("Facility"):
        return (1, kind, data["label"], "", node)
    ups = sorted(graph.nodes[up]["label"] for _, up, name in graph.out_edges(node, keys=True) if name == "within")
    home = data["label"] if data["type"] == "District" or not ups else ups[0]
    return (0, 0, home, "" if data["type"] == "District" else data["label"], node)


def _slots(graph: nx.MultiDiGraph[str], groups: dict[str, list[str]]) -> list[tuple[str, int]]:
    """Return (node, lines) around the ring; a hub without nodes and the gap after a group take room too."""
    slots: list[tuple[str, int]] = []
    for hub, nodes in groups.items():
        if hub and not nodes:
            slots.append((hub, 2))
        slots += [(node, wrapped(graph.nodes[node]["label"]).count("\n") + 1) for node in nodes]
        slots.append((_SHARED, _GAP))
    return slots


def _angles(slots: list[tuple[str, int]], total: int) -> dict[str, float]:
    angles, done = {}, 0.0
    for node, size in slots:
        if node:
            angles[node] = math.pi / 2 - 2 * math.pi * (done + size / 2) / total
        done += size
    return angles


def _hub_room(graph: nx.MultiDiGraph[str], groups: dict[str, list[str]]) -> float:
    """Return how far within the outer ring the hubs stand, so that their labels do not reach it."""
    lines = [line for hub in groups if hub for line in wrapped(graph.nodes[hub]["label"]).split("\n")]
    return max(map(len, lines), default=0) * _LETTER + 40


def _hub_spots(
    graph: nx.MultiDiGraph[str], groups: dict[str, list[str]], angles: dict[str, float], outer: float
) -> dict[str, Spot]:
    hubs = [hub for hub in groups if hub]
    inner = outer - _hub_room(graph, groups)
    spread = {hub: [angles[n] for n in groups[hub] or [hub]] for hub in hubs}
    return {hub: _spot(graph, hub, inner, (a[0] + a[-1]) / 2) for hub, a in spread.items()}


def classes(graph: nx.MultiDiGraph[str]) -> list[tuple[str, int]]:
    """Return the classes present with their number of nodes, in the order of the legend."""
    counts = Counter(kind for _, kind in graph.nodes(data="type"))
    return [(name, counts[name]) for name in ENTITIES if counts[name]]
