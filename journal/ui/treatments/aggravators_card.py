"""What goes with worse days: each activity against the days without it, with counts and intervals."""

from collections.abc import Sequence

from journal.analysis.limits import ACTIVITY_DAYS
from journal.analysis.results import Aggravator, DayDifference, DifferenceVerdict
from journal.i18n import _, number
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
        self.table.show_rows(
            (
                _("Activity"),
                _("days with\n/ without"),
                _("worst pain,\nsame day"),
                _("day after"),
                _("levels down,\nsame day"),
                _("day after"),
            ),
            [_cells(row) for row in known],
            [wording.sentence(row) for row in known],
        )
        standing_out = [wording.sentence(row) for row in known if _stands_out(row)]
        self.said.setText(
            "\n".join(standing_out) if standing_out else _("No activity stands out from the others so far.")
        )
        self.said.setVisible(bool(known))
        self.too_few.setVisible(bool(few))
        counts = "; ".join(
            _("{activity}, {counts}").format(activity=row.activity, counts=wording.counts(row.same_day[0]))
            for row in few
        )
        text = _("Not enough days yet, {needed} of each are needed: {counts}.")
        self.too_few.setText(text.format(needed=number(ACTIVITY_DAYS), counts=counts))


def _stands_out(row: Aggravator) -> bool:
    told = (DifferenceVerdict.MORE, DifferenceVerdict.LESS)
    return any(part.verdict in told for part in (*row.same_day, *row.next_day))


def _cells(row: Aggravator) -> tuple[str, ...]:
    (pain, level), (next_pain, next_level) = row.same_day, row.next_day
    counts = _("{count} / {others}").format(count=number(pain.days_with), others=number(pain.days_without))
    return (row.activity, counts, *(_cell(part) for part in (pain, next_pain, level, next_level)))


def _cell(found: DayDifference) -> str:
    return wording.difference(found).replace(" (", "\n(", 1)
