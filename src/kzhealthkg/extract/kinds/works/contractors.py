"""Who builds: мердігері – «A» ЖШС; құрылысты «A» ЖШС жүргізуде; емхананы «A» компаниясы салып жатыр."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, Clause, forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Token

ACTS = lexicon.words("kinds.works.contractors", "acts")
OBJECTS = lexicon.words("kinds.works.contractors", "objects")
COMPANY = frozenset(lexicon.words("kinds.works.contractors", "company"))
NAMED = lexicon.words("kinds.works.contractors", "named")
NEAR_RU = 7
"""Words between a Russian word for a builder and the company: подрядчиком строительства X выступает ТОО «A»."""
AGO = 3
"""Sentences back to the work that a builder is named for."""


def contractor(clause: Clause, memory: Memory, drafts: list[Draft]) -> None:
    """Give the works of a clause, or the one told just before, the company that the clause names as their builder."""
    if COMPANY.isdisjoint(clause.sentence.words):
        return
    companies = [m for m in clause.mentions("organization") if _is_company(clause, m) and not _pays(clause, m)]
    done_by = [m for m in companies if _done_by(clause, m)]
    companies = done_by or [m for m in companies if m.case in ("nom", "")]
    if len(companies) != 1 or not (done_by or _is_named(clause, companies[0]) or _builds(clause, companies[0])):
        return
    for draft in drafts or _latest(clause, memory):
        draft.inherit("contractor", _bare(companies[0].value.name))


def _bare(name: str) -> str:
    """Подрядная организация ТОО «A»: what sort of builder it is, is no part of its name."""
    words = name.split(" ")
    first = next((i for i, word in enumerate(words) if not word.islower()), 0)
    return " ".join(words[first:])


def _is_company(clause: Clause, mention: Mention) -> bool:
    near = clause.sentence.tokens[max(clause.first, mention.first - 1) : mention.last + 1]
    return any(is_lemma(t, *COMPANY) for t in near)


def _pays(clause: Clause, company: Mention) -> bool:
    """За счёт АО «A», на средства ТОО «A», «A» ЖШС қаражатына: whose money it is built with builds nothing."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        near = tokens[max(clause.first, company.first - PAID_REACH) : company.first]
        return any(is_lemma(t, *PAID_RU) for t in near)
    behind = [t for t in tokens[company.last : clause.last] if not is_lemma(t, *COMPANY)][:1]
    return any(t.norm in PAID_KK for t in behind)


PAID_REACH = 4
"""Words from those of money to the name of the company that it is of, at most."""
PAID_RU = lexicon.words("kinds.works.contractors", "paid_ru")
PAID_KK = frozenset(lexicon.words("kinds.works.contractors", "paid_kk"))


def _done_by(clause: Clause, company: Mention) -> bool:
    """Больница построена компанией «A», строится (силами) ТОО «A»: a passive verb of building, by whom it is done."""
    tokens = clause.sentence.tokens
    if clause.language != "ru":
        return _by_means_kk(clause, tokens[company.last : clause.last])
    low = max(clause.first, company.first - NEAR_RU)
    passive = [i for i in range(low, company.first) if _passive(tokens[i]) and is_lemma(tokens[i], *BUILT_RU)]
    between = [t.norm for t in tokens[passive[-1] + 1 : company.first]] if passive else []
    return bool(passive) and (company.case == "ins" or between in ([], *BY_MEANS))


def _by_means_kk(clause: Clause, behind: Sequence[Token]) -> bool:
    """«A» ЖШС-нің күшімен салынды, «A» компаниясы тарапынан жөнделуде: words behind the company's name."""
    words = [t for t in behind[:4] if not is_lemma(t, *COMPANY)]
    means = bool(words) and words[0].norm in MEANS_KK
    works = clause.says(*OBJECTS) and any(is_lemma(t, *CARRIED_KK) for t in behind)
    return means and (works or any(is_lemma(t, *BUILT_KK) for t in behind))


def _passive(token: Token) -> bool:
    return token.best.form in ("perf", "part") or token.best.lemma.endswith("ся")


BY_MEANS = [[word] for word in lexicon.words("kinds.works.contractors", "by_means")]
MEANS_KK = frozenset(lexicon.words("kinds.works.contractors", "means_kk"))
CARRIED_KK = lexicon.words("kinds.works.contractors", "carried_kk")
BUILT_KK = lexicon.words("kinds.works.contractors", "built_kk")
BUILT_RU = lexicon.words("kinds.works.contractors", "built_ru")


def _is_named(clause: Clause, company: Mention) -> bool:
    """Мердігері – «A» ЖШС, мердігер «A» ЖШС: the word stands right before the company's name, or closes the clause."""
    tokens = clause.sentence.tokens
    near = [*tokens[max(0, company.first - 3) : company.first], *tokens[company.last : company.last + 3]]
    if clause.language == "ru":
        near = [*tokens[max(clause.first, company.first - NEAR_RU) : company.first], *near[-3:]]
    return any(is_lemma(t, *NAMED) for t in near)


def _builds(clause: Clause, company: Mention) -> bool:
    if clause.language == "ru":
        return _builds_ru(clause)
    tokens = clause.sentence.tokens
    acts = [t for t in tokens[company.last : clause.last] if is_lemma(t, *ACTS) and forms(t) & {*FINITE, "conv"}]
    before = tokens[clause.first : company.first]
    work = any(t.best.case == "acc" and is_lemma(t, *OBJECTS) for t in before)
    built = any(m.case == "acc" for m in clause.mentions("facility", last=company.first))
    return bool(acts) and (work or built)


def _builds_ru(clause: Clause) -> bool:
    """Больницу строит ТОО «A», реконструкцию ведёт ТОО «A»: an active verb that a company is the subject of."""
    if clause.words.isdisjoint(DOING_RU):
        return False
    acts = [t for t in clause.tokens if is_lemma(t, *ACTS_RU) and t.best.form in ("pres", "past", "fut")]
    leads = [t for t in clause.tokens if is_lemma(t, *LEADS_RU) and t.best.form in ("pres", "past", "fut")]
    return bool(acts) or (bool(leads) and clause.says(*OBJECTS_RU))


ACTS_RU = lexicon.words("kinds.works.contractors", "acts_ru")
LEADS_RU = lexicon.words("kinds.works.contractors", "leads_ru")
DOING_RU = frozenset((*ACTS_RU, *LEADS_RU))
OBJECTS_RU = lexicon.words("kinds.works.contractors", "objects_ru")


def _latest(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the one work that the sentences just before told, [] where they told several."""
    last = memory.last_draft("Works", within=AGO, sentence=clause.index)
    near = (d for d in memory.recent(AGO, clause.index) if d.kind == "Works")
    told = [d for d in near if last is not None and d.sentence == last.sentence]
    return told if len(told) == 1 else []
