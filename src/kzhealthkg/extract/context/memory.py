"""What the article has said so far: the facility, place, programme and date that later words point back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import takewhile

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.standing import described_by, may_be, meant_for, moved_to, placed
from kzhealthkg.extract.context.elsewhere import is_called, left, not_centre
from kzhealthkg.extract.context.lives import of_life, once_studied, once_worked
from kzhealthkg.extract.context.origins import is_abroad, is_aside, passed_by
from kzhealthkg.extract.context.place_headings import region_headings
from kzhealthkg.extract.context.reports import reported, still
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, FacilityValue, Mention, PersonValue, PlaceValue, Sentence

FOREIGN = frozenset({"country", "foreign"})
HOME = frozenset(lexicon.words("extract.context.memory", "home"))
HEADING_LENGTH = 8
PLANS = lexicon.words("extract.context.memory", "plans")
ANYTHING = frozenset({"", "medical-facility"})
"""Types of a facility that may be any: нысан, объект."""
BULLETS = frozenset("-–—•*")


@dataclass(slots=True)
class Memory:
    """The state of reading one article, updated sentence by sentence."""

    document: Document
    main_region: str = ""
    speakers: list[str] = field(default_factory=list)
    """Who says each sentence, "" where the article attributes it to nobody."""
    facilities: list[FacilityValue] = field(default_factory=list)
    facility_sentence: int = -9
    sort: FacilityValue | None = None
    """The facility that was spoken of last where only its sort was said: a polyclinic."""
    places: list[tuple[int, PlaceValue]] = field(default_factory=list)
    seats: list[PlaceValue] = field(default_factory=list)
    """Those of the places that only tell of a region: where a meeting is held, whose council somebody sits in."""
    persons: list[PersonValue] = field(default_factory=list)
    listed_paragraph: int = -1
    """The paragraph whose last places are of several regions."""
    programme: str = ""
    programme_sentence: int = -9
    heading_date: str = ""
    heading_paragraph: int = -1
    reported: str = ""
    """The year or months that the article reports on as a whole."""
    list_date: str = ""
    """The date of the line ending in a colon above a list (2024 жылдың қорытындысы бойынша:)."""
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """Clean-text starts of the figures that the drafts have taken."""
    told: list[int] = field(default_factory=list)
    """For each sentence read, how many drafts there were after it."""

    groups: dict[tuple[int, str], bool] = field(default_factory=dict)
    """Whether a sentence holds a word of a group: many clauses ask it of the sentences before them."""

    offices: set[str] = field(default_factory=set)
    """The facilities that were named only as those that somebody leads."""

    kinds: set[str] = field(default_factory=set)
    """The kinds of all drafts: of most there are none."""
    listed: bool = False
    """Whether any sentence read ended in a colon."""

    headed: dict[int, str] = field(init=False)
    """The region of the line above a paragraph that only names a place."""

    language: str = field(init=False)
    """The language that the annotators read: "kk" also for Kazakh Latin."""

    def __post_init__(self) -> None:
        self.language = "ru" if self.document.article.language == "ru" else "kk"
        self.headed = region_headings(self.document)

    def note(self, sentence: Sentence, index: int) -> None:
        """Remember what a sentence named, once its own statements are made."""
        if len(sentence.tokens) <= HEADING_LENGTH:
            self._note_heading(sentence)
        if self.list_date or sentence.tokens[-1].text == ":":
            self._note_list(sentence)
        if sentence.mentions:
            self._note_mentions(sentence, index)
            today = self.document.article.date or ""
            self.reported = reported(sentence, index, today) or (self.reported and still(sentence, self.reported))
        if "Service" in self.kinds:
            self._note_host(index)
        self.told.append(len(self.drafts))

    def _note_mentions(self, sentence: Sentence, index: int) -> None:
        named = sentence.named
        if "place" in named:
            self._note_places(sentence)
            self._note_regions(sentence)
        if "facility" in named:
            self._note_facilities(sentence, index)
        if "person" in named:
            self.persons += [mention.value for mention in named["person"]]
        if "programme" in named:
            self.programme, self.programme_sentence = named["programme"][-1].value.id, index

    def _note_places(self, sentence: Sentence) -> None:
        for mention in sentence.named["place"]:
            if not (mention.value.level in FOREIGN or is_aside(sentence, mention) or of_life(sentence, mention)):
                self.places.append((sentence.paragraph, mention.value))
                self.seats += [mention.value] if mention.case == "seat" else []

    def _note_facilities(self, sentence: Sentence, index: int) -> None:
        for mention in sentence.named["facility"]:
            if not mention.value.plural:
                self.facility_sentence = index
            if self._is_spoken_of(sentence, mention):
                self._note_facility(placed(sentence, mention))
                self._note_office(sentence, mention)
                self._note_again(mention)
                self._note_sort(sentence, mention)

    def _is_spoken_of(self, sentence: Sentence, mention: Mention) -> bool:
        """Say whether a facility is what a sentence tells of, not only what something is for or somebody once was at."""
        if self.language == "ru" and described_by(sentence, mention):
            return False
        if meant_for(sentence, mention) or once_worked(sentence, mention) or once_studied(sentence, mention):
            return False
        if not (self.facilities or self.drafts):
            return True
        return not (moved_to(sentence, mention) or passed_by(sentence, mention) or is_abroad(sentence, mention))

    def keep(self, drafts: list[Draft]) -> None:
        """Remember the drafts of one clause and the figures they have taken."""
        self.drafts += drafts
        self.kinds.update(draft.kind for draft in drafts)
        self.used.update(*[draft.used for draft in drafts])

    def recent(self, within: int, sentence: int) -> list[Draft]:
        """Return the drafts made at most ``within`` sentences before, the newest first."""
        since = self.drafts[self._first_after(sentence - within - 1) :]
        if not since:
            return since
        return [draft for draft in reversed(since) if sentence - draft.sentence <= within]

    def headline(self) -> list[Draft]:
        """Return the drafts of the first sentence."""
        return [draft for draft in self.drafts[: self.told[0] if self.told else None] if draft.sentence == 0]

    def _first_after(self, sentence: int) -> int:
        """Return the number of the first draft made after a sentence."""
        return self.told[sentence] if 0 <= sentence < len(self.told) else 0

    def _note_facility(self, facility: FacilityValue) -> None:
        part = facility.type == "laboratory" and facility.place is None and self.facilities  # of the hospital told of
        several = facility.plural or facility.count is not None
        if (facility.name or facility.place) and not (part or facility.definite or several):
            self.facilities.append(facility)

    def _note_office(self, sentence: Sentence, mention: Mention) -> None:
        """X ауруханасының директоры: a facility that is named only as somebody's is not what is being built."""
        people = [m.value for m in sentence.named.get("person", ()) if m.value.posts]
        if people and any(p.post_start <= mention.start and mention.end <= p.post_end for p in people):
            self.offices |= {mention.value.name} - {f.name for f in self.facilities[:-1]}
        else:
            self.offices.discard(mention.value.name)

    def _note_sort(self, sentence: Sentence, mention: Mention) -> None:
        said: FacilityValue = mention.value
        if not (said.plural or said.count or said.type in ("", "medical-facility")):
            self.sort = None if said.name else placed(sentence, mention)

    def spoken_of(self) -> FacilityValue | None:
        """Return the facility named last, or what was spoken of since where that can be no such one."""
        known = self.facilities[-1] if self.facilities else None
        return known if self.sort is None or known is None or may_be(self.sort, known) else self.sort

    def _note_again(self, mention: Mention) -> None:
        """Ауруханада 200 төсек бар: of several facilities the one that opens a sentence is spoken of again."""
        if mention.first > 1 or not mention.value.definite or mention.value.type in ANYTHING:
            return
        found = self.resolve(mention.value)
        if (found.name or found.place) and self.facilities[-1:] != [found]:
            self.facilities.append(found)

    def _note_host(self, index: int) -> None:
        """A centre that opens in a hospital: what is told next is told of the hospital."""
        drafts = [d for d in self.recent(0, index) if d.kind == "Service" and d.sentence == index]
        if not drafts:
            return
        names = {f.name for f in self.facilities}
        if self.facilities and any(_same_name(d.slots["item"], self.facilities[-1].name) for d in drafts):
            host = next((d.slots["facility"] for d in drafts if d.slots.get("facility") in names), "")
            self.facilities += [f for f in self.facilities if f.name == host][-1:]

    def _note_regions(self, sentence: Sentence) -> None:
        """A sentence that names several regions leaves none to the sentences behind it."""
        regions = {m.value.region for m in sentence.named["place"]} - {""}
        if regions:
            self.listed_paragraph = sentence.paragraph if len(regions) > 2 else -1

    def _note_list(self, sentence: Sentence) -> None:
        if sentence.tokens[-1].text == ":":
            self.listed = True
            dates = [m.value.edtf for m in sentence.mentions if m.type == "date" and m.value.role == "date"]
            self.list_date = dates[-1] if dates else ""
        elif self.list_date and not is_item(sentence):
            self.list_date = ""

    def _note_heading(self, sentence: Sentence) -> None:
        """2025 жылға жоспар: a heading dates what stands under it."""
        if sentence.tokens[-1].best.pos == "VERB":
            return
        dates = sentence.named.get("date")
        if dates and any(t.best.lemma in PLANS and t.best.pos == "NOUN" for t in sentence.tokens):
            self.heading_date = dates[-1].value.edtf
            self.heading_paragraph = sentence.paragraph

    def remember_place(self, facility: FacilityValue, place: PlaceValue | None) -> FacilityValue:
        """Keep where a named facility stands, so that its later mentions stand there too."""
        if place is None or facility.place is not None:
            return facility
        placed = replace(facility, place=place)
        if facility.count is None:
            self.facilities.append(placed)
        return placed

    def resolve(self, facility: FacilityValue) -> FacilityValue:
        """Return the facility that a bare нысан, орталық, аурухана points back to, or the same name's place."""
        if facility.definite:
            known = (f for f in reversed(self.facilities) if may_be(facility, f))
            if facility.type not in ANYTHING:
                return next(known, facility)
            if left(self.document, len(self.told), self.language):
                return facility
            last = next(known, self.sort or facility)
            meant = next((f for f in (last, *known) if f.name not in self.offices), last)
            if is_called(meant, facility.noun):
                return meant
            return self._called(facility.noun) or (facility if not_centre(facility.noun, meant) else meant)
        if facility.place is None and facility.name:
            same = next((f for f in reversed(self.facilities) if f.place and f.name == facility.name), None)
            return replace(facility, place=same.place) if same else facility
        return facility

    def _called(self, noun: str) -> FacilityValue | None:
        """Центр разместится в здании больницы. Центр откроют …: the facility named last whose name has that noun."""
        return next((f for f in reversed(self.facilities) if is_called(f, noun)), None) if noun else None

    def paragraph_region(self, sentence: Sentence, *, wide: bool = False) -> str:
        """Return the region of the place named last in this paragraph, or "" where none was, or a list of them.

        ``wide``: an oblast or a rural district is spoken of, so that no great city is meant but the article's own.
        """
        if self.listed_paragraph == sentence.paragraph:
            return ""
        here = takewhile(lambda place: place[0] == sentence.paragraph, reversed(self.places))
        found = (value.region for _, value in here if value.region)
        apart = (r for r in found if not (wide and gazetteer.is_city(r) and r != self.main_region))
        return next(apart, self.headed.get(sentence.paragraph, ""))

    def date_before(self, index: int, kind: str) -> str:
        """Return the date that the sentence before names, or "" where it names none or a deadline.

        When a figure was measured is not when something was done.
        """
        told = (d for d in self.recent(1, index) if kind == "Indicator" or d.kind != "Indicator")
        return str(next((d.slots["date"] for d in told if d.sentence == index - 1 and "date" in d.slots), ""))

    def facility_just_before(self, index: int) -> FacilityValue | None:
        """Return the facility that this sentence or the one before named last."""
        return self.spoken_of() if index - self.facility_sentence <= 1 else None

    def told_any(self, *kinds: str) -> bool:
        """Say whether any draft of the kinds was made."""
        return not self.kinds.isdisjoint(kinds)

    def latest(self, kind: str) -> Draft | None:
        """Return the newest draft of a kind."""
        return next((d for d in reversed(self.drafts) if d.kind == kind), None) if kind in self.kinds else None

    def last_draft(self, *kinds: str, within: int, sentence: int) -> Draft | None:
        """Return the newest draft of the kinds, made at most ``within`` sentences before."""
        if self.kinds.isdisjoint(kinds):
            return None
        since, drafts = sentence - within - 1, self.drafts
        oldest = self.told[since] if 0 <= since < len(self.told) else 0
        for at in range(len(drafts) - 1, oldest - 1, -1):
            if drafts[at].kind in kinds and sentence - drafts[at].sentence <= within:
                return drafts[at]
        return None


def _same_name(item: str, name: str) -> bool:
    """Емхананың зертханасы бар: the thing that works there bears an ending that the facility's name has not."""
    return bool(name) and item.lower().startswith(name.lower()) and len(item) - len(name) <= 2


def is_item(sentence: Sentence) -> bool:
    """Say whether a sentence is a line of a list: a dash or a dot opens it."""
    return sentence.tokens[0].text in BULLETS
