"""Facilities that a Kazakh clause names only beside what it speaks of: an owner, a title, a detail in brackets."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.having import owner_of
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.model import Mention

BUILDING = lexicon.words("extract.clause.asides", "building")
ORDINALS = lexicon.words("extract.clause.asides", "ordinals")

HAVING = frozenset(lexicon.words("extract.clause.asides", "having"))
UNITS = lexicon.words("extract.clause.asides", "units")
RATES = frozenset(lexicon.words("extract.clause.asides", "rates"))
TITLED = lexicon.words("extract.clause.asides", "titled")


def named_aside(hit: Hit, mention: Mention) -> bool:
    """Say whether a facility before a cue is named but not what the cue speaks of."""
    owner = _owned(hit, mention) or (_owns_another(hit, mention) and not _taken_apart(hit, mention))
    instead = hit.clause.sentence.tokens[mention.last : mention.last + 1]
    if any(t.norm == "орнына" for t in instead):  # апатты нысандардың орнына салынды
        return True
    return (
        owner
        or _in_office(hit, mention)
        or _had(hit, mention)
        or _titled(hit.clause, mention)
        or _bracketed(hit, mention)
    )


def _in_office(hit: Hit, mention: Mention) -> bool:
    """Аурухананың бас дәрігері X …: the body of a person's office, while a unit of it is what was opened."""
    tokens = hit.clause.sentence.tokens
    unit = any(t.norm.startswith(UNITS) for t in tokens[mention.last : hit.first])
    people = hit.clause.mentions("person") if unit and mention.type == "facility" else []
    return any(m.value.post_start <= mention.start < m.value.post_end for m in people)


def _bracketed(hit: Hit, mention: Mention) -> bool:
    """40 нысанның (20 емхана, 20 ФАП) құрылысы: brackets that close before the cue only detail what is spoken of."""
    tokens = hit.clause.sentence.tokens
    opened = [t.text for t in tokens[hit.clause.first : mention.first] if t.text in "()"]
    closed = any(t.text == ")" for t in tokens[mention.last : hit.first])
    counted = hit.clause.mentions("facility", last=mention.first)
    return opened[-1:] == ["("] and closed and any(m.value.count is not None for m in counted)


def _had(hit: Hit, mention: Mention) -> bool:
    """Медпункт болмаған ауылда, емханасы бар перзентхана: what another thing has or lacks is not spoken of."""
    after = hit.clause.sentence.tokens[mention.last : mention.last + 1]
    if mention.last < hit.first - 1 and any(t.norm in HAVING for t in after):
        return True
    owner = owner_of(hit.clause, mention.last)
    return owner is not None and mention.first < owner.first < hit.first


def _taken_apart(hit: Hit, mention: Mention) -> bool:
    """57 нысанның 49-ы …: a counted genitive before a part of it owns nothing else."""
    parts = hit.clause.mentions("number", first=mention.last, last=hit.first)
    token = hit.clause.sentence.tokens[parts[0].last - 1] if parts and parts[0].first == mention.last else None
    return mention.value.count is not None and token is not None and bool(token.best.possessive)


def _owned(hit: Hit, mention: Mention) -> bool:
    """Пункт жұмысын бастады, емхана ашылуы тиіс: a noun of the cue's own makes the facility before it no mere owner."""
    own = mention.last == hit.first and (hit.first < hit.last - 1 or "inf" in forms(hit.verb))
    return _owned_by_next(hit.clause, mention) and not own


def _owned_by_next(clause: Clause, mention: Mention) -> bool:
    """Аурухана базасында …: a bare name before a possessed noun only says whose that noun is."""
    after = clause.sentence.tokens[mention.last : mention.last + 1]
    if any(m.first == mention.last for m in clause.mentions("post")):
        return True
    if mention.case not in ("", "nom") or not after or after[0].best.pos != "NOUN":
        return False
    if any(m.first == mention.last for m in clause.mentions("place", "date", "programme", "person")):
        return False
    if after[0].norm in RATES:
        return False  # емхана күніне 500 адамды қабылдайтын ғимаратқа көшірілді
    building = part_word(clause, mention.last, mention.last + 1)
    return after[0].best.possessive and building is None and not is_lemma(after[0], *BUILDING)


def _owns_another(hit: Hit, mention: Mention) -> bool:
    """Клиникалардың талаптарына сай: a facility in the genitive owns the noun after it, which is no building."""
    if mention.type != "facility" or mention.case != "gen":
        return False
    held = {
        i
        for m in hit.clause.mentions("place", "date", "number", "money", "percent", "facility")
        for i in range(m.first, m.last)
    }
    between = range(mention.last, hit.first)
    owned = [hit.clause.sentence.tokens[i] for i in between if i not in held]
    nouns = [t for t in owned if t.best.pos == "NOUN" and t.best.possessive]
    return bool(nouns) and not any(is_lemma(t, *_work_nouns(hit.clause.language)) for t in owned)


@cache
def _work_nouns(language: str) -> frozenset[str]:
    return frozenset(r["lemma"] for r in lexicon.table("work_nouns") if r["language"] == language)


def _titled(clause: Clause, mention: Mention) -> bool:
    """«350 амбулатория мен емхана» жобасы: what a title names is not spoken of."""
    tokens = clause.sentence.tokens
    close = next((i for i in range(mention.last - 1, len(tokens)) if tokens[i].text in "«»“”"), None)
    return (
        close is not None
        and tokens[close].text in "»”"
        and any(is_lemma(t, *TITLED) for t in tokens[close + 1 : close + 3])
    )


def part_word(clause: Clause, first: int, last: int) -> tuple[int, str] | None:
    """Return the position of a building word (корпус, ғимарат) and the work type it makes."""
    rows = _buildings(clause.language)
    if rows.keys().isdisjoint(clause.sentence.words):
        return None
    for i in range(last - 1, first - 1, -1):
        said = clause.sentence.tokens[i].words
        if not rows.keys().isdisjoint(said) and not ("кезек" in said and _queue(clause, i)):
            return i, next(work_type for lemma, work_type in rows.items() if lemma in said)
    return None


def _queue(clause: Clause, at: int) -> bool:
    """Емханада кезек көп, өз кезегінде: no phase of a building, as аурухананың екінші кезегі is."""
    phase = at > clause.first and clause.sentence.tokens[at - 1].norm.endswith(ORDINALS)
    return not phase or not clause.sentence.tokens[at].best.possessive


@cache
def _buildings(language: str) -> dict[str, str]:
    return {r["lemma"]: r["workType"] for r in lexicon.table("buildings") if r["language"] == language}
