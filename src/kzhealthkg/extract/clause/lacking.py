"""When words of lacking say that something is lacking now, and are not a heading or an attribute."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.lack_figures import figure, of_next
from kzhealthkg.extract.clause.nouns import area_words, nouns
from kzhealthkg.extract.clause.syntax import FINITE, forms, is_lemma
from kzhealthkg.extract.clause.themes import PURPOSE
from kzhealthkg.model import Token

LACKING = frozenset(lexicon.words("extract.clause.lacking", "lacking"))
SUFFICING = frozenset(lexicon.words("extract.clause.lacking", "sufficing"))
NEEDED = frozenset(lexicon.words("extract.clause.lacking", "needed"))

CLOSING = lexicon.words("extract.clause.lacking", "closing")
NOW = frozenset({"pres", "prog"})
YEAR = 4
PAST = frozenset(lexicon.words("extract.clause.lacking", "past"))
TELLING = lexicon.words("extract.clause.lacking", "telling")
GONE = frozenset(lexicon.words("extract.clause.lacking", "gone"))
TOPIC = lexicon.words("extract.clause.lacking", "topic")
APART = frozenset(lexicon.words("extract.clause.lacking", "apart"))
TOPIC_RU = frozenset(lexicon.words("extract.clause.lacking", "topic_ru"))


def stated(hit: Hit) -> bool:
    """Say whether the cue of a lack is a predicate of its clause."""
    options = hit.frame.options
    if _for_anybody(hit):
        return False
    if hit.clause.language == "ru":
        return (_noun_ru(hit) if options.get("noun") else _verb_ru(hit)) and not (_only_where(hit) or _of_then(hit))
    if options.get("noun"):
        return _noun_kk(hit)
    if options.get("adjective"):
        return _absence(hit) if options.get("told") else _adjective_kk(hit)
    if options.get("seeking"):
        return any(t.best.form in NOW and not t.best.negative for t in hit.clause.sentence.tokens[hit.first : hit.last])
    return _needing(hit) if options.get("needing") else _negative(hit)


def _of_then(hit: Hit) -> bool:
    """В начале пандемии нехватка 200 врачей стала испытанием: what was lacking in times gone by, on no date that is told."""
    clause = hit.clause.whole
    if not clause.says(*TIMES) or clause.mentions("date"):
        return False
    at = next(i for i, t in enumerate(clause.tokens) if is_lemma(t, *TIMES))
    then = any(t.norm in IN_TIMES for t in clause.tokens[max(0, at - TIMES_REACH) : at])
    verbs = [t for t in hit.clause.tokens if t.best.form in ("past", "pres", "fut")]
    return then and bool(verbs) and all(t.best.form == "past" for t in verbs)


TIMES = lexicon.words("extract.clause.lacking", "times")
TIMES_REACH = 3
IN_TIMES = frozenset(lexicon.words("extract.clause.lacking", "in_times"))


def _for_anybody(hit: Hit) -> bool:
    """Сәбиді құтқару үшін маман қажет, чтобы спасти, нужен хирург: what an aim needs anywhere is lacking nowhere."""
    clause, tokens = hit.clause.whole, hit.clause.sentence.tokens
    if hit.verb.norm not in (NEEDED if clause.language == "ru" else NEEDED_KK) or clause.mentions("number", *SPOTS):
        return False
    ahead = tokens[clause.first : hit.first]
    aims = [i for i, t in enumerate(ahead) if t.norm in AIMS]
    return any(any(_is_act(t) for t in ahead[max(0, i - 1) : i + ACT_REACH]) for i in aims)


def _is_act(token: Token) -> bool:
    return any(r.form == "inf" for r in token.readings[:2]) or token.best.lemma.endswith(ACTS)


ACTS = lexicon.words("extract.clause.lacking", "acts")
ACT_REACH = 4


SPOTS = ("place", "facility", "organization")
NEEDED_KK = frozenset(lexicon.words("extract.clause.lacking", "needed_kk"))
AIMS = frozenset(lexicon.words("extract.clause.lacking", "aims"))


def _only_where(hit: Hit) -> bool:
    """Выехали в районы, где нет кардиологов: what only describes where others go; есть сёла, где нет врачей states it."""
    tokens = hit.clause.sentence.tokens
    comma = next((i for i in range(hit.first - 1, 0, -1) if tokens[i].text == ","), 0)
    if not comma or hit.clause.mentions("number") or not any(is_lemma(t, *WHERE) for t in tokens[comma : comma + 3]):
        return False
    named = any(m.type == "place" and m.last == comma for m in hit.clause.sentence.mentions)
    return not named and not any(is_lemma(t, *EXISTING) for t in tokens[:comma])


WHERE = lexicon.words("extract.clause.lacking", "where")
EXISTING = lexicon.words("extract.clause.lacking", "existing")


def _rest(hit: Hit) -> tuple[Token, ...]:
    return hit.clause.sentence.tokens[hit.last : hit.clause.last]


def _negative(hit: Hit) -> bool:
    """Жетіспейді, жетпей отыр: the verb denied, or a stem that holds the denial."""
    reading = next((r for r in hit.verb.readings if r.form), None)
    if reading is None or reading.form == "inf" or (reading.form == "part" and not _reported(hit)):
        return False
    return any(r.negative or r.lemma in LACKING for r in hit.verb.readings) and not _gone(hit)


def _reported(hit: Hit) -> bool:
    """53 дәрігер жетіспейтіні айтылды: what somebody tells, with or without its own verb of saying."""
    rest = _rest(hit)
    telling = bool(rest) and is_lemma(rest[0], *TELLING)
    return telling and any(r.possessive for r in hit.verb.readings[:2])


def _absence(hit: Hit) -> bool:
    """Лордың жоқтығын айтты, жоқтығы алаңдатады: that nobody is there is told, or troubles somebody."""
    near = _rest(hit)[:TOLD]
    return any(t.best.form in ABSENT and is_lemma(t, *TELLING, *TROUBLING) for t in near)


TROUBLING = lexicon.words("extract.clause.lacking", "troubling")
ABSENT = frozenset({"past", "pres", "prog", "perf", "conv"})


def _needing(hit: Hit) -> bool:
    """Аудан 43 маманды қажет етеді: a finite verb that closes its clause."""
    finite = bool(forms(hit.verb) & (FINITE - {"past"})) or hit.verb.best.form == "conv"
    return finite and all(is_lemma(t, *CLOSING) or _is_sign(t) for t in _rest(hit))


def _gone(hit: Hit) -> bool:
    """Say whether a lack is over: жетіспеді, қажет болған — but a past one that has its date is told."""
    dated = any(len(str(m.value.edtf)) >= YEAR for m in hit.clause.mentions("date"))
    past = PAST if dated else frozenset()
    return any(t.norm in GONE - past for t in _rest(hit))


def _noun_kk(hit: Hit) -> bool:
    """Дәрігер тапшылығы бар, тапшылығы – 12: a lack that there is or that is counted, no topic (тапшылығы туралы)."""
    rest = _rest(hit)
    about = bool(rest) and rest[0].norm in PURPOSE  # тапшылығы туралы мәлімет берді
    if about or _gone(hit) or any(is_lemma(t, *TOPIC) for t in rest[:2]) or hit.verb.best.case not in ("nom", ""):
        return False
    if not rest:
        return _counted(hit)
    said = _lasts(rest) or any(is_lemma(t, *nouns("being", "kk")) for t in rest)
    return (said and not any(t.best.form == "inf" for t in rest)) or figure(hit) is not None


def _lasts(rest: tuple[Token, ...]) -> bool:
    """Тапшылығы өткір тұр, орын алған: whatever finite verb closes the clause, but one by which a lack ends."""
    last = next((t for t in reversed(rest) if not _is_sign(t)), None)
    return (
        last is not None
        and rest[0].norm not in AND  # тапшылығы мен қолдау шараларына тоқталды
        and last.best.form in FINITE
        and not last.best.negative
        and not any(is_lemma(t, *ENDED) for t in rest)
    )


ENDED = lexicon.words("extract.clause.lacking", "ended")


def _counted(hit: Hit) -> bool:
    return any(m.last <= hit.first for m in hit.clause.mentions("number"))


BEING = lexicon.words("extract.clause.lacking", "being")
TOLD = 5
"""Words from the need to the verb of telling, at most."""


def _adjective_kk(hit: Hit) -> bool:
    """Қажет closes its clause, and what it needs is a thing, no action (келуі керек)."""
    tokens, at = hit.clause.sentence.tokens, hit.first
    action = at > hit.clause.first and any(r.form == "inf" for r in tokens[at - 1].readings[:2])
    closing = all(is_lemma(t, *CLOSING) or _is_sign(t) for t in _rest(hit)) or _is_told(_rest(hit))
    return hit.verb.norm in _words(hit) and closing and not action and not (_gone(hit) and not _set_against(hit))


def _set_against(hit: Hit) -> bool:
    """A-да 52 дәрігер тапшы болса, B-да 14: the condition sets one number against another; керек болса is none."""
    condition = hit.verb.norm not in NEEDED_KK and [t.best.form for t in hit.clause.tokens[-1:]] == ["cond"]
    numbers = [m for m in hit.clause.sentence.mentions if m.type == "number"]
    here = any(m.last <= hit.first and m.first >= hit.clause.first for m in numbers)
    return condition and here and any(m.first >= hit.clause.last for m in numbers)


def _is_told(rest: tuple[Token, ...]) -> bool:
    """12 дәрігер қажет екенін айтты, қажет екені белгілі болды: what is needed is told."""
    return bool(rest) and rest[0].norm.startswith(BEING) and len(rest) <= TOLD


def _is_sign(token: Token) -> bool:
    """Quotation marks, and a «-деп» glued to its hyphen, close no clause of their own."""
    return not token.text[0].isalnum()


def _words(hit: Hit) -> frozenset[str]:
    return frozenset(cue[-1] for cue in hit.frame.cues)


def _now_or_dated(hit: Hit) -> bool:
    """На январь не хватало 166 врачей: a lack that is over has its date."""
    dated = "date" in hit.clause.named
    return hit.verb.best.form == "pres" or (hit.verb.best.form == "past" and dated)


def _verb_ru(hit: Hit) -> bool:
    if hit.verb.best.lemma in SUFFICING:
        return any(t.norm == "не" for t in hit.clause.tokens) and _now_or_dated(hit)
    if denied(hit):
        return False
    if hit.frame.options.get("without"):
        return hit.verb.best.form in ("past", "pres")  # осталась без хирурга
    if hit.verb.norm in NEEDED:  # необходимо, чтобы; необходимо было; необходимо привлечь: a task or a need of the past
        done = any(t.best.form == "inf" or t.norm in WAS for t in hit.clause.tokens)
        return hit.verb.best.pos == "ADJ" or not done
    if hit.verb.best.pos == "ADJ":
        return False
    return hit.verb.best.form in ("pres", "perf")


def denied(hit: Hit) -> bool:
    """Не ищет, не решён: say whether "not" stands right before a Russian cue."""
    at = hit.first - 1
    return hit.clause.language == "ru" and at >= hit.clause.first and hit.clause.sentence.tokens[at].norm == "не"


WAS = frozenset(lexicon.words("extract.clause.lacking", "was"))


def _noun_ru(hit: Hit) -> bool:
    """Есть нехватка врачей, дефицит – 40: a lack that there is or that is counted, no topic (решение проблемы нехватки)."""
    tokens = hit.clause.sentence.tokens
    before = tokens[max(hit.clause.first, hit.first - 2) : hit.first]
    apart = any(t.norm in APART for t in before)  # при этом дефицит составляет …
    if any(t.best.lemma in TOPIC_RU for t in before) and not apart:
        return False
    if _of_things(hit):
        return False
    if figure(hit) is None and hit.clause.mentions("percent", first=hit.last):
        return False  # дефицит врачей составляет 12 %: a measure
    if any(is_lemma(t, *CLOSED) and t.best.form != "inf" for t in hit.clause.tokens):
        return False  # из 190 вакансий закрыты 122
    if figure(hit) is None and any(t.best.form == "inf" and is_lemma(t, *ENDING, *CLOSED) for t in hit.clause.tokens):
        return False  # до конца года надеются сократить дефицит врачей
    said = hit.clause.says(*nouns("being", "ru")) or _is_there(hit)
    listed = any(of_next(hit, m) for m in hit.clause.mentions("number", first=hit.last))
    return (said and not any(t.best.form == "past" for t in hit.clause.tokens)) or listed or figure(hit) is not None


BEHIND = 5
ENDING = lexicon.words("extract.clause.lacking", "ending")


def _is_there(hit: Hit) -> bool:
    """Отмечается, обостряется нехватка: as the subject of whatever verb of the present, but one by which a lack ends."""
    verbs = [t for t in hit.clause.tokens if t.best.form == "pres"]
    return (
        bool(verbs)
        and hit.verb.best.case == "nom"
        and not any(is_lemma(t, *ENDED) or t.norm == "не" for t in hit.clause.tokens)
    )


def _of_things(hit: Hit) -> bool:
    """Работают с дефицитом расходных материалов: what is lacking is named right behind, and it is no staff."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    near = range(hit.last, min(clause.last, hit.last + BEHIND))
    head = next((i for i in near if tokens[i].best.pos != "ADJ"), None)
    if head is None or tokens[head].best.pos != "NOUN" or "gen" not in {r.case for r in tokens[head].readings}:
        return False
    owner = any(m.first <= head < m.last for m in clause.mentions("place", "facility", "organization"))
    known = nouns("professions", "ru") | AREAS
    following = tokens[head + 1].norm if head + 1 < clause.last else ""
    staff = any(not known.isdisjoint(_with_parts(t)) for t in tokens[hit.last : head + 3])
    return not (owner or staff or following in OF)


def _with_parts(token: Token) -> set[str]:
    """Врачей-неонатологов: a profession of two words is known by either."""
    return {part for word in token.words for part in (word, *word.split("-"))}


AREAS = area_words("ru")
OF = frozenset(lexicon.words("extract.clause.lacking", "of"))
CLOSED = lexicon.words("extract.clause.lacking", "closed")


def aimed(hit: Hit, first: int) -> bool:
    """Мамандарға көмек көрсету мақсатында ақша бөлінді: what stands before the cue is only what it is for."""
    between = hit.clause.sentence.tokens[first : hit.first]
    done = {i + 1 for i, t in enumerate(between) if t.best.form in ("perf", "part")}  # көшкені үшін: a reason
    aims = any(t.norm in PURPOSE and i not in done for i, t in enumerate(between))
    return aims or any(r.form == "inf" and r.case in ("dat", "gen") for t in between for r in t.readings[:1])
