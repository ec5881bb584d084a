"""Who says it: …, – деді X; X-тің айтуынша …; по словам X …; … деп хабарлайды X."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.relays import AS
from kzhealthkg.extract.context.bosses import office
from kzhealthkg.extract.context.dashed_speech import speak_on
from kzhealthkg.extract.context.holders import holder
from kzhealthkg.extract.context.tellers import CLAUSES, PRONOUNS, SUBJECTS, TOLD, pointer
from kzhealthkg.model import Document, Mention, Sentence
from kzhealthkg.text.quotation import SPEECH

REACH = 12
DASHES = ("—", "–", "-", "«", "“", "„", SPEECH)
HEADING = 25
"""Words in the longest line that names who speaks in the paragraphs below it: X, director of Y:"""
OPENING = 5


@cache
def _words(language: str) -> dict[str, str]:
    return {row["word"]: row["side"] for row in lexicon.table("speech") if row["language"] == language}


@cache
def _saying(language: str) -> frozenset[str]:
    """Return the words of saying, which most sentences hold none of."""
    return frozenset(_words(language))


@cache
def _needs(language: str) -> dict[str, str]:
    return {row["word"]: row["needs"] for row in lexicon.table("speech") if row["language"] == language}


def _tells(sentence: Sentence, word: str, language: str) -> bool:
    """Дәріні X жеткізді: without деп or бөлінгенін the verb tells what was brought, and nobody speaks."""
    needed = _needs(language)[word]
    if not needed or any(t.norm == needed for t in sentence.tokens):
        return True
    return any(t.norm.endswith(TOLD) and t.best.pos == "VERB" for t in sentence.tokens)


def speakers(document: Document) -> list[str]:
    """Return the speaker of every sentence, "" where the article attributes it to nobody.

    A paragraph that opens as direct speech belongs as a whole to the speaker named in it.
    """
    language = "ru" if document.article.language == "ru" else "kk"
    named = [
        _speaker(s, document.language_of(s)) if s.mentions and not TELLERS.isdisjoint(s.named) else ""
        for s in document.sentences
    ]
    _point_back(document, named, language)
    _thus(document, named)
    speak_on(document.sentences, named)
    openings = _openings(document)
    opened = {s.paragraph for s in openings if s.tokens[0].text in DASHES and not _names(s)}
    headed = _under_headings(openings, opened)
    opened |= set(headed)
    if not opened:
        return named
    spoken, over = _next_named(document, named), _behind_speech(document)
    return [
        who or ((spoken[at] or headed.get(s.paragraph, "")) if s.paragraph in opened and at not in over else "")
        for at, (s, who) in enumerate(zip(document.sentences, named, strict=True))
    ]


def _next_named(document: Document, named: list[str]) -> list[str]:
    """Return, for each sentence, the one told to speak there or next in its paragraph, else last before it."""
    found = list(named)
    paragraphs = [s.paragraph for s in document.sentences]
    for at in range(len(found) - 2, -1, -1):
        own = document.sentences[at + 1].tokens[0].text in SPEECH_DASHES  # A построена. – Мы рады, – говорит X
        found[at] = found[at] or (found[at + 1] if paragraphs[at] == paragraphs[at + 1] and not own else "")
    for at in range(1, len(found)):
        found[at] = found[at] or (found[at - 1] if paragraphs[at] == paragraphs[at - 1] else "")
    return found


SPEECH_DASHES = frozenset("—–-")


def _behind_speech(document: Document) -> set[int]:
    """«A», – деді X. B. – the sentences of a paragraph behind its closed quotation, which are the article's own words."""
    found: set[int] = set()
    ended: dict[int, bool] = {}
    for at, sentence in enumerate(document.sentences):
        signs = [] if SIGNS.isdisjoint(sentence.words) else _signs(sentence)
        if ended.get(sentence.paragraph) and not signs:
            found.add(at)
        if sentence.paragraph in ended or sentence.tokens[0].text in (*OPENS, SPEECH):
            ended[sentence.paragraph] = not signs[-1] if signs else ended.get(sentence.paragraph, False)
    return found


def _signs(sentence: Sentence) -> list[bool]:
    """Return for each sign of speech whether it opens it."""
    return [t.text in OPENS or (t.text == SPEECH and not i) for i, t in enumerate(sentence.tokens) if t.text in SIGNS]


OPENS = "«“„"
SIGNS = frozenset((*OPENS, *"»”", SPEECH))
BACK = 3
"""Sentences between who is named and "оның айтуынша", at most."""


def _point_back(document: Document, named: list[str], language: str) -> None:
    """Оның айтуынша, – деді министр, по словам главы: the one who spoke just before, is alone named or holds the office."""
    for index, sentence in enumerate(document.sentences):
        spoken = sentence.language or language
        if named[index] or _saying(spoken).isdisjoint(sentence.words):
            continue
        teller = pointer(sentence, _words(spoken))
        if isinstance(teller, Mention):
            held = holder(office(sentence, teller), document, index)
            named[index] = held.name if held is not None else ""
        elif teller:
            named[index] = _last_named(document, named, index, teller)


def _last_named(document: Document, named: list[str], index: int, pointed: str) -> str:
    """Return who spoke last before a sentence, or is alone named there, of the paragraph before direct speech too."""
    paragraph = document.sentences[index].paragraph
    begun = next((i for i in range(index, -1, -1) if document.sentences[i].paragraph != paragraph), index - 1)
    near = range(index - 1, max(-1, min(index, begun + 1) - 1 - BACK), -1)
    said = next((named[i] for i in near if named[i]), "")
    people = {m.value.name for i in near for m in document.sentences[i].mentions if m.type == "person"}
    if pointed in PRONOUNS and said and near and not named[near[0]] and (other := _subject(document, near[0], said)):
        return "" if other == UNKNOWN else other
    return next(iter(people)) if len(people) == 1 else said if pointed in PRONOUNS | SUBJECTS else ""


def _subject(document: Document, index: int, said: str) -> str:
    """Новый директор обошёл палаты. По его словам …: who acts in the sentence just before, where it is another."""
    acting = [m for m in document.sentences[index].mentions if m.type in ("person", "post") and m.case == "nom"]
    if not acting:
        return ""
    person = acting[0].value if acting[0].type == "person" else holder(acting[0].value, document, index)
    name = str(person.name) if person is not None else UNKNOWN
    return "" if name == said else name


UNKNOWN = "?"
"""Somebody acts whose name is not known."""


def _thus(document: Document, named: list[str]) -> None:
    """X осылай деді: what the sentence before tells, X has said."""
    for index in range(1, len(named)):
        sentence = document.sentences[index]
        if not named[index - 1] and not sentence.words.isdisjoint(THUS):
            named[index - 1] = named[index] or _teller_alone(sentence)


def _teller_alone(sentence: Sentence) -> str:
    people = [m for m in sentence.mentions if m.type == "person" and m.case in ("nom", "")]
    tells = not _saying("kk").isdisjoint(sentence.words)
    return str(people[0].value.name) if tells and len(people) == 1 else ""


TELLERS = frozenset({"person", "organization"})
THUS = frozenset(lexicon.words("extract.context.speaker", "thus"))
NAME = 8
"""Tokens in the longest quotation that opens a paragraph as a name."""


def _names(sentence: Sentence) -> bool:
    """«Дархан» орталығы салынды: a short quotation that runs on into its own clause is a name, no speech."""
    if sentence.tokens[0].text not in "«“„":
        return False
    closing = next((i for i, t in enumerate(sentence.tokens[:NAME]) if t.text in "»”"), None)
    after = sentence.tokens[closing + 1 : closing + 2] if closing is not None else ()
    return any(t.text[:1].isalpha() for t in after)


def _openings(document: Document) -> list[Sentence]:
    first: dict[int, Sentence] = {}
    for sentence in document.sentences:
        first.setdefault(sentence.paragraph, sentence)
    return list(first.values())


def _under_headings(openings: list[Sentence], opened: set[int]) -> dict[int, str]:
    """«X, облыстық аурухананың директоры:» — the paragraph below is X's, and those below it that open as speech."""
    found: dict[int, str] = {}
    who, told = "", 0
    for sentence in openings:
        heading = _heading(sentence)
        follows = bool(who) and (told == 0 or sentence.paragraph in opened)
        if heading or not follows:
            who, told = heading, 0
            continue
        found[sentence.paragraph] = who
        told += 1
    return found


def _heading(sentence: Sentence) -> str:
    if len(sentence.tokens) > HEADING or sentence.tokens[-1].text != ":":
        return ""
    people = [m for m in sentence.mentions if m.type == "person"]
    alone = len(people) == 1 and people[0].first == 0 and not _relays(sentence, people[0])
    return str(people[0].value.name) if alone else ""


def _speaker(sentence: Sentence, language: str) -> str:
    known = _words(language)
    if _saying(language).isdisjoint(sentence.words) and "деп" not in sentence.words:
        return ""
    for at, token in enumerate(sentence.tokens):
        told = token.norm in known and _tells(sentence, token.norm, language) and _quotes(sentence, at)
        found = _beside(sentence, at, known[token.norm]) if told else None
        if found is None and token.norm == "деп":
            found = _beside(sentence, at, "start")
        if found is None and told:
            found = _teller(sentence, at) if known[token.norm] == "before" else _announcer(sentence, at)
        if found is not None and not _relays(sentence, found):
            return str(found.value.name)
    return ""


def _announcer(sentence: Sentence, at: int) -> Mention | None:
    """X сообщил, что …: who is named right before a verb of saying that a clause of what was said follows."""
    rest = sentence.tokens[at + 1 : at + REACH + 2]
    comma = next((i for i, t in enumerate(rest[:-1]) if t.text == ","), -1)
    told = [m for m in sentence.mentions if m.case == "dat" and at < m.first <= at + comma]  # рассказал акиму X, что …
    follows = comma >= 0 and rest[comma + 1].norm in CLAUSES and (not comma or bool(told))
    return _beside(sentence, at, "before") if follows else None


def _teller(sentence: Sentence, at: int) -> Mention | None:
    """X … салынғанын айтты: the subject of a verb of saying that governs a nominal clause."""
    told = sentence.tokens[at - 1] if at else None
    people = [m for m in sentence.mentions if m.type == "person" and m.case in ("nom", "") and m.last <= at]
    nominal = told is not None and told.norm.endswith(TOLD)
    return people[0] if nominal and len(people) == 1 and people[0].first <= REACH else None


def _quotes(sentence: Sentence, at: int) -> bool:
    """«X» деп аталатын, үздік деп танылған: деп quotes only beside a word of saying or the name right behind."""
    if sentence.tokens[at].norm != "деп":
        return True
    behind = sentence.tokens[at + 1 : at + 1 + SAID]
    named = any(m.type in TELLERS and _begins(sentence, m) == at + 1 for m in sentence.mentions)
    return named or any(t.norm.startswith(SAYING) for t in behind)


def _relays(sentence: Sentence, mention: Mention) -> bool:
    """Деп хабарлайды X ақпарат агенттігі, тілші X: who passes the news on has not said it."""
    if mention.type == "organization":
        return str(mention.value.name).lower().endswith(MEDIA)
    beside = (
        sentence.tokens[max(0, mention.first - 1) : mention.first] + sentence.tokens[mention.last : mention.last + 2]
    )
    return any(t.norm.startswith(REPORTERS) for t in beside)


SAID = 3
SAYING = lexicon.words("extract.context.speaker", "saying")
MEDIA = lexicon.words("extract.context.speaker", "media")
REPORTERS = lexicon.words("extract.context.speaker", "reporters")


def _where_it_ends(sentence: Sentence, at: int, side: str) -> int:
    """Сообщил, что X; как сообщает управление, X; по данным управления, X: behind the comma nobody says it."""
    closed = side == "whose" or (at > 0 and sentence.tokens[at - 1].norm == AS)
    tokens = sentence.tokens[at : at + REACH + 1]
    ends = [i for i, t in enumerate(tokens[:-1]) if t.text == "," and (closed or tokens[i + 1].norm in CLAUSES)]
    return at + (ends[0] if ends else REACH)


def _begins(sentence: Sentence, mention: Mention) -> int:
    """Return where who speaks is named, the office before the name with it."""
    post = mention.value.post_start if mention.type == "person" else -1
    if post < 0 or post >= mention.start:
        return mention.first
    return next((i for i, t in enumerate(sentence.tokens) if t.start >= post), mention.first)


def _beside(sentence: Sentence, at: int, side: str) -> Mention | None:
    """Return the person or body nearest to a word of saying, on its side."""
    named = [m for m in sentence.mentions if m.type in TELLERS]
    if side in ("after", "whose"):
        end = _where_it_ends(sentence, at, side)
        behind = [m for m in named if m.first > at and _begins(sentence, m) <= end and m.case != "dat"]
        return next((m for m in behind if m.type == "person"), behind[0] if behind else None)
    if side == "start":
        return next((m for m in named[:1] if m.first <= OPENING and m.type == "person" and m.case in ("nom", "")), None)
    cases = ("nom", "") if side == "before" else ("gen", "", "nom")
    ahead = [m for m in named if m.last <= at <= m.last + 3 and m.case in cases]
    return ahead[-1] if ahead else None
