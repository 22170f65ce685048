"""Country and numbers: whom the journal names when help is needed."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit

from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.preferences import COUNTRY, OWN_EMERGENCY, OWN_LINE_NAME, OWN_LINE_NUMBER, Preference
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Card, label
from journal.wording import help_lines


class HelpNumbersCard(Card):
    """A country from the list, and own numbers that come before its own."""

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__(_("Country and numbers"))
        self._numbers = numbers
        own = numbers.own
        self.country = CountryChooser(numbers)
        self.emergency = self._field(own.emergency, OWN_EMERGENCY)
        self.line_name = self._field(own.line_name, OWN_LINE_NAME)
        self.line_number = self._field(own.line_number, OWN_LINE_NUMBER)
        self.line_name.setPlaceholderText(_("for example your doctor, or a friend"))
        self.shown = label("", "quiet", wrap=True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field in (
            (_("Country"), self.country),
            (_("Own emergency number"), self.emergency),
            (_("Someone to call: name"), self.line_name),
            (_("Someone to call: number"), self.line_number),
        ):
            name = QLabel(words)
            name.setBuddy(field)
            field.setAccessibleName(words)
            form.addRow(name, field)
        self.body.addLayout(form)
        self.body.addWidget(self.shown)
        numbers.changed.connect(self._show)
        self._show()

    def _field(self, text: str, preference: Preference[str]) -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(80)
        field.editingFinished.connect(lambda: self._numbers.set_value(preference, field.text().strip()))
        return field

    @Slot()
    def _show(self) -> None:
        here = self._numbers.country
        listed = help_lines.country(self._numbers.code)
        self.emergency.setPlaceholderText(listed.emergency)
        lines = "; ".join(f"{line.name} {line.number}" for line in here.lines)
        text = _("Used now: emergency {emergency}; {lines}. Published by: {sources}.")
        sources = ", ".join(dict.fromkeys(filter(None, (here.emergency_source, *(line.source for line in here.lines)))))
        self.shown.setText(text.format(emergency=here.emergency, lines=lines, sources=sources))


class CountryChooser(Chooser):
    """Shows the country in force and changes it, wherever it stands."""

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__()
        self._numbers = numbers
        self.setAccessibleName(_("Country"))
        fill_countries(self)
        self.activated.connect(lambda _at: numbers.set_value(COUNTRY, self.currentData()))
        numbers.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.setCurrentIndex(self.findData(self._numbers.code))


def fill_countries(chooser: QComboBox) -> None:
    """List the countries by their names, the one not listed last."""
    listed = [(help_lines.name(country), country.code) for country in help_lines.COUNTRIES.values()]
    for words, code in sorted(listed, key=lambda pair: (pair[1] == help_lines.ANYWHERE, pair[0].casefold())):
        chooser.addItem(words, code)
