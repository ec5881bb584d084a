"""Where the name of a Kazakh facility begins: it ends in its head and grows to the left, or stands in quotes."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities import words
from kzhealthkg.annotate.facilities.subjects import subject
from kzhealthkg.annotate.facilities.words import LATIN, LEGAL_FORM
from kzhealthkg.annotate.facility_types import heads
from kzhealthkg.annotate.words import AND_KK
from kzhealthkg.model import Mention, PlaceValue, Sentence, Token
from kzhealthkg.text.quotation import CLOSE, OPEN

REACH = 14
TITLE = 12
WITH = lexicon.words("annotate.facilities.names", "with")


def quotation(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """Return the span of «…» ЖШС where the head ends a quotation that is a name, legal forms included."""
    if at + 1 >= len(tokens) or tokens[at + 1].text not in CLOSE:
        return None
    first = opening(tokens, at)
    if first is None or not _is_name(tokens[first + 1 : at + 1]):
        return None
    return _before_forms(tokens, first), _after_forms(tokens, at + 2)


def is_title(tokens: tuple[Token, ...], at: int) -> bool:
    """«Ауылдық аурухана» жобасы: a quotation that names a project or a contest."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in CLOSE:
        return False
    return any(r.lemma in words.guards("title") for r in tokens[at + 2].readings)


def _after_forms(tokens: tuple[Token, ...], last: int) -> int:
    while last < len(tokens) and (LEGAL_FORM.match(tokens[last].text) or tokens[last].best.pos == "SUFFIX"):
        last += 1
    return last


def _before_forms(tokens: tuple[Token, ...], first: int) -> int:
    while first > 0 and LEGAL_FORM.match(tokens[first - 1].text):
        first -= 1
    return first


def opening(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where the quotation that ``at`` stands in opens, within reach."""
    for i in range(at, max(-1, at - REACH), -1):
        if tokens[i].text in OPEN:
            return i
        if tokens[i].text in CLOSE and i < at:
            return None
    return None


def _is_name(tokens: tuple[Token, ...]) -> bool:
    """A name begins with a capital and holds no verb and no comma, as something said would."""
    if not tokens or len(tokens) > TITLE or not (tokens[0].text[0].isupper() or tokens[0].text == "№"):
        return False
    return not any(t.text in ",;:!?—–" or t.best.form in ("past", "pres", "perf", "cond", "imper") for t in tokens)


def left_end(sentence: Sentence, at: int) -> int:
    """Return the first token of the name whose head is ``at``."""
    first = at
    while first > 0 and at - first < REACH:
        step = _inner(sentence.tokens, first, at)
        if step == 0:
            break
        first -= step
    first = _outer(sentence, first, at)
    return first + (first < at and sentence.tokens[first].norm in ALSO)  # Сондай-ақ облыстық орталық жөнделуде


ALSO = frozenset(lexicon.words("annotate.facilities.names", "also"))


def _inner(tokens: tuple[Token, ...], first: int, at: int) -> int:
    """Return how many tokens before ``first`` describe the facility; 0 where none does."""
    before = tokens[first - 1]
    number = words.numeral(tokens, first)
    if number or (_begun(tokens, first, at) and not LATIN.fullmatch(before.text)) or _whoever(tokens, first, at):
        return number
    if words.level(tokens[first]) and before.norm not in AND_KK and not words.adjective(before):
        return _meant_for(tokens, first) or int(_of_children(before, tokens[at]))
    if subject(tokens, first, at):
        return 0
    if words.belongs(before) or (words.modifies(before) and words.modifies(tokens[first])):
        return 1
    if before.norm in AND_KK and first >= 2 and _joins(tokens, first):
        return 2
    return _meant_for(tokens, first)


def _whoever(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Жүкті әйелдер | №2 перзентханада босанды: people before a numbered head that nobody owns are no part of its name."""
    if not (tokens[first].text.startswith("№") and tokens[first - 1].norm.endswith(MANY)):
        return False
    head = words.head(tokens[at], heads("kk"))
    return head is None or not head.possessive


MANY = lexicon.words("annotate.facilities.names", "many")


def _of_children(before: Token, last: Token) -> bool:
    """Балалар қалалық клиникалық ауруханасы: whom it is for stands before the level where the head is owned."""
    head = words.head(last, heads("kk"))
    return before.norm in words.guards("whose") and head is not None and head.possessive


def _begun(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Балалар | Ұлттық орталыққа барды: a capital begins the name, unless all of its words have one."""
    if first == at or not words.capital(tokens[first]) or words.level(tokens[first - 1]):
        return False
    named = [t for t in tokens[first - 1 : at + 1] if t.text[0].isalpha() and t.norm not in AND_KK]
    return not all(t.text[0].isupper() for t in named)


def _joins(tokens: tuple[Token, ...], first: int) -> bool:
    """Онкология және хирургия орталығы: the words on both sides of "and" are of one sort."""
    left, right = tokens[first - 2], tokens[first]
    if words.head(left, heads("kk")):
        return False
    return words.belongs(left) and words.modifies(left) == words.modifies(right)


def _meant_for(tokens: tuple[Token, ...], first: int) -> int:
    """Ерекше қажеттілігі бар балаларға арналған …, мүгедек балаларды оңалту …: those that the facility is for."""
    if tokens[first].norm in words.guards("against") and tokens[first - 1].best.case == "dat":
        return 1  # тұмауға қарсы клиника
    said = first >= 2 and tokens[first - 1].norm == "арналған" and tokens[first - 2].norm in words.guards("for")
    if not said and tokens[first].norm not in words.guards("whom"):
        return 0
    begin = first - 2 if said else first
    while begin > 0 and tokens[begin - 1].norm in words.guards("state"):
        begin -= 1
    return first - begin


def _outer(sentence: Sentence, first: int, at: int) -> int:
    """Grow over what a name begins with: a quotation, or the place and the person it is named after."""
    quoted = _quoted_name(sentence.tokens, first)
    if quoted != first:
        return quoted
    for rule in (_place, _branch_of, _named_after, _owner):
        first = rule(sentence, first, at)
    return first


def _owner(sentence: Sentence, first: int, at: int) -> int:
    """«X» корпорациясының медициналық орталығы, университетінің клиникасы: whose a facility without a name is."""
    tokens, head = sentence.tokens, words.head(sentence.tokens[at], heads("kk"))
    bare = first == at or words.bare(tokens[first:at])
    if not bare or first == 0 or head is None or not head.possessive or head.plural:
        return first
    owner = next((r for r in tokens[first - 1].readings if r.lemma in words.guards("owner") and r.case == "gen"), None)
    if owner is None:
        return first
    begin = _quoted_name(tokens, first - 1)
    if begin == first - 1:
        begin = left_end(sentence, first - 1)
    return begin if begin < first - 1 else first


def _quoted_name(tokens: tuple[Token, ...], first: int) -> int:
    """«Alpha Med» клиникасы, «Мейірім» ЖШС клиникасы."""
    private = first > 1 and tokens[first - 1].norm in words.guards("private")
    if tokens[first - 1].norm.endswith(WITH):
        return first  # «X» ЖШС-мен аурухана салу: with whom, not whose
    closing = _before_forms(tokens, first - int(private))
    if closing == 0 or tokens[closing - 1].text not in CLOSE:
        return first
    begin = opening(tokens, closing - 1)
    if begin is None or not _is_name(tokens[begin + 1 : closing - 1]):
        return first
    return _before_forms(tokens, begin)


def _place(sentence: Sentence, first: int, at: int) -> int:
    """Маңғыстау облыстық …, Алматы қалалық …: a place as an adjective, with no ending of its own."""
    for mention in sentence.mentions:
        if mention.type == "place" and mention.last == first and mention.case in ("", "nom"):
            if mention.value.level == "country" and not sentence.tokens[at].best.possessive:
                return first  # Түркия онкологиялық орталық салуға келісті
            begin = mention.first if _untyped(sentence.tokens, mention) else first
            return begin - words.numeral(sentence.tokens, begin) if begin < first else first
    return _unknown_place(sentence, first, at)


def _untyped(tokens: tuple[Token, ...], place: Mention) -> bool:
    single = place.last - place.first == 1 or tokens[place.last - 1].text[0].isupper()
    return single and not tokens[place.last - 1].best.possessive


def _unknown_place(sentence: Sentence, first: int, at: int) -> int:
    """Арал аудандық ауруханасы: a capital before a level word, where the head says that it is owned."""
    owned = words.head(sentence.tokens[at], heads("kk"))
    if first == 0 or owned is None or not owned.possessive:
        return first
    single = first == at > 1 and not owned.plural and heads("kk").get(owned.lemma) == "yes"
    if not (single or _owned(sentence.tokens[first])):
        return first
    local = any(m.type == "place" and m.last == first and m.case == "loc" for m in sentence.mentions)
    if local or not names_a_place(sentence, first - 1):
        return first
    return first - 1 - int(first >= 2 and sentence.tokens[first - 2].norm in words.guards("side"))


def _owned(token: Token) -> bool:
    return words.level(token) or token.norm in words.guards("owned")


def names_a_place(sentence: Sentence, at: int) -> bool:
    """Whether a word could be a place that no list knows: a capital, no ending, no person and no common noun."""
    token = sentence.tokens[at]
    if not words.capital(token) or token.best.lemma in words.ordinary() or token.best.case not in ("nom", ""):
        return False
    if token.norm in words.noise("kk") or (at == 0 and any(r.case == "loc" for r in token.readings)):
        return False  # Бегалыда медицина пункті ашылды: where, in a word that opens the sentence
    if token.best.form in ("conv", "past", "pres") or token.best.pos in ("ADV", "PRON", "CONJ", "PART"):
        return False
    if _in_long_name(sentence, at):
        return False
    return not any(m.type in ("person", "organization") and m.first <= at < m.last <= at + 1 for m in sentence.mentions)


def _in_long_name(sentence: Sentence, at: int) -> bool:
    """Диаб Хасан Мохамад Али | облыстық орталықта: whether a word ends a person's name of which only the first was read."""
    begin = at
    while begin > 0 and words.capital(sentence.tokens[begin - 1]):
        begin -= 1
    return any(m.type == "person" and begin < m.last < at for m in sentence.mentions)


def _named_after(sentence: Sentence, first: int, at: int) -> int:
    """Х. Досмұхамедов атындағы …: an initial or a given name, and the surname."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].norm != "атындағы" or not tokens[first - 2].text[0].isupper():
        return first
    begin = first - 2
    while begin >= 2 and tokens[begin - 1].text == "." and len(tokens[begin - 2].text) == 1:
        begin -= 2
    if begin == first - 2 and begin > 0 and _forename(sentence, begin - 1):
        begin -= 1
    return begin


def _forename(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if not words.capital(token) or any(m.type == "place" and m.last == at + 1 for m in sentence.mentions):
        return False
    return token.norm in words.given_names() or (at > 0 and token.best.case in ("nom", ""))


ANOTHER = frozenset(lexicon.words("annotate.facilities.names", "another"))


BRANCHES = frozenset(lexicon.words("annotate.facilities.names", "branches"))


def _branch_of(sentence: Sentence, first: int, at: int) -> int:
    """Гематология орталығының Қарағанды филиалы, … Семейдегі филиалы, «…» ЖШС филиалы: the facility it belongs to."""
    tokens = sentence.tokens
    if first == 0 or not any(r.lemma in BRANCHES for r in tokens[at].readings):
        return first
    where = [m.first for m in sentence.mentions if m.type == "place" and m.last == first and m.case == "locadj"]
    edge = where[0] if where and where[0] > 0 else first
    before = edge - 1 - (tokens[edge - 1].norm in ANOTHER and edge > 1)
    owner = words.head(tokens[before], heads("kk"))
    if owner is not None and (owner.case == "gen" or (owner.case in ("nom", "") and before == first - 1)):
        return left_end(sentence, before)
    inside = _before_forms(tokens, first) - 2
    if inside > 0 and tokens[inside + 1].text in CLOSE and words.head(tokens[inside], heads("kk")):
        quoted = quotation(tokens, inside)
        return quoted[0] if quoted else first
    return first


def place_inside(sentence: Sentence, first: int, last: int) -> PlaceValue | None:
    """Return the first place that is named between two tokens, or None."""
    for mention in sentence.mentions:
        if mention.type == "place" and first <= mention.first and mention.last <= last:
            place: PlaceValue = mention.value
            return place
    return None
