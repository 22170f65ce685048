"""What someone felt: one entry of the journal and the symptoms marked in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum

from journal.domain import checks
from journal.domain.body import REGIONS, Region, Side
from journal.domain.errors import InvalidRecord
from journal.i18n import _

MINUTES_A_DAY = 24 * 60
HOURS_A_DAY = 24


class Scope(StrEnum):
    """What an entry speaks of: this moment, or everything felt that day."""

    NOW = "now"
    DAY = "day"


class Kind(StrEnum):
    """What is felt in a region."""

    PAIN = "pain"
    NUMBNESS = "numbness"
    TINGLING = "tingling"
    WEAKNESS = "weakness"


PAIN = (Kind.PAIN,)
FELT = (Kind.NUMBNESS, Kind.TINGLING)
WEAK = (Kind.WEAKNESS,)
"""Every kind belongs to one of the three series of a leg."""


class Quality(StrEnum):
    """What a pain is like."""

    SHARP = "sharp"
    SHOOTING = "shooting"
    BURNING = "burning"
    ELECTRIC = "electric"
    DULL_ACHE = "dull_ache"
    CRAMP = "cramp"
    STIFF = "stiff"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One kind of feeling in one region."""

    region: str
    """Id of a region of the body map."""
    kind: Kind
    intensity: int
    """1..10; nothing felt is no symptom, never 0."""
    qualities: tuple[Quality, ...] = ()
    """In the order of `Quality`, each once."""

    def __post_init__(self) -> None:
        if not isinstance(self.region, str) or self.region not in REGIONS:
            raise InvalidRecord("region", _("“region” is not a place on the body map."))
        object.__setattr__(self, "kind", checks.choice("kind", self.kind, Kind))
        object.__setattr__(self, "intensity", checks.whole("intensity", self.intensity, 1, 10))
        named = {checks.choice("qualities", word, Quality) for word in checks.words("qualities", self.qualities)}
        object.__setattr__(self, "qualities", tuple(quality for quality in Quality if quality in named))

    @property
    def place(self) -> Region:
        """The region itself."""
        return REGIONS[self.region]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. Every number may be unknown (None), which is never 0. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    recorded_at: datetime
    """Local time with the offset it was written with; its date is the entry's day for ever."""
    scope: Scope
    symptoms: tuple[Symptom, ...] | None = None
    """What was said about places: marks in body order, at most one for a region and kind; () for "no symptoms", said
    so; None for nothing said. A pain rated above 0 beside () is a pain whose place nobody gave, so it becomes None."""
    pain_average: float | None = None
    """0..10 numeric rating scale (NRS)."""
    pain_worst: float | None = None
    """0..10 NRS."""
    sleep_hours: float | None = None
    """0..24."""
    sleep_disturbed: float | None = None
    """0..10, how much the pain disturbed the night."""
    sitting_minutes: int | None = None
    standing_minutes: int | None = None
    walking_minutes: int | None = None
    """0..1440 each."""
    activities: tuple[str, ...] = ()
    """What the person was doing."""
    reliefs: tuple[str, ...] = ()
    """What helped."""
    note: str = ""
    """Of any length."""
    edited_at: datetime | None = None
    """When it was last changed, or None for as first written."""

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", checks.record_id(self.id))
        checks.moment("recorded_at", self.recorded_at)
        put(self, "scope", checks.choice("scope", self.scope, Scope))
        for name in ("pain_average", "pain_worst", "sleep_disturbed"):
            if (rated := getattr(self, name)) is not None:
                put(self, name, checks.number(name, rated, 0, 10))
        if self.symptoms is not None:
            put(self, "symptoms", in_body_order(self.symptoms) or (None if self.rates_pain else ()))
        put(self, "sleep_hours", checks.optional_number("sleep_hours", self.sleep_hours, 0, HOURS_A_DAY))
        for name in ("sitting_minutes", "standing_minutes", "walking_minutes"):
            if (minutes := getattr(self, name)) is not None:
                put(self, name, checks.whole(name, minutes, 0, MINUTES_A_DAY))
        put(self, "activities", checks.words("activities", self.activities))
        put(self, "reliefs", checks.words("reliefs", self.reliefs))
        checks.text("note", self.note)
        if self.edited_at is not None:
            checks.moment("edited_at", self.edited_at)

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.recorded_at.date()

    @property
    def marks(self) -> tuple[Symptom, ...]:
        """What is marked on the map; nothing both for "no symptoms" and for nothing said."""
        return self.symptoms or ()

    @property
    def highest_rating(self) -> float:
        """The higher of average and worst pain, 0..10; 0 where neither is said."""
        return max(self.pain_average or 0.0, self.pain_worst or 0.0)

    @property
    def rates_pain(self) -> bool:
        """Whether it states a pain above 0, average or worst."""
        return self.highest_rating > 0

    @property
    def marks_pain(self) -> bool:
        """Whether a pain is marked anywhere."""
        return any(mark.kind is Kind.PAIN for mark in self.marks)

    @property
    def says_where(self) -> bool:
        """Whether it says where pain was, "nowhere" included: a pain rated without a mark of pain says it not."""
        return self.symptoms is not None and (not self.rates_pain or self.marks_pain)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing at all is said but when."""
        said = (part for part in fields(self) if part.name not in ("id", "recorded_at", "scope", "edited_at"))
        return all(getattr(self, part.name) in (None, (), "") for part in said)

    def distal_level(self, leg: Side) -> int:
        """Deepest level of that leg with pain: 1..7, or 0 for none marked in it; the centre counts for both legs."""
        return distal_level(self.marks, leg)

    def strongest(self, kind: Kind, leg: Side | None = None) -> int:
        """Highest intensity of that kind, in one leg's own regions or anywhere: 1..10, or 0 for none."""
        return max(
            (s.intensity for s in self.marks if s.kind is kind and (leg is None or s.place.side is leg)),
            default=0,
        )


def distal_level(symptoms: Iterable[Symptom], leg: Side) -> int:
    """Deepest level of that leg with pain among these marks: 1..7, or 0 for none; the centre counts for both legs."""
    levels = [
        symptom.place.level
        for symptom in symptoms
        if symptom.kind is Kind.PAIN and symptom.place.reaches(leg) and symptom.place.level is not None
    ]
    return max(levels, default=0)


def in_body_order(symptoms: tuple[Symptom, ...], field: str = "symptoms") -> tuple[Symptom, ...]:
    """Return marks down the body. Raises InvalidRecord for what is no mark, or one region twice with the same kind."""
    if isinstance(symptoms, str) or not all(isinstance(symptom, Symptom) for symptom in symptoms):
        raise InvalidRecord(field, _("“{field}” is not a list of symptoms.").format(field=field))
    if len(symptoms) < 2:
        return tuple(symptoms)
    marks = {(symptom.region, symptom.kind) for symptom in symptoms}
    if len(marks) != len(symptoms):
        sentence = _("“{field}” marks one region twice with the same kind.")
        raise InvalidRecord(field, sentence.format(field=field))
    return tuple(sorted(symptoms, key=lambda s: (_BODY_ORDER[s.region], _KIND_ORDER[s.kind])))


_BODY_ORDER = {region: index for index, region in enumerate(REGIONS)}
_KIND_ORDER = {kind: index for index, kind in enumerate(Kind)}
