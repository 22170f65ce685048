"""What is being marked right now: painting, erasing and refining, each stroke undone as a whole."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from journal.domain.body import Side
from journal.domain.entry import Kind, Symptom


class Brush(NamedTuple):
    """What a touch leaves behind."""

    kind: Kind | None
    """None is the eraser."""
    strength: int
    """1..10."""


_Marks = dict[tuple[str, Kind], Symptom]
_Said = _Marks | None
"""Marks; none of them for "no symptoms", said so; None for nothing said."""


class MarksModel(QObject):
    """The marks of one check-in, with their history. Every change between `begin` and `end` is one step back."""

    changed = Signal()
    """The marks changed."""
    stepped = Signal()
    """A stroke became a step that can be undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: _Said = None
        self._past: list[_Said] = []
        self._future: list[_Said] = []
        self._in_stroke = False
        self._before_stroke: _Said = None

    @property
    def said(self) -> tuple[Symptom, ...] | None:
        """What is said about places, as in `Entry.symptoms`: () for "no symptoms", None for nothing said."""
        return None if self._said is None else tuple(self._said.values())

    @property
    def symptoms(self) -> tuple[Symptom, ...]:
        """Everything marked, in the order it was marked."""
        return self.said or ()

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

    def load(self, said: Iterable[Symptom] | None) -> None:
        """Start over from what is said about places; nothing before it can be undone."""
        self._past, self._future, self._in_stroke = [], [], False
        self._said = _by_place(said)
        self.changed.emit()

    def set_value(self, said: Iterable[Symptom] | None) -> None:
        """Replace everything said about places, as one step that can be undone."""
        self._say(_by_place(said))

    def begin(self) -> None:
        """A stroke begins."""
        self.end()
        self._in_stroke, self._before_stroke = True, self._said

    @property
    def in_stroke(self) -> bool:
        """Whether what changes now belongs to a stroke that has begun."""
        return self._in_stroke

    def end(self) -> None:
        """The stroke has ended; it becomes one step if it changed anything."""
        in_stroke, self._in_stroke = self._in_stroke, False
        if in_stroke and self._before_stroke != self._said:
            self._past.append(self._before_stroke)
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
            self._future.append(self._said)
            self._said = self._past.pop()
            self.changed.emit()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.end()
        if self._future:
            self._past.append(self._said)
            self._said = self._future.pop()
            self.changed.emit()

    @property
    def _marks(self) -> _Marks:
        return self._said or {}

    def _change(self, marks: _Marks) -> None:
        """Take other marks; the last one taken away leaves nothing said, which is not yet "no symptoms"."""
        if marks != self._marks:
            self._say(marks or None)

    def _say(self, said: _Said) -> None:
        if said == self._said:
            return
        if not self._in_stroke:
            self._past.append(self._said)
            self._future = []
        self._said = said
        self.changed.emit()


def _by_place(said: Iterable[Symptom] | None) -> _Said:
    return None if said is None else {(symptom.region, symptom.kind): symptom for symptom in said}
