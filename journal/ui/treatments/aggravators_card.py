"""What goes with worse days: each activity against the days without it, with counts and intervals."""

from collections.abc import Sequence

from journal.analysis.results import Aggravator, DifferenceVerdict
from journal.i18n import _
from journal.ui.widgets.controls import Card, label
from journal.ui.widgets.plain_table import PlainTable
from journal.wording import aggravators as wording


class AggravatorsCard(Card):
    """A row an activity; those without enough days are named below."""

    def __init__(self) -> None:
        super().__init__(_("What goes with worse days"))
        self.none = label(
            _("Say in the check-in what you were doing. From 8 days with an activity and 8 without, it shows here."),
            wrap=True,
        )
        self.said = label("", wrap=True)
        self.table = PlainTable(_("What goes with worse days"))
        self.too_few = label("", "quiet", wrap=True)
        self.explanation = label(wording.explanation(), "quiet", wrap=True)
        for part in (self.none, self.said, self.table, self.too_few, self.explanation):
            self.body.addWidget(part)

    def show_aggravators(self, found: Sequence[Aggravator]) -> None:
        """Show these."""
        known = [row for row in found if row.same_day[0].verdict is not DifferenceVerdict.NOT_ENOUGH]
        few = [row for row in found if row not in known]
        self.none.setVisible(not found)
        self.table.setVisible(bool(known))
        self.explanation.setVisible(bool(known))
        self.table.show_rows(*wording.table(known))
        self.said.setText(wording.standing_out(known))
        self.said.setVisible(bool(known))
        self.too_few.setVisible(bool(few))
        self.too_few.setText(wording.too_few(few))
