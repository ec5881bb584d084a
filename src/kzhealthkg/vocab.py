"""The words of the graph: kinds of statements, their slots, closed values, names of things.

This table, ``ontology/``, ``shapes/`` and the output of ``extract`` are held together by
``tests/test_consistency.py``.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

VERSION: Final = "0.1.0"
BASE: Final = "https://w3id.org/kzhealth/"
ONTOLOGY: Final = BASE + "ontology#"
THINGS: Final = BASE + "id/"
VOCAB: Final = BASE + "vocab/"

COMMON: Final = (
    "region", "place", "placeCode", "district", "programme", "date", "due", "status", "bound", "speaker",
)  # fmt: skip

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "Works": ("workType", "facility", "facilityType", "count", "amount", "currency", "percent", "source", "contractor"),
    "Funding": ("amount", "currency", "source", "purpose", "facility"),
    "Procurement": ("item", "count", "amount", "currency", "facility", "source"),
    "Staffing": ("measure", "profession", "count", "amount", "currency"),
    "Training": ("count", "profession", "countries", "topic"),
    "Grant": ("count", "level", "grantor"),
    "Agreement": ("agreementType", "parties", "signatories", "topics"),
    "Post": ("person", "role", "organization", "acting"),
    "Appointment": ("person", "role", "organization", "acting", "change"),
    "Visit": ("person", "facility"),
    "Instruction": ("person", "topic"),
    "Mission": ("count", "patients", "operations", "participants", "organization", "facility"),
    "Service": ("item", "facility"),
    "Capacity": ("facility", "facilityType", "value", "unit"),
    "Indicator": ("measure", "value", "unit", "change"),
    "Policy": ("document",),
}

STATUSLESS: Final = frozenset({"Visit", "Instruction", "Post", "Appointment", "Indicator", "Capacity"})

STATUS: Final = ("planned", "needed", "underway", "completed", "allocated", "stopped")
BOUND: Final = ("atLeast", "atMost", "about")
WORK_TYPE: Final = ("construction", "repair", "reconstruction", "conversion", "extension", "equipping")
ROLE: Final = (
    "president", "prime-minister", "minister", "vice-minister", "ambassador", "deputy", "prosecutor",
    "akim", "deputy-akim", "department-head", "deputy-department-head", "head", "deputy-head",
    "chief-physician", "deputy-chief-physician", "spokesperson", "chief-specialist",
)  # fmt: skip
SOURCE: Final = (
    "republican-budget", "local-budget", "special-state-fund", "private", "ppp", "leasing",
    "insurance-fund", "charity", "international",
)  # fmt: skip
MEASURE: Final = ("social-support", "recruitment", "shortage", "housing")
LEVEL: Final = ("bachelor", "masters", "internship", "residency", "doctorate")
AGREEMENT_TYPE: Final = ("memorandum", "contract", "roadmap", "agreement")
CHANGE: Final = ("increase", "decrease", "appointed", "dismissed")
CAPACITY_UNIT: Final = ("beds", "visits-per-shift", "visits-per-day", "people-served", "places", "staff")
FACILITY_TYPE: Final = (
    "medical-facility", "medical-point", "fap", "ambulatory", "polyclinic", "clinic", "medical-centre",
    "hospital", "district-hospital", "interdistrict-hospital", "city-hospital", "regional-hospital",
    "multidisciplinary-hospital", "childrens-hospital", "maternity-hospital", "infectious-hospital",
    "perinatal-centre", "oncology-centre", "haematology-centre", "cardiology-centre", "stroke-centre",
    "surgery-centre", "rehabilitation-centre", "nuclear-medicine-centre", "diagnostic-centre",
    "blood-centre", "tb-dispensary", "mental-health-centre", "emergency-station", "sanatorium",
    "laboratory", "medical-university", "medical-college",
)  # fmt: skip

NUMBERS: Final = frozenset({"count", "amount", "percent", "value", "patients", "operations", "participants"})
INTEGERS: Final = frozenset({"count", "patients", "operations", "participants"})
LISTS: Final = frozenset({"countries", "parties", "signatories", "topics"})
DATES: Final = frozenset({"date", "due"})


CONCEPT_SLOTS: Final[dict[str, str]] = {
    "workType": "work-type", "facilityType": "facility-type", "status": "status", "bound": "bound",
    "source": "source", "role": "role", "level": "level", "agreementType": "agreement-type", "change": "change",
}  # fmt: skip
"""Slot → SKOS scheme: in RDF the value is the IRI ``VOCAB + scheme + "/" + value``."""

CODE_SLOTS: Final = frozenset({("Staffing", "measure"), ("Capacity", "unit")})
"""Slots that hold a concept's notation as a string, because another kind holds free text there."""

ENTITY_SLOTS: Final[dict[str, str]] = {
    "region": "Region", "place": "Place", "district": "Place", "programme": "Programme", "facility": "Facility",
    "contractor": "Organization", "organization": "Organization", "grantor": "Organization", "parties": "Organization",
    "person": "Person", "signatories": "Person", "speaker": "Agent",
}  # fmt: skip
"""Slot → class of the entity its value names: in RDF the value is that entity's IRI."""


def decimal_text(value: int | float | str | Decimal) -> str:
    """Return a finite number in xsd:decimal's canonical form: no exponent, no sign +, no trailing zero."""
    number = Decimal(repr(value) if isinstance(value, float) else value)
    if not number.is_finite():
        raise ValueError(f"{value} is no finite number")
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


@cache
def slots(kind: str) -> tuple[str, ...]:
    """Return the slots a statement of ``kind`` may have, its own ones first."""
    common = tuple(s for s in COMMON if not (s == "status" and kind in STATUSLESS))
    return KINDS[kind] + common
