"""What each column of a table is."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.exchange.importers.answers import RATINGS, SEVERAL, Answers
from journal.exchange.importers.reading import Ask, Question, Reading
from journal.i18n import _
from journal.ui.importing.step import Step
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import label
from journal.ui.widgets.tick import Tick
from journal.wording.importing import COLUMN_ROLES, column_label

_SHORTEST = 14
"""Characters of a chooser that large text leaves at least."""


class ColumnsStep(Step):
    """One chooser a column, with the first thing that stands in it."""

    def __init__(self, reading: Reading, answers: Answers, *, first: bool) -> None:
        super().__init__(
            _("What is each column?"),
            _(
                "The journal needs at least the date and how strong the pain was. What you leave out is not lost:"
                " the file stays as it is."
            ),
        )
        self._answers = answers
        self._sheets = next((each for each in reading.questions if each.ask is Ask.SHEET), None)
        asked = next(each for each in reading.questions if each.ask is Ask.COLUMNS)
        self.sheet: Chooser | None = None
        if self._sheets is not None:
            self.sheet = self._sheet_chooser(self._sheets)
            self.add(label(_("The sheet with the diary")), self.sheet)
        self._header = list(dict.fromkeys(name for name in asked.choices if name))
        self.choosers = {name: self._chooser(name) for name in self._header}
        self.add(self._grid(dict(zip(asked.choices, asked.examples, strict=False))))
        self._show(asked.suggestion)
        self.fill_down = Tick(_("An empty date means the one above"))
        self.fill_down.setChecked(answers.fill_down)
        self.add(self.fill_down)
        self.add(self.error_label)
        self.finish(first=first)
        self._check()

    def answer(self) -> Answers:
        columns: dict[str, Any] = {}
        for name, chooser in self.choosers.items():
            role = chooser.currentData()
            if role in SEVERAL:
                columns.setdefault(role, []).append(name)
            elif role:
                columns[role] = name
        sheet = self._answers.sheet if self.sheet is None else self.sheet.currentText()
        return replace(self._answers, columns=columns, sheet=sheet, fill_down=self.fill_down.isChecked())

    def _sheet_chooser(self, question: Question) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(_("The sheet with the diary"))
        chooser.addItems(list(question.choices))
        chooser.setCurrentText(str(question.suggestion))
        chooser.activated.connect(self._other_sheet)
        return chooser

    @Slot()
    def _other_sheet(self) -> None:
        assert self.sheet is not None and self._sheets is not None
        if self.sheet.currentText() != self._sheets.suggestion:
            other = replace(self._answers, sheet=self.sheet.currentText(), columns=None, header_row=None)
            self.answered.emit((other,))  # read anew, and asked again

    def _chooser(self, name: str) -> Chooser:
        chooser = Chooser()
        chooser.setAccessibleName(_("What the column “{name}” is").format(name=name))
        for role in COLUMN_ROLES:
            chooser.addItem(column_label(role), role)
        chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(_SHORTEST)
        chooser.currentIndexChanged.connect(self._check)
        return chooser

    def _grid(self, examples: dict[str, str]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for row, (name, chooser) in enumerate(self.choosers.items()):
            grid.addWidget(label(name, "strong", wrap=True), row, 0)
            grid.addWidget(label(examples.get(name, ""), "quiet", wrap=True), row, 1)
            grid.addWidget(chooser, row, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 2)
        return part

    def _show(self, columns: dict[str, Any]) -> None:
        for role, names in columns.items():
            for name in names if isinstance(names, list) else [names]:
                if name in self.choosers:
                    self.choosers[name].setCurrentIndex(self.choosers[name].findData(role))

    @Slot()
    def _check(self) -> None:
        roles = [chooser.currentData() for chooser in self.choosers.values()]
        twice = next((role for role in roles if role and role not in SEVERAL and roles.count(role) > 1), "")
        problem = ""
        if twice:
            problem = _("“{what}” can be only one column.").format(what=column_label(twice))
        elif "date" not in roles:
            problem = _("Say which column is the date.")
        elif not set(RATINGS) & set(roles):
            problem = _("Say which column is the strength of the pain.")
        self.show_error(problem)
        self.next_button.setEnabled(not problem)
