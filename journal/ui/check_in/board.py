"""What is being marked right now: painting, erasing and refining, each stroke undone as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from journal.domain.body import Side
from journal.domain.entry import Kind, Symptom


@dataclass(frozen=True, slots=True)
class Brush:
    """What a touch leaves behind."""

    kind: Kind | None
    """None is the eraser."""
    strength: int
    """1..10."""


_Marks = dict[tuple[str, Kind], Symptom]


class Board(QObject):
    """The marks of one check-in, with their history. Every change between `begin` and `end` is one step back."""

    changed = Signal()
    """The marks changed."""
    stepped = Signal()
    """A stroke became a step that can be undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: _Marks = {}
        self._past: list[_Marks] = []
        self._future: list[_Marks] = []
        self._before_stroke: _Marks | None = None

    @property
    def symptoms(self) -> tuple[Symptom, ...]:
        """Everything marked, in the order it was marked."""
        return tuple(self._marks.values())

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._future)

    def at(self, region: str) -> tuple[Symptom, ...]:
        """What is marked in one region, in the order of `Kind`."""
        return tuple(self._marks[region, kind] for kind in Kind if (region, kind) in self._marks)

    def by_region(self) -> dict[str, tuple[Symptom, ...]]:
        """What is marked in each marked region, as `at` gives it."""
        return {region: self.at(region) for region in dict.fromkeys(region for region, _kind in self._marks)}

    def load(self, symptoms: Iterable[Symptom]) -> None:
        """Start over from these marks; nothing before them can be undone."""
        self._past, self._future, self._before_stroke = [], [], None
        self._marks = {(symptom.region, symptom.kind): symptom for symptom in symptoms}
        self.changed.emit()

    def put(self, symptoms: Iterable[Symptom]) -> None:
        """Replace all marks, as one step that can be undone."""
        self._change({(symptom.region, symptom.kind): symptom for symptom in symptoms})

    def begin(self) -> None:
        """A stroke begins."""
        self.end()
        self._before_stroke = self._marks

    def end(self) -> None:
        """The stroke has ended; it becomes one step if it changed anything."""
        before, self._before_stroke = self._before_stroke, None
        if before is not None and before != self._marks:
            self._past.append(before)
            self._future = []
            self.stepped.emit()

    def paint(self, region: str, brush: Brush) -> None:
        """Touch one region with the brush; a pain keeps what it is like when its strength changes."""
        marks = dict(self._marks)
        if brush.kind is None:
            marks = {key: symptom for key, symptom in marks.items() if key[0] != region}
        else:
            old = marks.get((region, brush.kind))
            marks[region, brush.kind] = Symptom(region, brush.kind, brush.strength, old.qualities if old else ())
        self._change(marks)

    def strengthen(self, region: str, kind: Kind, steps: int) -> None:
        """Change the strength of one feeling that is marked; it stays within 1..10."""
        old = self._marks.get((region, kind))
        if old is not None:
            new = Symptom(region, kind, min(10, max(1, old.intensity + steps)), old.qualities)
            self._change(self._marks | {(region, kind): new})

    def mirror(self, side: Side) -> None:
        """Move every mark of one side to the other; what is marked there already stays as it is."""
        stay = {key: symptom for key, symptom in self._marks.items() if symptom.place.side is not side}
        moved = {
            (symptom.place.mirrored_id, symptom.kind): replace(symptom, region=symptom.place.mirrored_id)
            for symptom in self._marks.values()
            if symptom.place.side is side
        }
        self._change(moved | stay)

    def refine(self, region: str, symptoms: Iterable[Symptom]) -> None:
        """Say exactly what is felt in one region; nothing erases it."""
        marks = {key: symptom for key, symptom in self._marks.items() if key[0] != region}
        marks.update({(region, symptom.kind): symptom for symptom in symptoms})
        self._change(marks)

    def undo(self) -> None:
        """Take the last step back."""
        self.end()
        if self._past:
            self._future.append(self._marks)
            self._marks = self._past.pop()
            self.changed.emit()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.end()
        if self._future:
            self._past.append(self._marks)
            self._marks = self._future.pop()
            self.changed.emit()

    def _change(self, marks: _Marks) -> None:
        if marks == self._marks:
            return
        if self._before_stroke is None:
            self._past.append(self._marks)
            self._future = []
        self._marks = marks
        self.changed.emit()
