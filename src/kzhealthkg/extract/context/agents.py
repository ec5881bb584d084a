"""Who does what a predicate says: the person named, the holder of an office, "ол", or the one spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import JOINS, begin, groups, words_of
from kzhealthkg.extract.clause.syntax import ACTION_ENDINGS, Clause, is_lemma
from kzhealthkg.extract.context.bosses import of_another, office, unread
from kzhealthkg.extract.context.hearers import reported_to, reports, welcomed
from kzhealthkg.extract.context.holders import holder
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import STATE, in_office, offices
from kzhealthkg.extract.context.others import modifies, others, several
from kzhealthkg.extract.context.own_words import oneself
from kzhealthkg.extract.context.which_ru import antecedent
from kzhealthkg.model import Mention, PersonValue, Sentence, Token
from kzhealthkg.model.frozen import frozen, replace

BACK, LEADS, APPOSED = 3, 6, 9
PAST_AUXILIARIES = frozenset(lexicon.words("extract.context.agents", "past_auxiliaries"))


@frozen
class Agent:
    """A person who acts, and the clean-text span of the words that say so; an empty one where none do."""

    person: PersonValue
    start: int = -1
    end: int = -1

    @property
    def said(self) -> bool:
        """Whether the clause itself names the person."""
        return self.end > self.start


def agents(clause: Clause, memory: Memory, at: int, *, passive: bool = False) -> list[Agent]:
    """Return those who do what the predicate at token ``at`` says; [] where nobody is known to."""
    if (meant := antecedent(clause, at)) is not None:
        return people_of(meant, memory, clause.index)
    if (own := _of_speaker(clause, memory, at)) is not None:
        return own
    found = _named(clause, memory, at) or _subject_behind(clause, memory, at)
    if found:
        return found
    strange = not passive and (_stranger(clause, at) or others(clause, at) or _unnamed_office(clause, memory, at))
    if strange or _told_of_others(clause, at):
        return []
    return [] if len(told := _recalled(clause, memory)) == 1 and several(clause) else told


def _of_speaker(clause: Clause, memory: Memory, at: int) -> list[Agent] | None:
    """«Очереди мы увидели в ходе поездки», – сказал X; көрдік, – деді X: who says I or we, of those that hold an office."""
    if (own := oneself(clause, memory, at)) is None:
        return None
    word, person = own
    agent = Agent(person, word.start, word.end)
    return [agent] if in_office(agent.person.name, memory) else []


def _unnamed_office(clause: Clause, memory: Memory, at: int) -> bool:
    """Мемлекет басшысы тапсырды: the subject holds an office of state or of an akimat that the article gives to nobody."""
    posts = [m for m in clause.mentions("post", last=at) if m.case in ("nom", "")]
    if posts and unread(clause.sentence, posts[-1]):
        return True
    posts = [m for m in posts or clause.whole.mentions("post", last=at) if m.case in ("nom", "")]
    posts = [m for m in posts if m.value.role in STATE or m.value.organization]
    return bool(posts) and holder(posts[-1].value, memory.document, clause.index) is None


def _named(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """Return the acting people of the clause, else of the sentence before it."""
    reach = clause.last if clause.language == "ru" else at
    own = [g for g in groups(clause.sentence) if clause.first <= g[0].first and g[-1].last <= reach]
    earlier = [g for g in groups(clause.sentence) if g[-1].last <= clause.first and not _quoted(clause.sentence, g[-1])]
    for found in (own, [] if _told_of_others(clause, at) else earlier):
        acting = [g for g in found if _acts(clause.sentence, g[-1], clause.language)]
        people = _last_known(clause, acting, memory)
        if people:
            return people
    return []


def gives_way(clause: Clause, agent: Agent, at: int) -> bool:
    """X аурухана мамандары Y ауданына барып, … айтты: another subject right behind the teller does what the next verb says."""
    tokens = clause.sentence.tokens
    if clause.language == "ru" or not (agent.said and tokens[clause.first].start <= agent.start):
        return False
    first = bisect_left(tokens, agent.end, clause.first, max(clause.first, at), key=attrgetter("start"))
    parted = any(t.best.form in ("part", "perf") or t.norm in PARTING for t in tokens[first:at])
    return not parted and _stranger(replace(clause, first=first), at)


PARTING = JOINS | {","}


def _told_of_others(clause: Clause, at: int) -> bool:
    """X сообщил, что больницу открыли; …, что аким посетил A: what several did, or somebody else, the teller did not."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or not any(t.norm == "что" for t in tokens[max(0, clause.first - 1) : clause.first + 1]):
        return False
    verb = tokens[at].best if at < len(tokens) else None
    several = (
        verb is not None and verb.form in ("past", "pres", "fut") and (verb.plural or tokens[at].norm.endswith("ло"))
    )
    crew = any(is_lemma(t, *CREWS) and t.best.case == "nom" for t in clause.tokens)
    return several or crew or any(m.case == "nom" for m in clause.mentions("post")) or _stranger(clause, at)


CREWS = lexicon.words("extract.context.agents", "crews")


def _subject_behind(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    """Ознакомившись с …, X поручил: the subject of a gerund stands in the clause behind it."""
    if at >= len(clause.sentence.tokens) or "ger" not in clause.sentence.tokens[at].forms:
        return []
    behind = [g for g in groups(clause.sentence) if g[0].first >= clause.last and _acts(clause.sentence, g[-1], "ru")]
    return people_of(behind[0], memory, clause.index) if behind else []


def described(clause: Clause, memory: Memory, at: int, *, far: bool = False) -> list[Agent]:
    """Return those whom a participle that ends before token ``at`` tells of: ауруханада болған X пен Y.

    ``far`` lets a noun phrase in apposition stand between: ертіп келген топ мүшелері – X пен Y.
    """
    tokens = clause.sentence.tokens
    telling = {"perf", "part"} if far and clause.language == "ru" else {"perf"}  # сопровождающие его X и Y
    if at >= len(tokens) or not telling & tokens[at - 1].forms:
        return []
    reach = tokens[min(at + (APPOSED if far else 0), len(tokens) - 1)].start
    behind = next((g for g in groups(clause.sentence) if tokens[at].start <= begin(g[0]) <= reach), [])
    return people_of(behind, memory, clause.index) if behind else []


def _last_known(clause: Clause, acting: list[list[Mention]], memory: Memory) -> list[Agent]:
    """Return the last group that acts; X пен Y елшісі: the one before it where the article does not name Y's."""
    for group in reversed(acting):
        people = people_of(group, memory, clause.index)
        if people or clause.sentence.tokens[max(0, group[0].first - 1)].norm == ",":
            return people
        before = [g for g in acting if g[-1].last <= group[0].first]
        if not before or clause.sentence.tokens[before[-1][-1].last].norm not in JOINS:
            return []
    return []


def _acts(sentence: Sentence, mention: Mention, language: str) -> bool:
    """A subject is in the nominative, or owns a journey, a lead or a part in it (сапары аясында, қатысуымен)."""
    if mention.case in ("nom", ""):
        may = _may_act(sentence.tokens[mention.first]) if language == "ru" else not _of_dative(sentence, mention)
        return mention.type != "post" or may
    following = sentence.tokens[mention.last : mention.last + LEADS]
    if language == "ru":
        before = " ".join(t.norm for t in sentence.tokens[max(0, mention.first - LEADS) : mention.first])
        return mention.case == "gen" and any(lead in before for lead in words_of("lead", "ru"))
    return mention.case == "gen" and any(is_lemma(t, *words_of("lead", "kk")) for t in following)


def _of_dative(sentence: Sentence, mention: Mention) -> bool:
    """Басшылар мен мердігерлерге тапсырды: the case of a list stands on its last member."""
    behind = sentence.tokens[mention.last : mention.last + 2]
    return len(behind) > 1 and behind[0].norm in JOINS and behind[1].best.case == "dat" and behind[1].text.islower()


def _may_act(token: Token) -> bool:
    """Поставил перед главой: a Russian office whose first word is in no nominative is no subject."""
    cases = {r.case for r in token.readings if r.case}
    return not cases or "nom" in cases


def people_of(group: list[Mention], memory: Memory, index: int) -> list[Agent]:
    """Return the known people of one group of mentions, each once."""
    found: list[Agent] = []
    sentence = memory.document.sentences[index]
    for mention in group:
        if mention.type == "post" and _of_many(sentence, mention):
            continue
        person = (
            mention.value if mention.type == "person" else holder(office(sentence, mention), memory.document, index)
        )
        if person is None or of_another(sentence, mention, person.name):
            continue
        if not any(a.person.name == person.name for a in found):
            found.append(Agent(person, begin(mention), mention.end))
    return found


def _of_many(sentence: Sentence, mention: Mention) -> bool:
    """Сенаторы, депутаттар: an office that several hold here is no one's."""
    named = [t for t in sentence.tokens[mention.first : mention.last] if t.best.pos == "NOUN"]
    return mention.value.role == "deputy" and any(t.best.plural for t in (*named[:1], *named[-1:]))


def _quoted(sentence: Sentence, mention: Mention) -> bool:
    """A name inside quotation marks is part of another name."""
    opened = sum((t.text in "«“„") - (t.text in "»”") for t in sentence.tokens[: mention.first])
    return opened > 0


def _stranger(clause: Clause, at: int) -> bool:
    """Say whether somebody else is the subject: a group of people, or any nominative plural."""
    known = words_of("stranger", clause.language)
    if known.isdisjoint(clause.words) and _subject_from(clause) == clause.first:
        return False
    high = clause.last if clause.language == "ru" else at
    held = clause.mentions("facility", "place")
    for i in range(_subject_from(clause), high):
        token = clause.sentence.tokens[i]
        if known.isdisjoint(token.words) or token.best.case not in ("nom", "") or modifies(clause, i):
            continue
        if not any(m.first <= i < m.last for m in held):
            return True
    return False


def _subject_from(clause: Clause) -> int:
    """Делегация посетила центр, где ознакомилась с работой: the subject of the clause of "where" is said before it."""
    tokens = clause.sentence.tokens
    where = clause.language == "ru" and any(
        t.norm == "где" for t in tokens[max(0, clause.first - 1) : clause.first + 1]
    )
    return 0 if where else clause.first


def _recalled(clause: Clause, memory: Memory) -> list[Agent]:
    """Return the one that the sentences just before were about, or the article's only person."""
    for back in range(clause.index - 1, max(-1, clause.index - 1 - BACK), -1):
        sentence = memory.document.sentences[back]
        acting = [g for g in groups(sentence) if _acts(sentence, g[-1], clause.language)]
        acting = [] if reported_to(sentence) or welcomed(sentence) else acting
        acting = sorted(acting, key=lambda g: not reports(sentence, g, clause.language)) if len(acting) > 1 else acting
        for group in reversed(acting):
            people = people_of(group, memory, back)
            if people:
                return [Agent(a.person) for a in people]
    return _only(memory, clause.index)


def _only(memory: Memory, index: int) -> list[Agent]:
    """An article that names one person with an office is about that person."""
    held = offices(memory.document)
    if len(held) != 1 or not all(held.values()):
        return []
    told = [m.value for s in memory.document.sentences[: index + 1] for m in s.mentions if m.type == "person"]
    return [Agent(person) for person in told[:1]]


HEARSAY = lexicon.words("extract.context.agents", "hearsay")


def is_done(clause: Clause, at: int) -> bool:
    """Say whether the verb at token ``at`` is past and asserted: no participle before a noun, no denial, no plan."""
    token = clause.sentence.tokens[at]
    said = token.forms
    if token.best.negative:
        return False
    if clause.language == "ru":
        denied = clause.sentence.tokens[at - 1].norm == "не" if at else False
        after = "ger" in said and any("past" in t.forms for t in clause.sentence.tokens)  # рассказал, посетив …
        return (bool(said & {"past", "perf"}) or after) and not denied
    if token.best.form == "perf" and token.norm.endswith(HEARSAY):
        return True  # тапсырыпты
    if "past" in said:
        if token.best.form != "past" and token.best.lemma.endswith(ACTION_ENDINGS):
            return False  # тексеруді тапсырды: an action noun in the accusative
        return token.best.form == "past" or (token.best.form == "" and token.best.case in ("", "nom", "acc"))
    if "conv" in said:
        behind = clause.sentence.tokens[at + 1 : at + 3]  # аралап шығуды жоспарлап отыр
        return not any(_holds_off(t) for t in behind) and not any(t.best.form == "inf" for t in behind[:1])
    following = clause.sentence.tokens[at + 1 : at + 2]
    return "perf" in said and (at + 1 >= clause.last or following[0].norm in PAST_AUXILIARIES)


def _holds_off(token: Token) -> bool:
    """Барып [тексереді], барып [көріңіз]: a verb that makes of the converb before it no thing done; a noun does not (жұмысын)."""
    return "pres" in token.forms or ("imper" in token.forms and token.best.case in ("", "nom"))
