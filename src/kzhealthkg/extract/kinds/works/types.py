"""What a clause makes of a work: a repair before the opening, an extension, a conversion."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

REPAIRS = (("жөндеу", "repair"), ("реконструкция", "reconstruction"), ("жаңғырту", "reconstruction"))
DEPARTMENTS = lexicon.words("kinds.works.types", "departments")
COMPLEXES = lexicon.words("kinds.works.types", "complexes")
AFTER = frozenset(lexicon.words("kinds.works.types", "after"))
ADDITIONS = lexicon.words("kinds.works.types", "additions")
ADDING = frozenset(lexicon.words("kinds.works.types", "adding"))
NEAR = 4
TILL_NOW = frozenset(lexicon.words("kinds.works.types", "till_now"))
FORMER = lexicon.words("kinds.works.types", "former")
RECEIVING = frozenset(lexicon.words("kinds.works.types", "receiving"))
HOUSES = lexicon.words("kinds.works.types", "houses")
BUILDING = lexicon.words("kinds.works.types", "building")


def work_type(hit: Hit, mention: Mention, said: str) -> str:
    """Return the type of a work on a facility, where its cue's frame says one: a part, a conversion, a repair."""
    clause = hit.clause
    if said == "construction":
        said = _part_built(hit, mention) or said
    if said == "construction" and (built_department(hit, mention) or _added(clause, mention.last, hit.last)):
        said = "extension"
    if said == "construction" and _converted(clause):
        return "conversion"
    return (after_repair(clause, hit.last) or said) if said in ("construction", "extension") else said


def _part_built(hit: Hit, mention: Mention) -> str:
    """Аурухананың жаңа корпусы салынды: the type of work that a part between facility and cue makes, "" for none."""
    part = part_word(hit.clause, mention.last, hit.first) if hit.first > mention.last else None
    between = hit.clause.sentence.tokens[mention.last : part[0]] if part else ()
    if any(is_lemma(t, *DEPARTMENTS) or t.norm in RECEIVING for t in between):
        return "extension"  # аурухананың қабылдау кешені
    if part and mention.case == "gen" and is_lemma(hit.clause.sentence.tokens[part[0]], *COMPLEXES):
        return "extension"  # аурухананың жаңа кешені
    return part[1] if part else ""


def after_repair(clause: Clause, last: int) -> str:
    """Күрделі жөндеуден кейін … ашылды: what opens again after a repair has been repaired."""
    tokens = clause.sentence.tokens
    for at in range(clause.first, min(last, clause.last - 1)):
        if tokens[at].best.case == "abl" and (tokens[at + 1].norm in AFTER or _mended_house(clause, at + 1)):
            found = next((work for lemma, work in REPAIRS if is_lemma(tokens[at], lemma)), "")
            if found:
                return found
    return ""


def _mended_house(clause: Clause, at: int) -> bool:
    """Күрделі жөндеуден өткен аурухана ашылды: a participle right before the house that opens again."""
    if clause.sentence.tokens[at].norm not in MENDED:
        return False
    return any(m.first == at + 1 and m.case in ("nom", "", "gen", "acc") for m in clause.mentions("facility"))


MENDED = frozenset(lexicon.words("kinds.works.types", "mended"))


def built_department(hit: Hit, mention: Mention) -> bool:
    """Ауруханаға қабылдау бөлімі салынды, бөлімінің құрылысы: a department that is built, not only opened, is an extension."""
    tokens = hit.clause.sentence.tokens
    building = is_lemma(hit.verb, *BUILDING) or hit.frame.name == "works-construction-noun"
    built = building and mention.case in ("dat", "loc", "gen") and mention.last < hit.first
    return built and is_lemma(tokens[hit.first - 1], *DEPARTMENTS) and not tokens[hit.first - 1].best.plural


def opened_department(hit: Hit, mention: Mention) -> bool:
    """Аурухананың жұқпалы аурулар бөлімшесінің ашылуы: what opens is the department, and not the hospital."""
    between = hit.clause.sentence.tokens[mention.last : hit.first]
    return bool(hit.frame.options.get("event")) and any(is_lemma(t, *DEPARTMENTS) for t in between)


def _added(clause: Clause, first: int, last: int) -> bool:
    """Аурухана ғимаратына қосымша құрылыс: what is built in addition to a building of the facility's own."""
    tokens = clause.sentence.tokens
    added = (i for i in range(first, last) if tokens[i].norm in ADDING)
    return any(is_lemma(t, *ADDITIONS) for i in added for t in tokens[i + 1 : min(last, i + NEAR)])


def _converted(clause: Clause) -> bool:
    """Бұрынғы … ғимаратынан, ғимаратын қайта жабдықтау: a building that was something else before."""
    tokens = clause.sentence.tokens
    if _in_other_house(clause):
        return True
    if clause.sentence.words.isdisjoint(FORMER) or any(t.norm.startswith("бұз") or t.norm == "орнына" for t in tokens):
        return False
    former = [i for i, t in enumerate(tokens) if is_lemma(t, *FORMER)]
    behind = [[j for j in range(i + 1, min(i + 8, len(tokens))) if is_lemma(tokens[j], *HOUSES)] for i in former]
    near = [houses[0] for houses in behind if houses]
    return any(tokens[j].best.case != "gen" and not _till_now(tokens, j) for j in near)


def _in_other_house(clause: Clause) -> bool:
    """Шипажай ғимаратында госпиталь ашылды, жатақхана ғимаратынан аурухана жасалды: in or of the house of another use."""
    if clause.language != "kk" or clause.sentence.words.isdisjoint(HOUSES):
        return False
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(
        a.norm.startswith(OTHER_HOUSES) and is_lemma(b, *HOUSES) and b.best.case in ("loc", "abl") for a, b in pairs
    )


OTHER_HOUSES = lexicon.words("kinds.works.types", "other_houses")


def _till_now(tokens: tuple[Token, ...], at: int) -> bool:
    """Бұрын ескі ғимаратта орналасқан, ескі ғимаратта жұмыс істеп келген: where a house was until it got a new one."""
    there = tokens[at].best.case == "loc"
    return there and any(t.norm in TILL_NOW for t in (*tokens[max(0, at - NEAR) : at], *tokens[at + 1 : at + 1 + NEAR]))
