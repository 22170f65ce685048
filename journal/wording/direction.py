"""What is said about the direction of one leg: one sentence, and what explains it.

Clinicians call it centralization when symptoms withdraw toward the back, and peripheralization when they move down
the leg. Strictly, both words are for changes that a clinician's test movements bring about, so a diary says "moving
up" and "moving down" and names the field's word once, in the explanation.
"""

from journal.analysis.limits import DIRECTION_DAYS, DIRECTION_SPAN
from journal.analysis.results import Direction, Frequency, LegProgress, Verdict
from journal.i18n import N_, _, day, ngettext, number, span
from journal.wording import frequency, labels
from journal.wording.counts import days, days_logged, in_two, painful_days, spanned

UP = (Verdict.CLEARLY_UP, Verdict.PROBABLY_UP, Verdict.TURNED_UP)
DOWN = (Verdict.CLEARLY_DOWN, Verdict.PROBABLY_DOWN, Verdict.TURNED_DOWN)
_PROBABLY = (Verdict.PROBABLY_UP, Verdict.PROBABLY_DOWN)
_TURNED = (Verdict.TURNED_UP, Verdict.TURNED_DOWN)

# What stands between ** is the part shown in bold.
_SENTENCES = {
    Verdict.CLEARLY_UP: N_("**{leg}: clearly moving up toward the back**, {amount} in {span} ({counts})"),
    Verdict.CLEARLY_DOWN: N_("**{leg}: clearly moving down the leg**, {amount} in {span} ({counts})"),
    Verdict.PROBABLY_UP: N_("**{leg}: probably moving up toward the back**, {amount} in {span} ({counts})"),
    Verdict.PROBABLY_DOWN: N_("**{leg}: probably moving down the leg**, {amount} in {span} ({counts})"),
    Verdict.TURNED_UP: N_("**{leg}: had moved down, now coming back up** toward the back, in {span} ({counts})"),
    Verdict.TURNED_DOWN: N_("**{leg}: had moved up, now going back down** the leg, in {span} ({counts})"),
    Verdict.STAYED: N_("**{leg}: stayed {place}** in {span} ({counts})"),
    Verdict.NO_CLEAR_CHANGE: N_("**{leg}: no clear change** in {span} ({counts})"),
}
_LONGER = {
    Verdict.CLEARLY_UP: N_("clearly moving up toward the back in {span}, {amount}"),
    Verdict.CLEARLY_DOWN: N_("clearly moving down the leg in {span}, {amount}"),
    Verdict.PROBABLY_UP: N_("probably moving up toward the back in {span}, {amount}"),
    Verdict.PROBABLY_DOWN: N_("probably moving down the leg in {span}, {amount}"),
    Verdict.TURNED_UP: N_("had moved down, then came back up in {span}"),
    Verdict.TURNED_DOWN: N_("had moved up, then went back down in {span}"),
    Verdict.STAYED: N_("stayed {place} in {span}"),
    Verdict.NO_CLEAR_CHANGE: N_("no clear change in {span}"),
    Verdict.BACK_ONLY: N_("pain in the back only in {span}"),
    Verdict.NO_SYMPTOMS: N_("no pain in this leg in {window}"),
}
_LAST = {
    Verdict.CLEARLY_UP: N_("in the last {window} clearly moving up, {amount}"),
    Verdict.CLEARLY_DOWN: N_("in the last {window} clearly moving down, {amount}"),
    Verdict.PROBABLY_UP: N_("in the last {window} probably moving up, {amount}"),
    Verdict.PROBABLY_DOWN: N_("in the last {window} probably moving down, {amount}"),
    Verdict.TURNED_UP: N_("in the last {window} coming back up"),
    Verdict.TURNED_DOWN: N_("in the last {window} going back down"),
    Verdict.STAYED: N_("in the last {window} stayed {place}"),
    Verdict.NO_CLEAR_CHANGE: N_("in the last {window} no clear change"),
    Verdict.BACK_ONLY: N_("in the last {window} pain in the back only"),
    Verdict.NO_SYMPTOMS: N_("in the last {window} no pain in this leg"),
}
_PLACES = {
    1: N_("the low back"),
    2: N_("the low back"),
    3: N_("the buttock"),
    4: N_("the thigh"),
    5: N_("the knee"),
    6: N_("the lower leg"),
    7: N_("the foot"),
}


def sentence(leg: LegProgress) -> str:
    """Return the one sentence about a leg, both windows and how often included, with what keeps it honest."""
    return "".join(parts(leg))


def parts(leg: LegProgress) -> tuple[str, str]:
    """Return the sentence in two: the part shown in bold, and the rest, which brings its own comma and space."""
    short, long = leg.headline, leg.told_longer
    if long is short or long.verdict in (short.verdict, Verdict.NOT_ENOUGH):
        marked = _window(short, leg.often.headline)
        if not frequency.tells_change(leg.often.headline):
            marked = " ".join(filter(None, (marked, _often_apart(leg))))
    elif short.verdict is Verdict.NOT_ENOUGH:
        marked = _window(long, leg.often.told_longer)
    else:
        text = _("**{leg}: {longer}; {shorter}** ({counts}).")
        marked = text.format(
            leg=labels.leg(short.leg),
            longer=_(_LONGER[long.verdict]).format(**_values(long)),
            shorter=_(_LAST[short.verdict]).format(**_values(short)),
            counts=_counts(long),
        )
        marked = " ".join(filter(None, (marked, _often_apart(leg), _caution(short, long))))
    lead, rest = in_two(marked)
    if leg.worse and (short.verdict in UP or long.verdict in UP):
        first = ", ".join(map(labels.label, leg.worse))
        lead = _("{leg}: {worse}. The place of the pain: {direction}").format(
            leg=labels.leg(short.leg), worse=first, direction=lead.partition(": ")[2] or lead
        )
    return lead, rest


def window(direction: Direction) -> str:
    """Return what one window says by itself, in a sentence."""
    return "".join(in_two(_window(direction, None)))


def told(leg: LegProgress) -> tuple[Verdict, ...]:
    """Return the verdicts that the sentence tells, the shorter window's first."""
    return (leg.headline.verdict, leg.told_longer.verdict)


def neither(left: Direction, right: Direction) -> tuple[str, str]:
    """Return what is said of both legs at once while neither has hurt in the window, in two parts as `parts`."""
    both = (left, right)
    values = {"span": days(_logged_span(left)), "logged": days_logged(left.days_logged)}
    if left.days_logged == 0:
        marked = _("**No entries** in the last {span}. The direction shows from {needed} painful days on.").format(
            span=days(left.window_days), needed=number(DIRECTION_DAYS)
        )
    elif any(one.painful_days for one in both):
        marked = _("**Pain in the back only**, in neither leg, in {span} ({logged}).").format(**values)
    elif left.unknown_days:
        marked = _("**No place of pain marked in either leg** in {span} ({logged}). {unknown}").format(
            **values, unknown=_unknown(left.unknown_days)
        )
    elif left.other_symptom_days == right.other_symptom_days == 0:
        marked = _("**Both legs: no symptoms** in {span} ({logged}).").format(**values)
    else:
        marked = _("**No pain in either leg** in {span} ({logged}).").format(**values)
    return in_two(marked)


def place(band: tuple[int, int] | None) -> str:
    """Name where it mostly hurts: "the lower leg", or "between the knee and the lower leg"; "" without a day."""
    if band is None:
        return ""
    upper, lower = (_(_PLACES[level]) for level in band)
    if upper == lower:
        return upper
    return _("between {upper} and {lower}").format(upper=upper, lower=lower)


def stayed_at(band: tuple[int, int] | None) -> str:
    """Say where it stayed: "at the lower leg", or "between the knee and the lower leg"."""
    named = place(band)
    return _("at {place}").format(place=named) if band and _PLACES[band[0]] == _PLACES[band[1]] else named


def explanation(leg: LegProgress) -> str:
    """Return what stands under the sentence: dates, how sure, and what the direction means and does not mean."""
    shown = [leg.headline] if leg.told_longer is leg.headline else [leg.told_longer, leg.headline]
    shown = [direction for direction in shown if direction.verdict is not Verdict.NOT_ENOUGH] or shown[:1]
    told_verdicts = told(leg)
    said = [part for direction in shown for part in (_dates(direction), _how_sure(direction))]
    if any(verdict in DOWN for verdict in told_verdicts):
        said.append(
            _(
                "Worth telling your clinician. When their test movements bring it about, they call it"
                " peripheralization. In one study, people who showed it got better about as much as the others."
            )
        )
    elif any(verdict in UP for verdict in told_verdicts) and not leg.worse:
        said.append(
            _(
                "The direction clinicians like to see. When their test movements bring it about,"
                " they call it centralization."
            )
        )
    return " ".join(part for part in said if part)


def needs() -> str:
    """Return what a direction needs before it can be told."""
    return _(
        "It needs {needed} painful days of the last 28, over {span} days or more, with 3 of them in the first third"
        " of that time and 3 in the last."
    ).format(needed=number(DIRECTION_DAYS), span=number(DIRECTION_SPAN))


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


def _window(direction: Direction, found: Frequency | None) -> str:
    """One window, with how often where that says something."""
    verdict = direction.verdict
    if verdict is Verdict.NOT_ENOUGH:
        return _not_enough(direction, found)
    if verdict is Verdict.NO_SYMPTOMS:
        return _no_symptoms(direction)
    if verdict is Verdict.BACK_ONLY:
        text = _("**Pain in the back only, not in the {leg}**, in {span} ({count} of {logged} logged).")
        return text.format(
            leg=_("left leg") if direction.leg == "left" else _("right leg"),
            span=days(_logged_span(direction)),
            count=number(direction.painful_days),
            logged=number(direction.days_logged),
        )
    marked = _(_SENTENCES[verdict]).format(**_values(direction))
    if found is not None and frequency.tells_change(found):
        marked = _("{sentence}, {often}").format(sentence=marked, often=frequency.clause(found))
    marked = _("{sentence}.").format(sentence=marked)
    return " ".join(filter(None, (marked, _turn_beside(direction), _caution(direction))))


def _values(direction: Direction) -> dict[str, str]:
    return {
        "leg": labels.leg(direction.leg),
        "amount": about_levels(direction.change_levels or 0.0),
        "span": days(spanned(direction.first_day, direction.last_day)),
        "window": days(direction.window_days),
        "counts": _counts(direction),
        "place": stayed_at(direction.band),
    }


def _counts(direction: Direction) -> str:
    counted = painful_days(direction.painful_days)
    if not direction.unknown_days:
        return counted
    text = ngettext(
        "{painful}, {count} day without a place", "{painful}, {count} days without a place", direction.unknown_days
    )
    return text.format(painful=counted, count=number(direction.unknown_days))


def _caution(*told: Direction) -> str:
    verdicts = {direction.verdict for direction in told}
    if verdicts & set(_TURNED):
        return _("A leg that moved and then stayed can look like this.")
    if verdicts & set(_PROBABLY):
        return _("Diaries with no real change also show this at times.")
    if verdicts == {Verdict.NO_CLEAR_CHANGE}:
        return _("That is not the same as no change.")
    return ""


def _often_apart(leg: LegProgress) -> str:
    """How often, as a sentence of its own, of the shorter window if that tells a change; "" where neither does."""
    short, long = leg.often.headline, leg.often.told_longer
    if frequency.tells_change(short):
        return frequency.sentence(short)
    if not frequency.tells_change(long):
        return ""
    return _("In {window} {often}.").format(window=days(long.window_days), often=frequency.clause(long))


def _not_enough(direction: Direction, found: Frequency | None) -> str:
    leg = labels.leg(direction.leg)
    if direction.days_logged == 0:
        text = _("**{leg}: no entries** in the last {window}.")
        return text.format(leg=leg, window=days(direction.window_days))
    if (
        0 < direction.painful_days < DIRECTION_DAYS <= direction.days_logged
        and found is not None
        and found.then
        and found.now
    ):
        text = _("**{leg}: pain on {now} of the last {of} logged days, {then} of {of} before**; when it hurt, {place}.")
        return text.format(
            leg=leg,
            now=number(found.now[0]),
            of=number(found.now[1]),
            then=number(found.then[0]),
            place=place(direction.band),
        )
    if direction.painful_days == 0:
        text = _("**{leg}: no pain marked** in {span} ({logged}). {unknown}")
        return text.format(
            leg=leg,
            span=days(_logged_span(direction)),
            logged=days_logged(direction.days_logged),
            unknown=_unknown(direction.unknown_days),
        )
    if direction.painful_days < DIRECTION_DAYS:
        text = _("**{leg}: not enough painful days yet**, {count} of {needed}.")
        marked = text.format(leg=leg, count=number(direction.painful_days), needed=number(DIRECTION_DAYS))
    elif (reach := spanned(direction.first_day, direction.last_day)) < DIRECTION_SPAN:
        text = _("**{leg}: not enough painful days yet**, they reach over {count} of {needed} days.")
        marked = text.format(leg=leg, count=number(reach), needed=number(DIRECTION_SPAN))
    else:
        text = _("**{leg}: not enough painful days yet**, too few at the beginning or at the end of these {span}.")
        marked = text.format(leg=leg, span=days(reach))
    unknown = _unknown(direction.unknown_days) if direction.unknown_days else ""
    return " ".join(filter(None, (marked, unknown, _earliest(direction))))


def _earliest(direction: Direction) -> str:
    """When it could say more; only for a leg that hurts, since nobody is told to wait for pain."""
    if direction.earliest is None or direction.painful_days_needed is None or not direction.painful_days:
        return ""
    text = ngettext(
        "It can say more at the earliest on {day}, with {count} more painful day.",
        "It can say more at the earliest on {day}, with {count} more painful days.",
        direction.painful_days_needed,
    )
    return text.format(day=day(direction.earliest, year=False), count=number(direction.painful_days_needed))


def _no_symptoms(direction: Direction) -> str:
    """No pain in the leg; what else was marked in it is said in the same sentence."""
    values = {
        "leg": labels.leg(direction.leg),
        "span": days(_logged_span(direction)),
        "logged": days_logged(direction.days_logged),
    }
    if direction.other_symptom_days == 0:
        return _("**{leg}: no pain** in {span} ({logged}).").format(**values)
    text = ngettext(
        "**{leg}: no pain** in {span} ({logged}), but numbness, tingling or weakness on {count} day.",
        "**{leg}: no pain** in {span} ({logged}), but numbness, tingling or weakness on {count} days.",
        direction.other_symptom_days,
    )
    return text.format(**values, count=number(direction.other_symptom_days))


def _unknown(count: int) -> str:
    text = ngettext(
        "On {count} day the place of the pain was not given.",
        "On {count} days the place of the pain was not given.",
        count,
    )
    return text.format(count=number(count))


def _turn_beside(direction: Direction) -> str:
    """The bend of the curve, told beside a verdict of the straight line.

    A bend against the line is no more than that: a leg that moved early and stayed there bends a parabola as well as
    one that is going back, and must not be told that it goes back.
    """
    if direction.turn is None or direction.verdict in _TURNED or direction.verdict not in (*UP, *DOWN):
        return ""
    if (direction.turn is Verdict.TURNED_UP) == (direction.verdict in UP):
        return _("It moved more lately than at first.")
    return _("Lately it has slowed, stopped or turned back.")


def _dates(direction: Direction) -> str:
    if direction.first_day is None or direction.last_day is None:
        return ""
    return _("{dates}: {counts}, {logged}.").format(
        dates=span(direction.first_day, direction.last_day),
        counts=_counts(direction),
        logged=days_logged(direction.days_logged),
    )


def _how_sure(direction: Direction) -> str:
    if direction.interval is None or direction.verdict not in (*UP, *DOWN):
        return ""
    return _("The change lies within {interval} with 90 % probability.").format(interval=interval(direction))


def _logged_span(direction: Direction) -> int:
    return spanned(direction.first_logged, direction.last_logged)
