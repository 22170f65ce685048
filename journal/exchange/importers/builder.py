"""From rows to records: what several rows say of one moment becomes one entry, with an id that its content gives."""

import hashlib
import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.records import Records, age
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind
from journal.exchange.importers.names import Meaning, mark_kind
from journal.exchange.importers.numbers import highest
from journal.exchange.importers.reading import LeftOut, Question, Reading, Reason, Remark
from journal.exchange.importers.text_table import clean

NAMESPACE = uuid.UUID("5c1a71ca-0d1a-4e9b-9f3e-6b2f0c6d7a11")
"""Of the ids that importers give."""
ENDED_AFTER = timedelta(days=14)
"""A medicine whose last dose is longer ago than this before the last row counts as ended (ours)."""
_MARKS: dict[tuple[str, Kind, int, frozenset[Quality]], Symptom] = {}
_NO_QUALITIES: frozenset[Quality] = frozenset()


def new_id(*parts: object) -> str:
    """Return the id that the same parts always give."""
    # uuid.uuid5(NAMESPACE, …) as text, without the object that 100,000 rows would each wait for
    name = "|".join(map(str, parts))
    plain = hashlib.sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(plain[16], 16) & 3]
    return f"{plain[:8]}-{plain[8:12]}-5{plain[13:16]}-{variant}{plain[17:20]}-{plain[20:32]}"


@dataclass(slots=True)
class Draft:
    """What is to become one entry."""

    at: datetime
    scope: Scope
    key: str
    """Its moment in the file's own terms, to the minute: the same whatever zone was answered."""
    marks: dict[tuple[str, Kind], tuple[int, frozenset[Quality]]] = field(default_factory=dict)
    no_symptoms: bool = False
    """Whether something was rated 0."""
    unplaced: bool = False
    """Whether something is felt whose place or strength nobody knows."""
    figures: dict[str, float] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    reliefs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words: dict[str, list[str]] | None = None
    """What found no other place, by what it is called in the note's last line."""

    def mark(self, region: str, kind: Kind, strength: int, qualities: Iterable[Quality] = ()) -> None:
        """Mark a place; of two marks of one kind the stronger stays, with all that both feel like."""
        if strength == 0:
            self.no_symptoms = True
            return
        before, felt = self.marks.get((region, kind), (0, _NO_QUALITIES))
        now = felt.union(qualities) if kind is Kind.PAIN else _NO_QUALITIES
        self.marks[region, kind] = max(before, strength), now

    def mark_all(self, meaning: Meaning, strength: int, qualities: Iterable[Quality] = ()) -> None:
        """Mark every place of a name."""
        for region, kind in meaning.marks:
            self.mark(region, mark_kind(kind), strength, (*meaning.qualities, *qualities))

    def keep(self, label: str, words: Iterable[str]) -> None:
        """Keep words for the note's last line."""
        self.words = self.words or {}
        kept = self.words.setdefault(label, [])
        kept.extend(word for word in words if word not in kept)

    @property
    def symptoms(self) -> tuple[Symptom, ...] | None:
        """What is said about places."""
        if self.marks:
            return tuple(_symptom(region, kind, *felt) for (region, kind), felt in self.marks.items())
        return () if self.no_symptoms and not self.unplaced else None

    @property
    def note(self) -> str:
        """The note, with what found no other place in its last line."""
        last = [f"[{label}: {'; '.join(words)}]" for label, words in (self.words or {}).items() if words]
        notes = dict.fromkeys(note.replace("\r\n", "\n").replace("\r", "\n") for note in self.notes)
        return "\n".join([*notes, *([" ".join(last)] if last else [])])


def _symptom(region: str, kind: Kind, strength: int, qualities: frozenset[Quality]) -> Symptom:
    """One of the few different marks that a file holds: each is checked and built once."""
    found = _MARKS.get((region, kind, strength, qualities))
    if found is None:
        found = _MARKS[region, kind, strength, qualities] = Symptom(region, kind, strength, tuple(qualities))
    return found


@dataclass(frozen=True, slots=True)
class _Dose:
    at: datetime
    key: str
    dose: str
    note: str


class Builder:
    """Gathers what the rows of one file say, and what of it was left out."""

    def __init__(self, preset: str, today: date | None) -> None:
        self.preset = preset
        self.today = today
        self.left_out: list[LeftOut] = []
        self.blank = 0
        self.drafts: list[Draft] = []
        self._at: dict[object, Draft] = {}
        self._doses: dict[tuple[str, TreatmentKind], list[_Dose]] = defaultdict(list)
        self._spans: list[Treatment] = []
        self._last: date | None = None

    def leave_out(self, line: int, reason: Reason, what: str) -> None:
        """Say that a row was left out. Each row is told once, with the first reason found."""
        self.left_out.append(LeftOut(line, reason, clean(what)))

    def saw(self, day: date) -> date:
        """Remember that the file has a row of that day."""
        if self._last is None or day > self._last:
            self._last = day
        return day

    def new(self, at: datetime, scope: Scope, key: str) -> Draft:
        """Begin an entry of its own."""
        draft = Draft(at, scope, key)
        self.drafts.append(draft)
        return draft

    def at(self, together: object, at: datetime, scope: Scope, key: str) -> Draft:
        """Return the entry of what belongs together, begun at its first row; its moment is the earliest."""
        draft = self._at.get(together)
        if draft is None:
            draft = self._at[together] = self.new(at, scope, key)
        draft.at = min(draft.at, at)
        return draft

    def by_day(self) -> dict[date, list[Draft]]:
        """Return the entries so far by their day, earliest first."""
        found: dict[date, list[Draft]] = defaultdict(list)
        for draft in sorted(self.drafts, key=lambda draft: draft.at):
            found[draft.at.date()].append(draft)
        return found

    def add(self, line: int, draft: Draft | None, figure: str, value: float, what: str) -> bool:
        """Add to a figure of an entry; False if the row is left out, without an entry or with more than a day has."""
        if draft is None:
            self.leave_out(line, Reason.NO_ENTRY_THAT_DAY, what)
            return False
        total = draft.figures.get(figure, 0.0) + value
        if total > highest(figure):
            self.leave_out(line, Reason.OUT_OF_SCALE, what)
            return False
        draft.figures[figure] = total
        return True

    def dose(self, kind: TreatmentKind, name: str, at: datetime, key: str, dose: str = "", note: str = "") -> None:
        """Add one dose taken, or one session done."""
        self._doses[" ".join(clean(name).split()), kind].append(_Dose(at, key, clean(dose), clean(note)))

    def treatment(self, kind: TreatmentKind, name: str, first: date, last: date | None, dose: str) -> None:
        """Add a treatment of which only the time is known."""
        id = new_id(self.preset, "treatment", name.casefold())
        self._spans.append(Treatment(id=id, kind=kind, name=name, started_on=first, ended_on=last, dose=dose))

    def records(self) -> Records:
        """Return everything as records, oldest first. Keeps nothing of it."""
        treatments, events = self._treatments()
        return Records(
            entries=tuple(sorted(self._entries(), key=age)),
            treatments=tuple(sorted(treatments, key=age)),
            treatment_events=tuple(sorted(events, key=age)),
        )

    def reading(
        self,
        rows: int,
        questions: Iterable[Question],
        columns_left_out: Iterable[str] = (),
        remarks: tuple[Remark, ...] = (),
    ) -> Reading:
        """Return what was read. rows: how many there are below the header."""
        return Reading(
            self.preset,
            self.records,
            tuple(questions),
            tuple(sorted(self.left_out, key=lambda left: left.line)),
            tuple(columns_left_out),
            rows,
            self.blank,
            remarks,
        )

    def _entries(self) -> Iterable[Entry]:
        numbers: Counter[tuple[str, Scope]] = Counter()
        self.drafts.reverse()
        while self.drafts:
            draft = self.drafts.pop()
            numbers[draft.key, draft.scope] += 1
            figures = {
                name: int(value) if name.endswith("_minutes") else value for name, value in draft.figures.items()
            }
            yield Entry(
                id=new_id(self.preset, draft.key, draft.scope, numbers[draft.key, draft.scope]),
                recorded_at=draft.at,
                scope=draft.scope,
                symptoms=draft.symptoms,
                activities=_once(draft.activities),
                reliefs=_once(draft.reliefs),
                note=clean(draft.note),
                **figures,  # type: ignore[arg-type]
            )

    def _treatments(self) -> tuple[list[Treatment], list[TreatmentEvent]]:
        treatments, events = list(self._spans), []
        for (name, kind), doses in self._doses.items():
            doses.sort(key=lambda dose: dose.at)
            first, last = doses[0], doses[-1].at.date()
            usual = next((dose.dose for dose in doses if dose.dose), "")
            ended = last if self._last is not None and self._last - last > ENDED_AFTER else None
            id = new_id(self.preset, "treatment", name.casefold())
            treatments.append(
                Treatment(id=id, kind=kind, name=name, started_on=first.at.date(), ended_on=ended, dose=usual)
            )
            numbers: Counter[str] = Counter()
            for dose in doses:
                numbers[dose.key] += 1
                events.append(
                    TreatmentEvent(
                        id=new_id(self.preset, "dose", name.casefold(), dose.key, numbers[dose.key]),
                        done_at=dose.at,
                        treatment=id,
                        dose="" if dose.dose == usual else dose.dose,
                        note=dose.note,
                    )
                )
        return treatments, events


def moment_key(at: datetime) -> str:
    """Return a moment to the minute, without its offset: what a wall clock showed, or UTC as the caller has it."""
    return f"{at.isoformat()[:16]}:00"


def _once(words: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(word) for word in words)) if words else ()


def parts(text: str, separators: str = ";|") -> list[str]:
    """Return the items of a list in one cell, without empty ones."""
    return [part for item in re.split(f"[{separators}]", text) if (part := item.strip())]
