"""Offices that a Russian verb tells of: works as director, heads a department, does the duties of, replaced whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.status_ru import form_of
from kzhealthkg.extract.clause.syntax import holding, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.bodies import role_of
from kzhealthkg.extract.posts.office_changes import imagined
from kzhealthkg.extract.posts.units import leading_ru, led_part_ru, of_part, part_before_ru
from kzhealthkg.model import Document, Mention, PostValue, Sentence

PRONOUNS = frozenset(lexicon.words("extract.posts.told", "pronouns"))

NEAR = 8
"""Words between a verb and the person of whom it tells an office."""
HELD = lexicon.words("extract.posts.told", "held")
DUTIES = lexicon.words("extract.posts.told", "duties")
POWERS = lexicon.words("extract.posts.told", "powers")


def told(document: Document) -> Iterator[Draft]:
    """Yield the offices that verbs say are held, taken or left, in the order of the text."""
    if document.article.language != "ru":
        return
    verbs = _verbs()
    last: Mention | None = None
    office: Mention | None = None  # the one that the sentence before told of
    for index, sentence in enumerate(document.sentences):
        russian = sentence.language != "kk" and not verbs.isdisjoint(sentence.words)
        for at in holding(sentence.tokens, verbs) if russian else ():
            yield from _told_at(sentence, index, at, (last, office))
        named = sentence.named
        people = [m for m in named["person"] if m.case == "nom"] if "person" in named else []
        last = people[-1] if people else last
        office = named["post"][-1] if "post" in named else None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.table("holding"))


def _told_at(sentence: Sentence, index: int, at: int, before: tuple[Mention | None, Mention | None]) -> Iterator[Draft]:
    last, office = before
    token = sentence.tokens[at]
    rows = [
        r
        for r in lexicon.table("holding")
        if is_lemma(token, r["lemma"]) and {form_of(token), token.best.form} & set(r["forms"].split())
    ]
    denied = _denied(sentence, at)
    for row in rows[:1] if denied is not None else ():
        found = _RULES[row["rule"]](sentence, at)
        replaced = row["rule"] == "replace"
        if found is None and replaced and office is not None:
            found = office, office.value  # на этом посту он сменил X
        person = _whom(sentence, at) if replaced or row["rule"] == "end" else _who(sentence, at, last)
        if found is not None and person is not None and not imagined(sentence, token.end):
            yield _draft(sentence, index, (at, denied or row["change"]), person, found)
            come = _who(sentence, at, last) if replaced and form_of(token) == "past" else None
            if come is not None and come.value.name != person.value.name:
                yield _draft(sentence, index, (at, "appointed"), come, found)


def _denied(sentence: Sentence, at: int) -> str | None:
    """Больше не руководит: what change a denied verb tells of; "" for a verb not denied, None for one that tells of no change."""
    before = [t.norm for t in sentence.tokens[max(0, at - DENIED) : at]]
    if "не" not in before[-1:]:
        return ""
    return "dismissed" if LONGER & set(before) else None


LONGER = frozenset(lexicon.words("extract.posts.told", "longer"))


def _draft(
    sentence: Sentence, index: int, said: tuple[int, str], person: Mention, found: tuple[Mention, PostValue]
) -> Draft:
    at, change = said
    mention, post = found
    inside = [m for m in (person, mention) if sentence.start <= m.start < sentence.end]
    edges = [sentence.tokens[at].start, sentence.tokens[at].end, *(e for m in inside for e in (m.start, m.end))]
    held = sentence.tokens[mention.first - 1] if mention in inside and mention.first else None
    edges += [held.start] if held is not None and is_lemma(held, *HELD, *DUTIES) else []
    kind = "Appointment" if change else "Post"
    draft = Draft(kind, {}, min(edges), max(edges), f"posts.{kind.lower()}-told", sentence=index)
    for_now = any(t.norm in FOR_NOW for t in sentence.tokens[max(0, at - DENIED) : at + DENIED])
    duties = held is not None and is_lemma(held, *DUTIES) and change != "dismissed"
    acting = post.acting or for_now or duties
    values = (("person", person.value.name), ("role", post.role), ("organization", post.organization))
    for slot, value in (*values, ("region", post.region), ("acting", acting or None), ("change", change)):
        draft.say(slot, value)
    draft.say("date", _date(sentence, change))
    return draft


def _date(sentence: Sentence, change: str) -> str:
    """С 14 июля работает директором: since then; a change has its day."""
    dates = [m for m in sentence.mentions if m.type == "date" and m.value.role == "date"]
    if len(dates) == 1 and change:
        return str(dates[0].value.edtf).removesuffix("/..")  # занимал пост с июня, сменив X
    if len(dates) != 1 or "/" in dates[0].value.edtf:
        said = str(dates[0].value.edtf) if len(dates) == 1 else ""
        return said.removesuffix("/..") if change else said  # с июня 2020 года, сменив X: then it changed
    since = dates[0].first > 0 and sentence.tokens[dates[0].first - 1].norm == "с"
    return dates[0].value.edtf if change else f"{dates[0].value.edtf}/.." if since else ""


def _who(sentence: Sentence, at: int, last: Mention | None) -> Mention | None:
    """Return the person in the nominative nearest to a verb; он, она stand for the one named last."""
    people = [m for m in sentence.mentions if m.type == "person" and (m.case == "nom" or _charged(sentence, m, at))]
    near = sorted(people, key=lambda m: _gap(m, at))
    if near and _gap(near[0], at) <= 2 * NEAR:
        return near[0]
    pronoun = any(t.norm in PRONOUNS for t in sentence.tokens[max(0, at - NEAR) : at + 2])
    return last if pronoun and not people else None


def _charged(sentence: Sentence, mention: Mention, at: int) -> bool:
    """Обязанности возложены на X."""
    return at < mention.first and sentence.tokens[mention.first - 1].norm == "на"


def _whom(sentence: Sentence, at: int) -> Mention | None:
    """Return the person behind a verb, or right before one that its subject follows, who is replaced, or whose powers end."""
    bare = sentence.tokens[at].best.form in ("ger", "part")  # Ажар Гиният is the same in every case
    people = [m for m in sentence.mentions if m.type == "person" and (bare or m.case != "nom")]
    behind = [m for m in people if m.first > at and m.first - at <= NEAR]
    before = [m for m in people if m.last == at and m.case == "gen" and not bare]
    return next(iter(before or behind), None)


def _gap(mention: Mention, at: int) -> int:
    return mention.first - at if mention.first > at else at - mention.last


def _as_post(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    """Работает директором больницы; директором больницы является: the office stands at the verb."""
    for mention in _posts(sentence):
        between = sentence.tokens[at + 1 : mention.first] if mention.first > at else sentence.tokens[mention.last : at]
        instrumental = any(r.case == "ins" for r in sentence.tokens[mention.first].readings)
        apart = all(t.best.pos == "ADV" or t.norm == "быть" for t in between)
        if instrumental and (apart or (mention.last < at and _only_who(sentence, mention, at))):
            return mention, mention.value
    return None


def _held_post(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    """Занимает должность директора, исполняет обязанности министра: a word between, in the accusative."""
    for mention in _posts(sentence):
        before = sentence.tokens[mention.first - 1] if mention.first else None
        if before is not None and is_lemma(before, *HELD, *DUTIES) and _gap(mention, at) <= NEAR:
            return mention, mention.value
    return None


def _duties(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    before = [t.norm for t in sentence.tokens[max(0, at - DENIED) : at]]
    found = (
        None
        if any(word.startswith(NO_MORE) for word in before) and not _denied(sentence, at)
        else _held_post(sentence, at)
    )
    first = found[0].first if found is not None else 0
    return found if first and is_lemma(sentence.tokens[first - 1], *DUTIES) else None


FOR_NOW = frozenset(lexicon.words("extract.posts.told", "for_now"))
NO_MORE = lexicon.words("extract.posts.told", "no_more")
DENIED = 2
"""Words before a verb in which it is said that somebody does it no more: не будет исполнять."""


def _body(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    """Возглавляет управление здравоохранения, больницей руководит: the body next to the verb."""
    bodies = [m for m in sentence.mentions if m.type in ("organization", "facility") and _is_one(m)]
    whose = [m for m in bodies if leading_ru(sentence, m, at)]
    near = [m for m in bodies if _gap(m, at) <= 1 or _sited(sentence, m, at) or led_part_ru(sentence, m, at)]
    if not (whose or near):
        return None
    body = (whose or near)[0]
    part = part_before_ru(sentence, body) if whose else led_part_ru(sentence, body, at)
    return _led(sentence, body) if part is None else of_part(body, part)


def _led(sentence: Sentence, mention: Mention) -> tuple[Mention, PostValue]:
    """Return a body with the office of who leads it."""
    name = mention.value.name[:1].upper() + mention.value.name[1:]
    place = getattr(mention.value, "place", None)
    region = place.region if place is not None else _region(sentence, mention)
    return mention, PostValue(role_of(name), name, region, False, "")


def _sited(sentence: Sentence, body: Mention, at: int) -> bool:
    """Центр в Кокшетау возглавляет X, центр на 30 коек возглавляет X: where or how large a body is parts nothing."""
    between = sentence.tokens[body.last : at] if body.last < at else ()
    if between and _only_who(sentence, body, at):
        return True
    inside = {i for m in sentence.mentions if m.type in ("place", "number") for i in range(m.first, m.last)}
    rest = [t for i, t in enumerate(between, body.last) if i not in inside]
    return 1 < len(between) <= SITED and between[0].norm in SITING and all(t.norm in SITING for t in rest)


def _only_who(sentence: Sentence, body: Mention, at: int) -> bool:
    """Больницей X больше не руководит: between a body and its verb stand only who leads it and little words."""
    led = any(r.case in ("ins", "acc") for r in sentence.tokens[body.first].readings)
    people = {i for m in sentence.mentions if m.type == "person" and m.case == "nom" for i in range(m.first, m.last)}
    rest = [t for i, t in enumerate(sentence.tokens[body.last : at], body.last) if i not in people]
    return led and all(t.best.pos in LITTLE or t.norm in LONGER for t in rest)


LITTLE = frozenset({"ADV", "PART"})
SITED = 4
SITING = frozenset(lexicon.words("extract.posts.told", "siting"))


def _at_head(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    """Стоит во главе больницы; во главе больницы стоит: the body behind the words for its head, beside the verb."""
    heads = [i for i, t in enumerate(sentence.tokens) if t.norm == HEAD and abs(i - at) <= NEAR]
    bodies = (m for m in sentence.mentions if m.type in ("organization", "facility") and _is_one(m))
    body = next((m for m in bodies if m.first - 1 in heads), None)
    return _led(sentence, body) if body is not None else None


HEAD = "главе"


def _is_one(mention: Mention) -> bool:
    """Клиникой руководит X: a bare clinic is a body too, though it has no name here."""
    return bool(mention.value.name) or not mention.value.plural


def _region(sentence: Sentence, mention: Mention) -> str:
    inside = [m for m in sentence.mentions if m.type == "place" and mention.first <= m.first and m.last <= mention.last]
    return inside[-1].value.region if inside else ""


def _any_post(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    """Назначена министром, сменив на этом посту X: the office that the sentence tells of."""
    found = sorted(_posts(sentence), key=lambda m: _gap(m, at))
    whom = _whom(sentence, at)
    if whom is not None and whom.value.posts:
        return whom, whom.value.posts[0]
    return (found[0], found[0].value) if found else None


def _ended(sentence: Sentence, at: int) -> tuple[Mention, PostValue] | None:
    powers = any(is_lemma(t, *POWERS) for t in sentence.tokens[at : at + 3])
    behind = [m for m in _posts(sentence) if m.first > at]
    return (behind[0], behind[0].value) if powers and behind else None


def _posts(sentence: Sentence) -> list[Mention]:
    return sentence.named.get("post", [])


_RULES = {
    "as": _as_post,
    "held": _held_post,
    "duties": _duties,
    "body": _body,
    "head": _at_head,
    "replace": _any_post,
    "end": _ended,
}
