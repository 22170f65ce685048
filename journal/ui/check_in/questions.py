"""What is asked before an entry is saved, where it would say more than the person did, or less.

Each question takes the entry as it stands and returns it as it is to be saved; None for going back to the page.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from journal.analysis import prompts
from journal.domain.entry import Entry, Scope
from journal.i18n import _, clock, short_number, weekday
from journal.ui.widgets.dialogs import choose


class SavingQuestions:
    """Asks in the name of a page; going back may lead to the map, or to the ratings."""

    def __init__(self, page: QWidget, to_map: Callable[[], object], to_ratings: Callable[[], object]) -> None:
        self._page = page
        self._to_map = to_map
        self._to_ratings = to_ratings

    def in_time(self, entry: Entry, now: datetime) -> Entry | None:
        """Settle an entry that is later than now: a slip, or a clock that was wrong."""
        if not prompts.later_than((entry,), now):
            return entry
        question = _("This entry is dated {day}, {time}, which is later than now. When was it?").format(
            day=weekday(entry.day), time=clock(entry.recorded_at)
        )
        chosen: Entry | None = choose(
            self._page,
            question,
            (_("Change the time"), None),
            (_("It was now"), replace(entry, recorded_at=now.replace(microsecond=0))),
            (_("Save it with that date"), entry),
        )
        return chosen

    def save(self, entry: Entry, edited: Entry | None) -> Entry | None:
        """Settle what was given but may not be meant so. edited: the entry as it was before it was changed."""
        settled = self._in_order(entry)
        if settled is None:
            return None
        if settled.rates_pain and not settled.marks_pain:
            known = edited is not None and edited.rates_pain and not edited.says_where
            return settled if known else self._where(settled)
        if settled.symptoms is None:
            return self._unplaced(settled, edited)
        return settled

    def no_symptoms(self, entry: Entry, edited: Entry | None) -> Entry | None:
        """Settle "no symptoms", which never stands beside a pain above 0, and takes no mark away unasked."""
        if entry.rates_pain:
            return self._rated_all_the_same(entry)
        question = _("Places are marked. Remove them and save “no symptoms”?")
        if entry.marks and not choose(self._page, question, (_("Go back"), False), (_("No symptoms"), True)):
            return None
        return replace(entry, symptoms=())

    def _in_order(self, entry: Entry) -> Entry | None:
        """The worst pain of a day is not below its average."""
        average, worst = entry.pain_average, entry.pain_worst
        if entry.scope is not Scope.DAY or average is None or worst is None or worst >= average:
            return entry
        question = _("Worst pain {worst} is lower than average pain {average}. Swap them?")
        words = question.format(worst=short_number(worst), average=short_number(average))
        if choose(self._page, words, (_("Keep editing"), False), (_("Swap"), True)):
            return replace(entry, pain_average=worst, pain_worst=average)
        self._to_ratings()
        return None

    def _where(self, entry: Entry) -> Entry | None:
        question = _("You rated pain {value} of 10. Where was it?").format(value=short_number(entry.highest_rating))
        if choose(self._page, question, (_("Mark it on the body"), False), (_("Save without the place"), True)):
            return entry
        self._to_map()
        return None

    def _rated_all_the_same(self, entry: Entry) -> Entry | None:
        marked = entry.marks_pain
        question = _("You rated pain {value} of 10, so this is not “no symptoms”.").format(
            value=short_number(entry.highest_rating)
        )
        answers: list[tuple[str, Callable[[], object] | None]] = [
            (_("Go back") if marked else _("Mark where it was"), self._to_map)
        ]
        if entry.scope is Scope.DAY:
            answers.append((_("Change the rating"), self._to_ratings))
        answers.append((_("Save what is marked") if marked else _("Save without the place"), None))
        go_back = choose(self._page, question, *answers)
        if go_back is None:
            return self._in_order(entry)
        go_back()
        return None

    def _unplaced(self, entry: Entry, edited: Entry | None) -> Entry | None:
        """Nothing is said about places: right for sleep or a note, to be asked about where it may mean "none"."""
        if edited is not None and edited.symptoms is None:
            return entry
        no_symptoms = (_("No symptoms"), replace(entry, symptoms=()))
        if edited is not None:
            question = _("No place is marked any more. Was there no symptom?")
        elif entry.pain_average is not None or entry.pain_worst is not None:
            question = _("You rated pain 0. Was there no symptom at all?")
        elif entry.says_nothing:
            question = _("Nothing is marked yet. If nothing hurts, say “No symptoms”.")
            return choose(self._page, question, (_("Go back"), None), no_symptoms)
        else:
            return entry
        return choose(self._page, question, (_("Go back"), None), no_symptoms, (_("Leave the place open"), entry))
