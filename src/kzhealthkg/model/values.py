"""What a mention stands for: numbers, dates, places, people, bodies."""

from __future__ import annotations

from decimal import Decimal

from kzhealthkg.model.frozen import frozen


@frozen
class Quantity:
    """A number, money or percent. ``unit`` is "KZT", "USD", … for money, "%" for percent."""

    value: Decimal
    unit: str = ""
    bound: str = ""
    low: Decimal | None = None
    """The lower end where a range was given; ``value`` is then the upper end."""


@frozen
class DateValue:
    """A date as EDTF; ``role`` is "due" where the words themselves say a deadline, else "date".

    Words that leave the year open (желтоқсанда, екі жылда) mean ``ahead`` of what is yet to come and ``behind``
    of what is over; both are empty where the tense changes nothing.
    """

    edtf: str
    role: str = "date"
    ahead: str = ""
    behind: str = ""


@frozen
class PlaceValue:
    """A resolved place. ``level`` is oblast, city, district, village, … or country.

    ``name`` is the nominative name as text, without its type word. ``code`` is the KATO code where
    exactly one fits; ``candidates`` lists the codes where several do.
    """

    name: str
    level: str
    region: str = ""
    district: str = ""
    code: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def abroad(self) -> bool:
        """Whether a town lies abroad: it is known to, or no list of towns knows it."""
        return self.level == "foreign" or (self.level == "city" and not (self.region or self.candidates))


@frozen
class FacilityValue:
    """A health facility: ``name`` as said, in the nominative; empty for a bare type noun."""

    name: str
    type: str = ""
    count: Quantity | None = None
    place: PlaceValue | None = None
    plural: bool = False
    definite: bool = False
    """A bare нысан, орталық, мекеме, which points to a facility named before."""
    noun: str = ""
    """The bare noun that points so."""


@frozen
class OrganizationValue:
    """An organisation other than a health facility, its name in the nominative."""

    name: str
    type: str = ""
    region: str = ""


@frozen
class PostValue:
    """An office. ``role`` is a concept of the role scheme, or empty (a medical director)."""

    role: str
    organization: str = ""
    region: str = ""
    acting: bool = False
    text: str = ""


@frozen
class PersonValue:
    """A person: ``name`` is "given surname" as the article gives them anywhere."""

    name: str
    given: str = ""
    surname: str = ""
    patronymic: str = ""
    posts: tuple[PostValue, ...] = ()
    post_start: int = -1
    """Where the words of the posts begin in the clean text; -1 where no post was said."""
    post_end: int = -1
    former: tuple[PostValue, ...] = ()
    """The posts that the words beside the name say were held before."""


@frozen
class ProgrammeValue:
    """A known programme or national project, by its id."""

    id: str
