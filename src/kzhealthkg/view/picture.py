"""The graph as a picture: PNG and SVG, coloured by class, the same bytes for the same graph."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg.messages import Say
from kzhealthkg.view.layout import Spot, classes, layout

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS: Final = {
    "Country": "#1a1a1a", "Region": "#00507d", "District": "#2f8fcb", "City": "#00a3a3", "Town": "#4bbfa0",
    "RuralDistrict": "#8cc5e8", "Village": "#7fb03a", "Place": "#9a9a9a", "Facility": "#d1332e",
    "Organization": "#8452a8", "Person": "#e58a00", "Programme": "#c43b86",
}  # fmt: skip
_PLAIN: Final = "#777777"
_SETTINGS: Final[Any] = {"font.family": "DejaVu Sans", "svg.hashsalt": "kzhealthkg", "path.simplify": False}
_FORMATS: Final[dict[str, dict[str, Any]]] = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}
_POINTS: Final = 72
_FONT: Final = 8.0


def draw(graph: nx.MultiDiGraph[str], folder: Path, say: Say) -> list[Path]:
    """Write ``graph.png`` and ``graph.svg`` into ``folder`` and return their paths."""
    import matplotlib as mpl

    files = []
    with mpl.rc_context(_SETTINGS):
        figure = _figure(graph, say)
        for form, metadata in _FORMATS.items():
            files.append(folder / f"graph.{form}")
            figure.savefig(files[-1], format=form, dpi=130, bbox_inches="tight", pad_inches=0.3, metadata=metadata)
    return files


def _figure(graph: nx.MultiDiGraph[str], say: Say) -> Figure:
    from matplotlib.figure import Figure

    spots = layout(graph)
    reach = max(spot.radius for spot in spots.values()) + _longest(spots)
    figure = Figure(figsize=(2 * reach / _POINTS, 2 * reach / _POINTS))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    axes.set_axis_off()
    _edges(axes, graph, spots)
    _nodes(axes, graph, spots)
    title = say("picture.title", nodes=len(graph), edges=graph.number_of_edges())
    axes.set_title(title, fontsize=14, pad=18)
    _legend(axes, graph, say)
    return figure


def _longest(spots: dict[str, Spot]) -> float:
    return max(len(line) for spot in spots.values() for line in spot.label.split("\n")) * _FONT * 0.66 + 20


def _colour(kind: str) -> str:
    return COLOURS.get(kind, _PLAIN)


def _nodes(axes: Axes, graph: nx.MultiDiGraph[str], spots: dict[str, Spot]) -> None:
    for node, spot in spots.items():
        x, y = spot.xy
        size = 18 + 10 * math.sqrt(graph.degree(node))
        axes.scatter([x], [y], s=size, color=_colour(spot.type), edgecolors="white", linewidths=0.6, zorder=3)
        _label(axes, spot, spot.type in ("Region", "Country"))


def _label(axes: Axes, spot: Spot, bold: bool) -> None:
    """Write the label outwards from the node, never upside down."""
    turn = math.degrees(spot.angle) % 360
    flipped = 90 < turn < 270
    x, y = Spot("", "", spot.radius + (9 if bold else 7), spot.angle).xy
    box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1.2} if bold else None
    axes.text(
        x, y, spot.label, rotation=turn - 180 if flipped else turn, rotation_mode="anchor",
        ha="right" if flipped else "left", va="center", fontsize=_FONT + 1.5 * bold,
        fontweight="bold" if bold else "normal", color="#111111", bbox=box, linespacing=1.0, zorder=4,
    )  # fmt: skip


def _edges(axes: Axes, graph: nx.MultiDiGraph[str], spots: dict[str, Spot]) -> None:
    from matplotlib.patches import PathPatch

    for (source, target), count in sorted(Counter((s, t) for s, t in graph.edges()).items()):
        if source != target:
            path = _curve(spots[source], spots[target])
            width = min(0.7 + 0.25 * (count - 1), 2.5)
            colour = _colour(spots[source].type)
            axes.add_patch(PathPatch(path, facecolor="none", edgecolor=colour, alpha=0.45, linewidth=width, zorder=1))


def _curve(a: Spot, b: Spot) -> Any:
    """Return a straight line between the rings, and a curve bent to the middle along the outer one."""
    from matplotlib.path import Path as Curve

    (ax, ay), (bx, by) = a.xy, b.xy
    apart = abs((a.angle - b.angle + math.pi) % (2 * math.pi) - math.pi) / math.pi
    bend = 1.0 if a.radius != b.radius and apart < 0.25 else 0.8 - 0.6 * apart
    middle = ((ax + bx) / 2 * bend, (ay + by) / 2 * bend)
    return Curve([(ax, ay), middle, (bx, by)], [Curve.MOVETO, Curve.CURVE3, Curve.CURVE3])


def _legend(axes: Axes, graph: nx.MultiDiGraph[str], say: Say) -> None:
    from matplotlib.lines import Line2D

    named = [(_colour(kind), f"{say('class.' + kind)} ({count})") for kind, count in classes(graph)]
    handles = [Line2D([], [], linestyle="", marker="o", markersize=8, color=c, label=name) for c, name in named]
    axes.legend(handles=handles, loc="lower left", frameon=False, fontsize=10)
