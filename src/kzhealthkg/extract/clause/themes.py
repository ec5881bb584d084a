"""Which things a cue speaks of: the mention it governs, with the members of its list."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import named_aside, part_word
from kzhealthkg.extract.clause.between import distance
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS, SIZED, along, coordinated
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.having import owner_of
from kzhealthkg.extract.clause.joined_owners import owns_with
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_kk import NEARING, nearing
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.clause.terms import of_term
from kzhealthkg.extract.clause.welcomed import welcomed
from kzhealthkg.model import Mention, Token

DEPARTMENTS = lexicon.words("extract.clause.themes", "departments")

PARTICIPLE = frozenset({"perf", "part"})
PURPOSE = frozenset(lexicon.words("extract.clause.themes", "purpose"))
DOING = frozenset(lexicon.words("extract.clause.themes", "doing"))
CARRIED = frozenset(lexicon.words("extract.clause.themes", "carried"))
NO_SUBJECT = lexicon.words("extract.clause.themes", "no_subject")
MEANING = frozenset(lexicon.words("extract.clause.themes", "meaning"))
HEADS = frozenset(lexicon.words("extract.clause.themes", "heads"))
LEFT_REACH = 8
RIGHT_REACH = 6
PREPOSITIONS_RU = frozenset(lexicon.words("extract.clause.themes", "prepositions_ru"))


def themes(hit: Hit, *types: str, cases: frozenset[str]) -> list[Mention]:
    """Return the mentions that a cue governs, in order; [] where there is none."""
    if hit.clause.language == "ru":
        return _around(hit, types)
    right = _right(hit, types)
    return right or _left(hit, types, cases)


def _right(hit: Hit, types: tuple[str, ...]) -> list[Mention]:
    """Салынып жатқан …: a participle governs the noun phrase after it."""
    tokens, last = hit.clause.sentence.tokens, group_end(hit)
    if not (tokens[last - 1].forms & PARTICIPLE or tokens[last - 1].norm in NEARING) or _has_object(hit):
        return []
    for mention in hit.clause.mentions(*types, first=last, last=len(tokens)):
        if (owner := owner_of(hit.clause, mention.last)) is not None and owner.first > mention.first:
            last = owner.first  # салынатын 60 келушіге арналған емханасы, стационары бар аурухана
            continue
        between = tokens[last : mention.first]
        named = hit.clause.mentions("person", first=last, last=mention.first)
        sized = _of_such_a_size(between)
        other = not sized and any(t.text in ",;—–:" or is_lemma(t, *HEADS) for t in between)
        if (len(between) <= RIGHT_REACH or sized) and not named and not other:
            return [mention]
        break
    return []


def _of_such_a_size(between: tuple[Token, ...]) -> bool:
    """Салынып жатқан, ауысымына 150 науқас қабылдауға арналған емхана: only how large it is stands behind the comma."""
    signs = [t for t in between if t.text in ",;—–:"]
    return len(signs) == 1 and between[0].text == "," and between[-1].norm in SIZED


def _has_object(hit: Hit) -> bool:
    """Шараны ашып берген бас дәрігер, орталық ашылған колледж: a verb with its object or subject is not said of the next."""
    at = hit.first - 1
    if hit.last - hit.first > 1 or at < hit.clause.first:
        return False
    token = hit.clause.sentence.tokens[at]
    own = any(m.last == hit.first and m.case == "nom" for m in hit.clause.mentions("facility"))
    return own or (token.best.case == "acc" and token.best.pos == "NOUN")


def group_end(hit: Hit) -> int:
    """Return where the verb group of a cue ends: жөндеу [жүргізіліп жатқан] …"""
    tokens, last = hit.clause.sentence.tokens, hit.last
    if hit.frame.options.get("noun") and not hit.verb.best.form:
        while last < min(len(tokens), hit.last + 2) and not tokens[last].best.form:
            last += 1
    while last < len(tokens) and tokens[last].best.form in ("conv", "perf", "part"):
        if of_term(tokens[last], next(iter(tokens[last + 1 : last + 2]), None)):
            break
        last += 1
    if nearing(tokens[last : last + 2]):
        return last + 2  # құрылысы аяқталуға жақын емхана
    denied = last < len(tokens) and tokens[last].norm == "жоқ"
    return last + 1 if denied else last


def _left(hit: Hit, types: tuple[str, ...], cases: frozenset[str]) -> list[Mention]:
    """Ауылда [емхана] салынды: the mentions before a cue that it governs, with the members of their list."""
    told = hit.clause.mentions(*types, last=hit.first)
    found = [m for m in told if (m.case or "nom") in cases or along(hit.clause, m) or _one_each(hit.clause, m)]
    found = [m for m in found if not (named_aside(hit, m) or owns_with(hit, m) or _department(hit.clause, m))]
    found = _without_objects(hit, found)
    if not found or distance(hit, found[-1]) > LEFT_REACH or other_subject(hit, found[-1]):
        return []
    if _only_in(hit, found[-1]):
        return []
    return coordinated(hit.clause, found, found[-1])


def _one_each(clause: Clause, mention: Mention) -> bool:
    """A мен B ауылдарында бір медпункттен салынды: the ablative behind "one" says that each has got one."""
    before = clause.sentence.tokens[mention.first - 1 : mention.first] if mention.first > clause.first else ()
    own = clause.sentence.tokens[mention.first].norm
    return mention.case == "abl" and (own in ONE_EACH or any(t.norm in ONE_EACH for t in before))


ONE_EACH = frozenset(lexicon.words("extract.clause.themes", "one_each"))


def _without_objects(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Емхана мен диспансерді біріктіретін кластер салынуда: the objects of a participle are not what is built."""
    tokens, left = hit.clause.sentence.tokens, found
    for mention in [m for m in found if m.case == "acc" and m.last < hit.first]:
        if tokens[mention.last].best.form in PARTICIPLE:
            objects = coordinated(hit.clause, found, mention)
            left = [m for m in left if m not in objects]
    return left


def other_subject(hit: Hit, mention: Mention) -> bool:
    """… емханаға жақын мектеп салынды: another noun right before the verb is what the verb speaks of."""
    at = hit.first - 1
    token = hit.clause.sentence.tokens[at]
    if hit.clause.sentence.tokens[mention.last].norm in LIST_SIGNS:
        return False  # емхана, мектеп салынды
    if hit.last - hit.first > 1 and (hit.last - hit.first > 2 or hit.clause.sentence.tokens[hit.first].best.possessive):
        return False  # ел игілігіне берілді
    if hit.frame.options.get("noun") or at < mention.last or token.best.form or token.best.pos != "NOUN":
        return False
    held = any(
        m.first <= at < m.last
        for m in hit.clause.mentions("date", "place", "number", "money", "programme", "organization")
    )
    work = part_word(hit.clause, at, at + 1) or is_lemma(token, *NO_SUBJECT)
    return token.best.case in ("nom", "acc") and not held and not work


def _only_in(hit: Hit, mention: Mention) -> bool:
    """Ғимараттың екінші қабатында пайда болған сызат: what is told of lies in a facility, and is not the facility."""
    tokens, first = hit.clause.sentence.tokens, mention.last
    house = tokens[first].best.possessive and is_case(tokens[first], "gen")
    if hit.frame.options.get("noun") or not (house or mention.case == "gen"):
        return False
    first += house
    owned = next((i for i in range(first, hit.first) if tokens[i].best.possessive), None)
    towns = hit.clause.mentions("place", first=first, last=hit.first)
    return owned is not None and tokens[owned].best.case == "loc" and not any(m.first <= owned < m.last for m in towns)


def receiving(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Ауруханаға корпус салынды, аурухана жанындағы жапсаржай: whose new part or new house it is stands before it."""
    left = _without_objects(hit, [m for m in found if m.last <= hit.first])
    last = [m for m in left if m.case == "dat"] or [m for m in left[-1:] if _beside(hit.clause, m)]
    last = last or [m for m in left[-1:] if not m.value.plural and (_instead(hit, m) or _wing_in(hit, m))]
    return last[-1:] if last and part_word(hit.clause, last[-1].last, hit.first) else []


def _instead(hit: Hit, mention: Mention) -> bool:
    """Емхананың [ескі ғимаратының] орнына жаңа ғимарат салынуда: the house of its own that it gets."""
    tokens, house = hit.clause.sentence.tokens, part_word(hit.clause, mention.last, hit.first)
    at = mention.last + bool(part_word(hit.clause, mention.last, mention.last + 1))
    return tokens[at].norm == "орнына" and house is not None and house[0] > at and not tokens[house[0]].best.possessive


def _wing_in(hit: Hit, mention: Mention) -> bool:
    """Ауруханада хирургиялық корпус ашылды: a wing right before the verb is the facility's that it opens in."""
    wing = part_word(hit.clause, hit.first - 1, hit.first) if mention.case == "loc" else None
    return wing is not None and wing[1] != "" and hit.clause.sentence.tokens[wing[0]].best.case == "nom"


def _beside(clause: Clause, mention: Mention) -> bool:
    """Аурухана жанынан, аурухананың қасында корпус: a part that stands beside a facility is the facility's."""
    after = clause.sentence.tokens[mention.last : mention.last + 1]
    part = part_word(clause, mention.last, clause.last)
    return part is not None and part[1] != "" and any(t.norm.startswith(BESIDE) for t in after)


BESIDE = lexicon.words("extract.clause.themes", "beside")


def _department(clause: Clause, mention: Mention) -> bool:
    """Аурухананың перзентхана, неврология бөлімдері: a bare type before "department" names the department."""
    if mention.type != "facility" or mention.value.name or mention.case not in ("", "nom"):
        return False
    for token in clause.sentence.tokens[mention.last : mention.last + 6]:
        if is_lemma(token, *DEPARTMENTS):
            return True
        if token.norm not in LIST_SIGNS and (token.best.form or token.best.case not in ("", "nom")):
            return False
    return False


def _around(hit: Hit, types: tuple[str, ...]) -> list[Mention]:
    found = [m for m in hit.clause.mentions(*types) if not (m.first <= hit.last - 1 < m.last) and _governed_ru(hit, m)]
    if not found:
        return []
    nearest = min(found, key=lambda m: m.first - hit.last if m.first >= hit.last else (hit.first - m.last) + 3)
    return coordinated(hit.clause, found, nearest)


def _governed_ru(hit: Hit, mention: Mention) -> bool:
    """A verb governs a nominative or accusative, a noun (строительство) the genitive after it."""
    tokens = hit.clause.sentence.tokens
    before = tokens[mention.first - 1].norm if mention.first else ""
    if before in PREPOSITIONS_RU:
        return False
    if hit.verb.best.pos == "NOUN":
        return mention.first >= hit.last and mention.first - hit.last <= 4 and mention.case not in ("nom", "loc", "dat")
    return mention.case in ("nom", "acc", "") or getattr(mention.value, "count", None) is not None


def is_purpose(hit: Hit) -> bool:
    """Say whether an action noun is only a purpose: салуға …, салу үшін …"""
    tokens = hit.clause.sentence.tokens
    cases = {r.case for r in hit.verb.readings if r.form == "inf"} or {hit.verb.best.case}
    last = hit.last
    while last < min(len(tokens) - 1, hit.last + 3) and (
        tokens[last].best.form == "inf"
        or (is_lemma(tokens[last], *DOING) and tokens[last].norm not in CARRIED)
        or (tokens[last].norm in CARRIED and tokens[last + 1].best.form == "inf")
    ):
        last += 1
    following = tokens[last].norm if last < len(tokens) else ""
    if welcomed(hit):
        return False
    action = "inf" in hit.verb.forms
    if action and hit.verb.best.case == "dat" and (_takes_dative(tokens[hit.last : hit.last + 1]) or _promised(hit)):
        return False
    aimed = last > hit.last and tokens[last - 1].best.case == "dat" and following not in NEARING
    oblique = cases & ({"dat", "gen"} if action else {"dat"}) and not cases & {"nom", ""}
    return bool(oblique) or aimed or following in PURPOSE


def _promised(hit: Hit) -> bool:
    """Тамызға дейін тапсыруға уәде берді: a promise that names its term."""
    promised = any(t.norm in PROMISE for t in hit.clause.sentence.tokens[hit.last : hit.last + 1])
    return promised and any(m.value.role == "due" for m in hit.clause.mentions("date"))


PROMISE = frozenset(lexicon.words("extract.clause.themes", "promise"))


def _takes_dative(following: tuple[Token, ...]) -> bool:
    """Салуға кірісті, салуға тиіс, салуға ниетті: what is begun or meant is no purpose."""
    return any(t.norm in MEANING or phase_of(t, "kk") == "begin" for t in following)
