"""Which leg an unlabelled drawing means: what it has on its left is shown on the body, and put on the other leg by a
touch."""

from dataclasses import replace

from PySide6.QtCore import Slot

from journal.domain.body import REGIONS, Side
from journal.domain.entry import Kind, Symptom
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import Ask, Reading
from journal.i18n import _
from journal.ui.body_map.body_map import BodyMap
from journal.ui.body_map.painter import marks_of
from journal.ui.importing.step import Step
from journal.ui.theme import Theme
from journal.ui.widgets.answers import Answers as Chips
from journal.ui.widgets.controls import label
from journal.wording import labels

_SHOWN_STRENGTH = 5
_MAP_EMS = 20


class ViewsStep(Step):
    """One question a view that occurs, all on one body."""

    def __init__(self, theme: Theme, reading: Reading, answers: Answers, *, first: bool) -> None:
        super().__init__(
            _("Which leg is this?"),
            _(
                "The drawing in the other diary does not say which leg is which. Marked here is what it has on the"
                " left of its picture. If you meant the other leg, touch the same place there."
            ),
        )
        self._answers = answers
        self._views = {each.name: each for each in reading.questions if each.ask is Ask.VIEW}
        self.map = BodyMap(theme)
        self.map.setMinimumHeight(theme.px(_MAP_EMS))
        self.map.stroke_began.connect(self._touch)
        self.add(self.map)
        self.chips: dict[str, Chips] = {}
        for view, question in self._views.items():
            words = (
                _("On the drawing from the front, which leg is on the left of the picture?")
                if view == "front"
                else _("On the drawing from behind, which leg is on the left of the picture?")
            )
            why = (
                _("A body that faces you has its right leg there.")
                if view == "front"
                else _("A body that turns its back to you has its left leg there.")
            )
            chips = Chips([("left", _("My left leg")), ("right", _("My right leg"))], words)
            chips.choose(question.suggestion)
            chips.chosen.connect(self._show)
            self.chips[view] = chips
            self.add(label(words, "strong", wrap=True))
            self.add_text(why, "quiet")
            self.add(chips)
        self._shown: set[str] = set()
        self.finish(first=first)
        self._show()

    def answer(self) -> Answers:
        return replace(
            self._answers, views={**self._answers.views, **{view: str(part.value) for view, part in self.chips.items()}}
        )

    def marked(self) -> list[str]:
        """The regions that the left of the pictures means now."""
        return [
            f"{self.chips[view].value}_{place}" for view, question in self._views.items() for place in question.examples
        ]

    @Slot()
    def _show(self) -> None:
        marked = self.marked()
        words = {region: labels.label(Kind.PAIN) for region in marked}
        changed = {region: words.get(region, _("nothing marked")) for region in {*marked, *self._shown}}
        self._shown = set(marked)
        self.map.show_marks(marks_of(Symptom(region, Kind.PAIN, _SHOWN_STRENGTH) for region in marked), changed)

    @Slot(str)
    def _touch(self, region: str) -> None:
        side = REGIONS[region].side
        if side is Side.CENTRE:
            return
        place = region.removeprefix(f"{side}_")
        for view, question in self._views.items():
            if place in question.examples:
                self.chips[view].choose(str(side))
                self._show()
