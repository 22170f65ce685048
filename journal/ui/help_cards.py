"""Two quiet cards, within reach from every page: urgent signs, and "I'm struggling". Nothing is recorded."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.domain.redflag import RedFlag, Tier
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, button, label
from journal.wording import labels


class HelpCard(QDialog):
    """A readable card with a heading and one way out."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(label(heading, "title"))
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        outer.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addStretch()
        close = button(_("Close"), self.accept, "primary")
        close.setDefault(True)
        row.addWidget(close)
        outer.addLayout(row)
        self.resize(theme.px(44), theme.px(40))


def urgent_signs(theme: Theme, parent: QWidget | None) -> HelpCard:
    """What needs help, how soon; the action before the signs."""
    card = HelpCard(theme, _("Urgent signs"), parent)
    card.column.addWidget(label(_("Any one of these is enough, also while the pain gets better."), "lead", wrap=True))
    actions = {
        Tier.EMERGENCY: _("Call your emergency number or go to an emergency department now"),
        Tier.SAME_DAY: _("See a doctor today"),
        Tier.SOON: _("See a doctor within a few days"),
    }
    for tier, action in actions.items():
        part = Card()
        part.body.addWidget(label(action, "brand", wrap=True))
        for flag in RedFlag:
            if flag.tier is tier:
                part.body.addWidget(label(f"•  {labels.label(flag)}", wrap=True))
        card.column.addWidget(part)
    card.column.addStretch()
    return card


def struggling(theme: Theme, parent: QWidget | None) -> HelpCard:
    """Warm words and someone to call."""
    card = HelpCard(theme, _("It is a lot to carry"), parent)
    for text in (
        _("Pain that lasts wears people down. Feeling hopeless or trapped in it is common, and it is not weakness."),
        _("You do not have to get through this alone, and you do not need a reason that is “big enough” to call."),
        _("Nobody reads this journal but you, and opening this card is not recorded."),
    ):
        card.column.addWidget(label(text, "lead", wrap=True))
    lines = Card(_("Someone to talk to, day and night"))
    for place, number in (
        (_("USA and Canada: call or text"), "988"),
        (_("UK and Ireland: Samaritans"), "116 123"),
        (_("If you might not be safe: your emergency number"), _("112 (Europe), 911 (North America), 999 (UK)")),
    ):
        row = QHBoxLayout()
        row.addWidget(label(place, wrap=True), 1)
        row.addWidget(label(number, "brand"))
        lines.body.addLayout(row)
    card.column.addWidget(lines)
    card.column.addWidget(
        label(
            _("A friend, a neighbour or your doctor is a good call too. You can just say: “I am struggling.”"),
            wrap=True,
        )
    )
    card.column.addStretch()
    return card
