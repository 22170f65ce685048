"""What is said after a recovery: the lighter rhythm, and a calm early notice."""

from journal.analysis.results import EarlySign, RelapsePrevention
from journal.i18n import _, day, listing, number, span
from journal.wording import labels, treatments


def sentence(found: RelapsePrevention) -> str:
    """Return since when it is quiet, and how often a check-in is enough; or, first, what was felt again."""
    if found.signs:
        return f"{notice(found)} {rhythm(found)}"
    return _("30 days without pain were complete on {day}; the last painful day was {last}. {rhythm}").format(
        day=day(found.recovered_on), last=day(found.last_pain), rhythm=rhythm(found)
    )


def rhythm(found: RelapsePrevention) -> str:
    """Return when the next weekly check-in is due; while something is felt again, more often is worth it."""
    if found.signs:
        return _("For the next two weeks a check-in each day shows whether it goes again.")
    if found.due:
        return _("One check-in a week is enough now; this week’s is due.")
    return _("One check-in a week is enough now, the next from {day}.").format(day=day(found.next_check))


def notice(found: RelapsePrevention) -> str:
    """Return the early notice: what was felt again, calmly; "" while all is quiet."""
    if not found.signs:
        return ""
    first, last = found.signs[0].on, found.signs[-1].on
    values = {"dates": day(first) if first == last else span(first, last), "felt": _felt(found)}
    if any(sign.weakness for sign in found.signs):
        return _("Something is felt again ({dates}): {felt}. Weakness is for your clinician to see.").format(**values)
    return _("Something is felt again ({dates}): {felt}. That is common and often passes.").format(**values)


def exercises(found: RelapsePrevention) -> str:
    """Return the exercises that go on, in the person's words; "" without any."""
    if not found.exercises:
        return ""
    return _("Your exercises: {names}.").format(names="; ".join(map(treatments.name_and_dose, found.exercises)))


def _felt(found: RelapsePrevention) -> str:
    parts = []
    strongest: EarlySign = max(found.signs, key=lambda sign: sign.pain)
    if strongest.pain:
        deepest = max(sign.level for sign in found.signs if sign.pain)
        if deepest:
            # Translators: {down_to} is "down to the knee".
            text = _("pain up to {pain}, {down_to}")
            parts.append(text.format(pain=number(strongest.pain), down_to=labels.down_to(max(1.0, deepest))))
        else:
            parts.append(_("pain up to {pain}").format(pain=number(strongest.pain)))
    if any(sign.sensation for sign in found.signs):
        parts.append(_("numbness or tingling"))
    if any(sign.weakness for sign in found.signs):
        parts.append(_("weakness"))
    return listing(parts)
