"""Names of parties to an agreement, each told once."""

from __future__ import annotations

import re

from kzhealthkg.extract.kinds.documents.sides import FORM


def distinct(names: list[str]) -> list[str]:
    """Return names without those that another gives with a legal form: «Тау», ТОО «Тау»; bare nouns alone name nobody."""
    unique = list(dict.fromkeys(names))
    if all(n.islower() and " " not in n for n in unique):
        return []
    return [n for n in unique if not any(o != n and _same(_bare(o), _bare(n)) and len(o) > len(n) for o in unique)]


OWNER = re.compile(r"[ндт][ыі]ң $")


def _same(longer: str, name: str) -> bool:
    """Кореяның «Жарық» орталығы, «Жарық» орталығы: one body, told with its country and without."""
    return longer == name or (longer.endswith(name) and bool(OWNER.search(longer.removesuffix(name))))


def _bare(name: str) -> str:
    return re.sub(r"[«»\s]+", " ", FORM.sub("", name)).strip().lower()
