"""Who learned in a Kazakh clause: those before a dash, and those whom one number counts together."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import JOINS
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, widened
from kzhealthkg.extract.context.memory import HOME


def with_subject(hit: Hit) -> Hit:
    """57 дәрігер шетелде – A мен B-да оқыды: a dash before where they learned ends no clause."""
    clause = hit.clause
    dashed = clause.language == "kk" and clause.first > 0 and clause.sentence.tokens[clause.first - 1].text in "–—"
    if not dashed or "number" in clause.named or "place" not in clause.named:
        return hit
    wider = widened(clause)
    return replace(hit, clause=wider) if wider.first < clause.first else hit


def counted_together(found: list[Phrase], group: Phrase) -> list[Phrase]:
    """18 хирург пен анестезиолог оқыды: one number counts all members of the list that it opens."""
    if group.clause.language != "kk" or group.count is None or group not in found:
        return [group]
    members = chains.following(found, group)[1:]
    return [group, *takewhile(lambda m: m.count is None, members)]


def holds_grant(clause: Clause, at: int) -> bool:
    """Грант алған 60 интерн оқиды: who studies on a grant, told of right before them, is no staff yet."""
    before = clause.sentence.tokens[max(clause.first, at - 2) : at]
    if clause.language != "kk" or len(before) < 2:
        return False
    return before[0].norm.startswith(GRANT) and before[1].best.form == "perf"


GRANT = lexicon.words("kinds.training.learners", "grant")


def now(clause: Clause) -> bool:
    """Қазір 60 дәрігер шетелде оқиды: a present that is said of this day goes on."""
    return clause.language == "kk" and clause.opens(NOW)


NOW = Stems(lexicon.words("kinds.training.learners", "now"))


def of_field(group: Phrase) -> bool:
    """Мейірбике ісі, акушер ісі: a field of study is named by a profession, and nobody learns."""
    after = group.clause.sentence.tokens[group.last : group.last + 1]
    return any(is_lemma(t, "іс") and t.best.possessive for t in after)


def of_a_town(group: Phrase) -> bool:
    """Алматылық 15 дәрігер оқыды: people named by their town learn for it, and not for the area told of before."""
    tokens = group.clause.sentence.tokens
    if group.clause.language != "kk":
        return False
    words = (t.norm for t in tokens[max(group.clause.first, group.first - 2) : group.head] if t.norm.endswith(OF_TOWN))
    names = (word[:-ENDING].capitalize() for word in words)
    return any(name not in HOME and gazetteer.known(name) for name in names)


OF_TOWN = lexicon.words("kinds.training.learners", "of_town")
ENDING = 3
"""Letters of each of these endings."""


def came_with(hit: Hit, group: Phrase) -> bool:
    """Оқудан өткен 5 дәрігер келді, жұмысқа орналасқан 6 дәрігер интернатура бітірген: what those who came to work had learnt."""
    clause = hit.clause
    if clause.language != "kk" or not clause.whole.says(*HIRED):
        return False
    tokens = clause.sentence.tokens
    told = range(group.first) if hit.first > group.last else range(group.last, len(tokens))
    came = (i for i in told if is_lemma(tokens[i], *HIRED) and tokens[i].best.form in ("past", "perf", "conv"))
    whither = any(t.best.case == "dat" and t.best.pos == "NOUN" for t in tokens[: group.first])
    return whither and any(tokens[i - 1].best.form != "conv" for i in came)


HIRED = lexicon.words("kinds.training.learners", "hired")


def graduated(hit: Hit) -> bool:
    """Жаңадан келген екі дәрігер университетте білім алған: where those who came to work had been at school is no training."""
    clause = hit.clause
    if clause.language != "kk" or not is_lemma(hit.verb, *SCHOOLING) or DONE.isdisjoint(hit.verb.forms):
        return False
    tokens = clause.sentence.tokens[clause.first : hit.first]
    if any(t.norm.startswith(COURSES) for t in tokens):
        return False
    schools = any(t.norm.startswith(SCHOOLS) and t.best.case == "loc" for t in tokens)
    counted = {m.first for m in clause.mentions("number")}
    came = any(t.norm in RECRUITED and at + 1 in counted for at, t in enumerate(tokens, clause.first))
    return came or (schools and "perf" in hit.verb.forms)


DONE = frozenset({"past", "perf"})
SCHOOLING = lexicon.words("kinds.training.learners", "schooling")
COURSES = lexicon.words("kinds.training.learners", "courses")
SCHOOLS = lexicon.words("kinds.training.learners", "schools")
RECRUITED = frozenset(lexicon.words("kinds.training.learners", "recruited"))


def teaches(hit: Hit, group: Phrase) -> bool:
    """Кардиологтар әріптестеріне әдісті үйретті: who stands in the nominative before those in the dative teaches them."""
    tokens = hit.clause.sentence.tokens
    if hit.clause.language != "kk" or not is_lemma(hit.verb, *TEACHING) or tokens[group.last - 1].best.case != "nom":
        return False
    behind = tokens[group.last : hit.first]
    if any(t.norm in JOINS for t in behind[:1]):
        return False  # 12 дәрігер мен 8 мейіргерді үйретті
    return any(t.best.case in TAUGHT and is_lemma(t, *FELLOWS) for t in behind)


TAUGHT = frozenset({"dat", "acc"})
TEACHING = lexicon.words("kinds.training.learners", "teaching")
FELLOWS = lexicon.words("kinds.training.learners", "fellows")
