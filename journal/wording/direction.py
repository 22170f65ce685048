"""What is said about the direction of one leg: one sentence, and what explains it.

Clinicians call it centralization when symptoms withdraw toward the back, and peripheralization when they move down
the leg. Strictly, both words are for changes that a clinician's test movements bring about, so a diary says "moving
up" and "moving down" and names the field's word once, in the explanation.
"""

from journal.analysis.results import Direction, Verdict
from journal.i18n import N_, _, ngettext, number, span
from journal.wording import labels
from journal.wording.counts import DAYS_NEEDED, SPAN_NEEDED, days, days_logged, in_two, not_enough, spanned

_UP = (Verdict.CLEARLY_UP, Verdict.PROBABLY_UP)
_DOWN = (Verdict.CLEARLY_DOWN, Verdict.PROBABLY_DOWN)

# What stands between ** is the part shown in bold.
_SENTENCES = {
    Verdict.CLEARLY_UP: N_("**{leg}: clearly moving up toward the back**, {amount} in {span} ({logged})."),
    Verdict.CLEARLY_DOWN: N_("**{leg}: clearly moving down the leg**, {amount} in {span} ({logged})."),
    Verdict.PROBABLY_UP: N_(
        "**{leg}: probably moving up toward the back**, {amount} in {span} ({logged})."
        " Diaries with no real change also show this at times."
    ),
    Verdict.PROBABLY_DOWN: N_(
        "**{leg}: probably moving down the leg**, {amount} in {span} ({logged})."
        " Diaries with no real change also show this at times."
    ),
    Verdict.TURNED_UP: N_(
        "**{leg}: had moved down, now coming back up** toward the back, in {span} ({logged})."
        " A leg that moved and then stayed can look like this."
    ),
    Verdict.TURNED_DOWN: N_(
        "**{leg}: had moved up, now going back down** the leg, in {span} ({logged})."
        " A leg that moved and then stayed can look like this."
    ),
    Verdict.NO_CLEAR_CHANGE: N_("**{leg}: no clear change** in {span} ({logged}). That is not the same as no change."),
}


def sentence(direction: Direction) -> str:
    """Return the one sentence about a leg, with what it needs to be honest: days, and what it does not mean."""
    return "".join(parts(direction))


def parts(direction: Direction) -> tuple[str, str]:
    """Return the sentence in two: the part shown in bold, and the rest, which brings its own comma and space."""
    lead, rest = in_two(_marked(direction))
    turn = _turn_beside(direction)
    return lead, f"{rest} {turn}" if turn else rest


def neither(left: Direction, right: Direction) -> tuple[str, str]:
    """Return what is said of both legs at once while neither has hurt in the window, in two parts as `parts`."""
    if left.verdict is Verdict.NO_SYMPTOMS and left.unplaced_days:
        marked = _without_a_place(_("**No place of pain marked in either leg** in {span} ({logged})."), left)
    elif left.verdict is Verdict.NO_SYMPTOMS and left.other_symptom_days == right.other_symptom_days == 0:
        text = _("**Both legs: no symptoms** in {span} ({logged}).")
        marked = text.format(span=days(_spanned(left)), logged=days_logged(left.days_logged))
    elif left.days_logged == 0:
        marked = _("**No entries** in the last {span}. The direction shows from {needed} logged days on.").format(
            span=days(left.window_days), needed=number(DAYS_NEEDED)
        )
    elif left.painful_days or right.painful_days:
        marked = _("**Pain in the back only**, in neither leg, in {span} ({logged}).").format(
            span=days(_spanned(left)), logged=days_logged(left.days_logged)
        )
    elif left.days_logged < DAYS_NEEDED:
        marked = _("**Not enough entries yet**, {count} of {needed} days; so far none with pain in a leg.").format(
            count=number(left.days_logged), needed=number(DAYS_NEEDED)
        )
    else:
        marked = _("**No pain in either leg** in {span} ({logged}).").format(
            span=days(_spanned(left)), logged=days_logged(left.days_logged)
        )
    return in_two(marked)


def explanation(direction: Direction) -> str:
    """Return what stands under the sentence: dates, how sure, and what the direction means and does not mean."""
    said = [_dates(direction), _how_sure(direction)]
    if direction.verdict in _UP:
        said.append(
            _(
                "The direction clinicians like to see. When their test movements bring it about,"
                " they call it centralization."
            )
        )
    elif direction.verdict in _DOWN:
        said.append(
            _(
                "Worth telling your clinician. When their test movements bring it about, they call it"
                " peripheralization. In one study, people who showed it got better about as much as the others."
            )
        )
    elif direction.verdict is Verdict.TURNED_UP:
        said.append(_("Coming back up is the direction clinicians like to see."))
    elif direction.verdict is Verdict.TURNED_DOWN:
        said.append(_("Worth telling your clinician."))
    return " ".join(part for part in said if part)


def needs() -> str:
    """Return what a direction needs before it can be told."""
    return _(
        "It needs {needed} logged days of the last 28, over {span} days or more, with 3 of them in the first third"
        " of that time and 3 in the last."
    ).format(needed=number(DAYS_NEEDED), span=number(SPAN_NEEDED))


def interval(direction: Direction) -> str:
    """Return the 90 % interval of the change in words, up first: "0.9 to 3.4 levels up"; "" while unknown."""
    if direction.interval is None:
        return ""
    low, high = (round(end, 1) for end in direction.interval)
    if high <= 0:
        return _("{low} to {high} levels up").format(low=number(-high, 1), high=number(-low, 1))
    if low >= 0:
        return _("{low} to {high} levels down").format(low=number(low, 1), high=number(high, 1))
    return _("{up} levels up to {down} levels down").format(up=number(-low, 1), down=number(high, 1))


def about_levels(change: float) -> str:
    """Return the size of a change in levels, rounded to halves (to wholes above 3): "about 2 levels"; never 0."""
    size = abs(change)
    size = max(0.5, round(size * 2) / 2 if size < 3 else float(round(size)))
    if size == 0.5:
        return _("about half a level")
    plural = ngettext("about {count} level", "about {count} levels", 1 if size == 1 else 2)
    return plural.format(count=number(size, 0 if size.is_integer() else 1))


def _marked(direction: Direction) -> str:
    leg = labels.leg(direction.leg)
    if direction.verdict is Verdict.NOT_ENOUGH:
        return _not_enough(direction)
    if direction.verdict is Verdict.NO_SYMPTOMS:
        return _no_symptoms(direction)
    pattern = _(_SENTENCES[direction.verdict])
    if direction.verdict is Verdict.NO_CLEAR_CHANGE and direction.leg_days == 0:
        pattern = _("**{leg}: no pain in the leg itself**, only in the back, in {span} ({logged}).")
    return pattern.format(
        leg=leg,
        amount=about_levels(direction.change_levels or 0.0),
        span=days(_spanned(direction)),
        logged=days_logged(direction.days_logged),
    )


def _not_enough(direction: Direction) -> str:
    leg = labels.leg(direction.leg)
    if 0 < direction.days_logged < DAYS_NEEDED and direction.painful_days == 0:
        text = _("**{leg}: not enough entries yet**, {count} of {needed} days; so far none with pain in this leg.")
        return text.format(leg=leg, count=number(direction.days_logged), needed=number(DAYS_NEEDED))
    return not_enough(leg, direction.days_logged, _spanned(direction), direction.window_days)


def _no_symptoms(direction: Direction) -> str:
    """No pain in the leg; and no symptom at all only where nothing else was marked in it either."""
    values = {
        "leg": labels.leg(direction.leg),
        "span": days(_spanned(direction)),
        "logged": days_logged(direction.days_logged),
    }
    if direction.unplaced_days:
        return _without_a_place(_("**{leg}: no place of pain marked** in {span} ({logged})."), direction)
    if direction.other_symptom_days == 0:
        return _("**{leg}: no symptoms** in {span} ({logged}).").format(**values)
    text = ngettext(
        "**{leg}: no pain** in {span} ({logged}), but numbness, tingling or weakness on {count} day.",
        "**{leg}: no pain** in {span} ({logged}), but numbness, tingling or weakness on {count} days.",
        direction.other_symptom_days,
    )
    return text.format(**values, count=number(direction.other_symptom_days))


def _without_a_place(text: str, direction: Direction) -> str:
    """A rated pain whose place nobody marked may have been in the leg: that is not known, and not "no pain"."""
    marked = text.format(
        leg=labels.leg(direction.leg), span=days(_spanned(direction)), logged=days_logged(direction.days_logged)
    )
    rated = ngettext(
        "Pain was rated on {count} day without its place.",
        "Pain was rated on {count} days without its place.",
        direction.unplaced_days,
    )
    return f"{marked} {rated.format(count=number(direction.unplaced_days))}"


def _turn_beside(direction: Direction) -> str:
    """The bend of the curve, told beside a verdict of the straight line.

    A bend against the line is no more than that: a leg that moved early and stayed there bends a parabola as well as
    one that is going back, and must not be told that it goes back.
    """
    if direction.turn is None or direction.verdict not in (*_UP, *_DOWN):
        return ""
    if (direction.turn is Verdict.TURNED_UP) == (direction.verdict in _UP):
        return _("It moved more lately than at first.")
    return _("Lately it has slowed, stopped or turned back.")


def _dates(direction: Direction) -> str:
    if direction.first_day is None or direction.last_day is None:
        return ""
    return _("{dates}: {count} of {span} logged.").format(
        dates=span(direction.first_day, direction.last_day),
        count=number(direction.days_logged),
        span=days(_spanned(direction)),
    )


def _how_sure(direction: Direction) -> str:
    if direction.interval is None or direction.verdict not in (*_UP, *_DOWN):
        return ""
    return _("The change lies within {interval} with 90 % probability.").format(interval=interval(direction))


def _spanned(direction: Direction) -> int:
    return spanned(direction.first_day, direction.last_day)
