"""Russian cues of care that tell of no team on site: in another country, or of houses that are looked at."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention


def abroad(clause: Clause) -> bool:
    """Say whether a Russian clause tells only of a place abroad: будут прооперированы в Турции."""
    if clause.language != "ru":
        return False
    named = [m for m in clause.mentions("place") if m.case in ("loc", "locadj")]
    return bool(named) and all(_is_abroad(m) for m in named)


def _is_abroad(mention: Mention) -> bool:
    level, name = str(mention.value.level), str(mention.value.name)
    return level == "foreign" or (level == "country" and name != "Казахстан")


def of_houses(hit: Hit) -> bool:
    """Провели осмотр медицинских учреждений: houses are looked at, nobody is treated."""
    if hit.clause.language != "ru":
        return False
    return any(m.first == hit.last and m.case == "gen" for m in hit.clause.mentions("facility"))
