"""What each distinct name of a file is: places on the body, a figure, a treatment, or nothing to keep."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QListWidgetItem

from journal.domain.entry import Kind, Symptom
from journal.exchange.importers.answers import Answers, Target, from_json
from journal.exchange.importers.places import understand
from journal.exchange.importers.reading import Ask, Question, Reading
from journal.i18n import _, listing, ngettext
from journal.ui.body_map.body_map import BodyMap
from journal.ui.body_map.painter import marks_of
from journal.ui.importing.step import Step
from journal.ui.theme import Theme
from journal.ui.widgets.answers import Answers as Chips
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Segments, column_of, in_a_row, label
from journal.wording import labels
from journal.wording.importing import field_label

_PLACES, _LEAVE_OUT = "places", "leave out"
_SHOWN_STRENGTH = 5
_LIST_EMS, _MAP_EMS = 11, 18


class NamesStep(Step):
    """One question a name. A name that is understood shows what would be marked; touching the body changes it."""

    def __init__(self, theme: Theme, reading: Reading, answers: Answers, *, first: bool) -> None:
        super().__init__(
            _("Where is it?"),
            _("Each name in the file is asked once. Choose one on the left, and mark on the body what it means."),
        )
        self._answers = answers
        self._questions = {each.name: each for each in reading.questions if each.ask is Ask.NAME}
        self._said: dict[str, Target] = {name: answers.names[name] for name in self._questions if name in answers.names}
        self._shown: set[str] = set()
        self._side_asked = any(each.ask is Ask.SIDE for each in reading.questions) or any(
            understand(name).needs_side for name in self._questions
        )
        self.side = Chips([("left", _("Left")), ("right", _("Right")), ("both", _("Both"))], _("Which leg it is"))
        if answers.side:
            self.side.choose(answers.side)
        self.side_label = label(_("Which leg is meant where the file does not say?"), "strong", wrap=True)
        for part in (self.side_label, self.side):
            part.setVisible(self._side_asked)
        self.add(self.side_label, self.side)
        self.list = self.new_list(_("Names in the file"), 8)
        self.list.setMinimumWidth(theme.px(_LIST_EMS))
        self.list.setWordWrap(True)
        for name in self._questions:
            self.list.addItem(QListWidgetItem(name))
        self.what = Chooser()
        self.what.setAccessibleName(_("What the name is"))
        self.what.setPlaceholderText(_("Choose …"))
        self.what.setMinimumWidth(theme.px(6))  # a long choice is shortened rather than widening the panel
        self.what.addItem(_("Places on the body"), _PLACES)
        for field in next((each.choices for each in self._questions.values()), ()):
            self.what.addItem(field_label(field), field)
        self.what.addItem(_("Leave it out"), _LEAVE_OUT)
        self.kind = Segments([(kind, labels.label(kind)) for kind in Kind], _("What is felt there"))
        self.kind.choose(Kind.PAIN)
        self.map = BodyMap(theme)
        self.map.setMinimumHeight(theme.px(_MAP_EMS))
        right = column_of(self.what, self.kind, (self.map, 1), spacing=8)
        self.body.addLayout(in_a_row((self.list, 1), (right, 1), spacing=12))
        self.add(self.error_label)
        self.finish(first=first)
        self.list.currentRowChanged.connect(self._show_name)
        self.what.activated.connect(self._choose_what)
        self.kind.chosen.connect(self._choose_kind)
        self.map.stroke_began.connect(self._toggle)
        self.map.stroke_reached.connect(self._toggle)
        self.side.chosen.connect(self._choose_side)
        open_first = next((row for row, each in enumerate(self._questions.values()) if each.needed), 0)
        self.list.setCurrentRow(open_first)
        self._refresh()

    def answer(self) -> Answers:
        return replace(
            self._answers, names={**self._answers.names, **self._said}, side=self._chosen_side or self._answers.side
        )

    @property
    def _chosen_side(self) -> str | None:
        return None if self.side.value is None else str(self.side.value)

    @property
    def name(self) -> str:
        """The name that is asked about."""
        item = self.list.currentItem()
        return "" if item is None else list(self._questions)[self.list.row(item)]

    def target(self, name: str) -> Target:
        """Return what a name stands for now; () while that is open."""
        if name in self._said:
            return self._said[name]
        said = understand(name)
        if said.needs_side:
            return tuple((region, said.kind) for region in said.regions(Answers(side=self._chosen_side).legs))
        question = self._questions[name]
        if question.needed and question.suggestion is None:
            return ()
        return from_json({"names": {name: question.suggestion}}).names.get(name, ())

    def is_open(self, name: str) -> bool:
        """Whether a name has still to be answered."""
        return self.target(name) == ()

    @Slot()
    def _show_name(self) -> None:
        target = self.target(self.name)
        choice = _LEAVE_OUT if target is None else target if isinstance(target, str) else _PLACES if target else None
        self.what.setCurrentIndex(-1 if choice is None else self.what.findData(choice))
        if isinstance(target, tuple):
            kinds = [kind for _region, kind in target if kind is not None]
            self.kind.choose(kinds[0] if kinds else understand(self.name).kind or Kind.PAIN)
        self._show_marks(target)

    def _show_marks(self, target: Target) -> None:
        pairs = target if isinstance(target, tuple) else ()
        marks = [Symptom(region, kind or Kind.PAIN, _SHOWN_STRENGTH) for region, kind in dict(pairs).items()]
        shown = {region: labels.label(kind or Kind.PAIN) for region, kind in pairs}
        changed = {region: shown.get(region, _("nothing marked")) for region in {*shown, *self._shown}}
        self._shown = set(shown)
        self.map.show_marks(marks_of(marks), changed)
        with_places = self.what.currentData() in (_PLACES, None)
        self.map.setEnabled(with_places)
        self.kind.setVisible(with_places)

    @Slot()
    def _choose_what(self) -> None:
        choice = self.what.currentData()
        if choice == _LEAVE_OUT:
            self._say(None)
        elif choice == _PLACES:
            before = self.target(self.name)
            self._said.pop(self.name, None)
            kept = before if isinstance(before, tuple) else self.target(self.name)
            self._say(kept if isinstance(kept, tuple) else ())
        else:
            self._say(choice)

    @Slot(object)
    def _choose_kind(self, kind: Kind) -> None:
        target = self.target(self.name)
        if isinstance(target, tuple) and target:
            self._say(tuple((region, kind) for region, _kind in target))

    @Slot(str)
    def _toggle(self, region: str) -> None:
        if not self.name:
            return
        before = self.target(self.name)
        pairs = dict(before) if isinstance(before, tuple) else {}
        kind = self.kind.value
        if region in pairs:
            del pairs[region]
        else:
            pairs[region] = kind if isinstance(kind, Kind) else Kind.PAIN
        self._say(tuple(pairs.items()))

    @Slot()
    def _choose_side(self) -> None:
        self._show_name()
        self._refresh()

    def _say(self, target: Target) -> None:
        self._said[self.name] = target
        self._show_name()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        for row, (name, question) in enumerate(self._questions.items()):
            item = self.list.item(row)
            item.setText(self._line(name, question))
            font = item.font()
            font.setBold(self.is_open(name))
            item.setFont(font)
        left = sum(map(self.is_open, self._questions))
        text = ngettext("{count} name is still open.", "{count} names are still open.", left).format(count=left)
        self.show_error(text if left else "")
        self.next_button.setEnabled(not left and (self.side.value is not None or not self._side_asked))

    def _line(self, name: str, question: Question) -> str:
        target = self.target(name)
        if target is None:
            what = _("left out")
        elif isinstance(target, str):
            what = field_label(target)
        elif target:
            what = listing([labels.region(region) for region, _kind in target])
        elif name not in self._said and understand(name).needs_side:
            what = _("say above which leg")
        else:
            what = _("not answered yet")
        rows = ngettext("{count} row", "{count} rows", question.rows).format(count=question.rows)
        return _("{name} ({rows}): {what}").format(name=name, rows=rows, what=what)
