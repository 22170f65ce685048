"""The distinct names of a file, and what each means: by its answer, by its own words, or still to be asked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind, Quality
from journal.exchange.importers.answers import FIELDS, Answers, PlaceMark, Target, target_json
from journal.exchange.importers.places import Understood, fold, understand
from journal.exchange.importers.reading import Ask, Question, Remark


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one name stands for in one row."""

    marks: tuple[PlaceMark, ...] = ()
    field: str | None = None
    """One of answers.FIELDS."""
    qualities: tuple[Quality, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether it stands for nothing that is kept."""
        return not self.marks and self.field is None


class Names:
    """Looks names up, and remembers which were met: each is asked about once."""

    def __init__(self, answers: Answers, fields: Mapping[str, str] | None = None) -> None:
        """fields: what folded names that are no places stand for, as far as is known."""
        self._answers = answers
        self._answered = {name.strip().casefold(): target for name, target in answers.names.items()}
        self._fields = fields or {}
        self._known: dict[tuple[str, tuple[Side, ...]], Meaning] = {}
        self.met: Counter[str] = Counter()
        self._sideless: set[str] = set()
        self._reached: set[int] = set()

    def meaning(self, name: str, sides: tuple[Side, ...] = ()) -> Meaning:
        """Return what a name means beside the sides that its row tells."""
        self.met[name] += 1
        found = self._known.get((name, sides))
        if found is None:
            found = self._known[name, sides] = self._find(name, sides)
        return found

    def _known_field(self, name: str) -> str | None:
        """Return the field that a name that is no place usually stands for."""
        return self._fields.get(" ".join(fold(name).split()))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be known where there are places, and none of them is of a leg."""
        return (Remark.ONLY_BACK,) if self._reached and max(self._reached) < 3 else ()

    def _find(self, name: str, sides: tuple[Side, ...]) -> Meaning:
        said = understand(name)
        key = name.strip().casefold()
        if key in self._answered:
            found = self._of_answer(self._answered[key], said, sides)
        elif said.region:
            told = said.sides or sides
            if said.region.startswith("*") and not told:
                told = LEGS if said.plural else self._answers.legs
                if not told:
                    self._sideless.add(name)
            found = Meaning(tuple((region, said.kind) for region in said.regions(told)), None, said.qualities)
        else:
            found = Meaning((), None if said.elsewhere else self._known_field(name))
        self._reached.update(REGIONS[region].level or 0 for region, _kind in found.marks)
        return found

    def _of_answer(self, target: Target, said: Understood, sides: tuple[Side, ...]) -> Meaning:
        if not isinstance(target, tuple):
            return Meaning((), target)
        marks: dict[PlaceMark, None] = {}
        for region, kind in target:
            place = REGIONS[region]
            there = [region]
            if sides and not said.sides and place.side is not Side.CENTRE:
                there = [region if side is place.side else place.mirrored_id for side in sides]
            marks.update({(each, kind or said.kind): None for each in there})
        return Meaning(tuple(marks), None, said.qualities)

    def _is_open(self, name: str) -> bool:
        """Whether a name has to be asked about."""
        said = understand(name)
        return not (
            name.strip().casefold() in self._answered or said.region or said.elsewhere or self._known_field(name)
        )

    def questions(self) -> list[Question]:
        """Return one question a name, most frequent first, then the side if any name needs it."""
        found = [
            Question(Ask.NAME, name, rows, self._suggestion(name), self._is_open(name), FIELDS if self._fields else ())
            for name, rows in self.met.most_common()
        ]
        if self._sideless or (self._answers.side and any(understand(name).needs_side for name in self.met)):
            rows = sum(self.met[name] for name in self._sideless)
            found.append(Question(Ask.SIDE, "", rows, self._answers.side, bool(self._sideless)))
        return found

    def _suggestion(self, name: str) -> Any:
        key = name.strip().casefold()
        if key in self._answered:
            return target_json(self._answered[key])
        meaning = self._find(name, ())
        if meaning.marks:
            return target_json(meaning.marks)
        said = understand(name)
        if said.region:
            return target_json(tuple((region, said.kind) for region in said.regions(LEGS)))
        return None if said.elsewhere else meaning.field


def mark_kind(kind: Kind | None) -> Kind:
    """Return what a place without more said is marked with."""
    return kind or Kind.PAIN
