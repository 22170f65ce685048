"""What is said about the direction of one leg: one sentence, and what explains it.

Clinicians call it centralization when symptoms withdraw toward the back, and peripheralization when they move down
the leg. Strictly, both words are for changes that a clinician's test movements bring about, so a diary says "moving
up" and "moving down" and names the field's word once, in the explanation.
"""

from journal.analysis.limits import DIRECTION_DAYS, DIRECTION_SPAN
from journal.analysis.results import Direction, Frequency, LegProgress, Verdict
from journal.domain.body import Side
from journal.i18n import N_, _, day, listing, ngettext, number, short_number, span
from journal.wording import frequency, labels, places
from journal.wording.counts import days_logged, in_the_last, in_two, painful_days, spanned, within

UP = (Verdict.CLEARLY_UP, Verdict.PROBABLY_UP, Verdict.TURNED_UP)
DOWN = (Verdict.CLEARLY_DOWN, Verdict.PROBABLY_DOWN, Verdict.TURNED_DOWN)
_PROBABLY = (Verdict.PROBABLY_UP, Verdict.PROBABLY_DOWN)
_TURNED = (Verdict.TURNED_UP, Verdict.TURNED_DOWN)

# What stands between ** is the part shown in bold. "{leg}:" or "{about}:" stands first in every language.
_SENTENCES = {
    # Translators: {amount} is "about 2 levels", {within} "in 28 days", {counts} "22 painful days". Keep "{leg}:" first.
    Verdict.CLEARLY_UP: N_("**{leg}: clearly moving up toward the back**, {amount} {within} ({counts})"),
    Verdict.CLEARLY_DOWN: N_("**{leg}: clearly moving down the leg**, {amount} {within} ({counts})"),
    Verdict.PROBABLY_UP: N_("**{leg}: probably moving up toward the back**, {amount} {within} ({counts})"),
    Verdict.PROBABLY_DOWN: N_("**{leg}: probably moving down the leg**, {amount} {within} ({counts})"),
    Verdict.TURNED_UP: N_("**{leg}: had moved down, now coming back up** toward the back, {within} ({counts})"),
    Verdict.TURNED_DOWN: N_("**{leg}: had moved up, now going back down** the leg, {within} ({counts})"),
    # Translators: {place} is "at the knee" or "between the knee and the lower leg".
    Verdict.STAYED: N_("**{leg}: stayed {place}** {within} ({counts})"),
    Verdict.NO_CLEAR_CHANGE: N_("**{leg}: no clear change** {within} ({counts})"),
}
_LONGER = {
    # Translators: after "Left leg: ", before "; in the last 28 days ...". {within} is "in 56 days".
    Verdict.CLEARLY_UP: N_("clearly moving up toward the back {within}, {amount}"),
    Verdict.CLEARLY_DOWN: N_("clearly moving down the leg {within}, {amount}"),
    Verdict.PROBABLY_UP: N_("probably moving up toward the back {within}, {amount}"),
    Verdict.PROBABLY_DOWN: N_("probably moving down the leg {within}, {amount}"),
    Verdict.TURNED_UP: N_("had moved down, then came back up {within}"),
    Verdict.TURNED_DOWN: N_("had moved up, then went back down {within}"),
    Verdict.STAYED: N_("stayed {place} {within}"),
    Verdict.NO_CLEAR_CHANGE: N_("no clear change {within}"),
    Verdict.BACK_ONLY: N_("pain in the back only {within}"),
    Verdict.NO_SYMPTOMS: N_("no pain in this leg {within}"),
}
_LAST = {
    # Translators: after "Left leg: ...; ". {in_the_last} is "in the last 28 days", {amount} "about 2 levels".
    Verdict.CLEARLY_UP: N_("{in_the_last} clearly moving up, {amount}"),
    Verdict.CLEARLY_DOWN: N_("{in_the_last} clearly moving down, {amount}"),
    Verdict.PROBABLY_UP: N_("{in_the_last} probably moving up, {amount}"),
    Verdict.PROBABLY_DOWN: N_("{in_the_last} probably moving down, {amount}"),
    Verdict.TURNED_UP: N_("{in_the_last} coming back up"),
    Verdict.TURNED_DOWN: N_("{in_the_last} going back down"),
    Verdict.STAYED: N_("{in_the_last} stayed {place}"),
    Verdict.NO_CLEAR_CHANGE: N_("{in_the_last} no clear change"),
    Verdict.BACK_ONLY: N_("{in_the_last} pain in the back only"),
    Verdict.NO_SYMPTOMS: N_("{in_the_last} no pain in this leg"),
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
        # Translators: {longer} is "no clear change in 56 days", {shorter} "in the last 28 days clearly moving up, ...".
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
        first = listing(map(labels.label, leg.worse))
        lead = _("{leg}: {worse}. The place of the pain: {direction}").format(
            leg=labels.leg(short.leg), worse=first, direction=_without_leg(lead, short.leg)
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
    values = {"within": within(_logged_span(left)), "logged": days_logged(left.days_logged)}
    if left.days_logged == 0:
        marked = _("**No entries** {in_the_last}. The direction shows from {needed} painful days on.").format(
            in_the_last=in_the_last(left.window_days), needed=number(DIRECTION_DAYS)
        )
    elif any(one.painful_days for one in both):
        marked = _("**Pain in the back only**, in neither leg, {within} ({logged}).").format(**values)
    elif left.unknown_days:
        marked = _("**No place of pain marked in either leg** {within} ({logged}). {unknown}").format(
            **values, unknown=_unknown(left.unknown_days)
        )
    elif left.other_symptom_days == right.other_symptom_days == 0:
        marked = _("**Both legs: no symptoms** {within} ({logged}).").format(**values)
    else:
        marked = _("**No pain in either leg** {within} ({logged}).").format(**values)
    return in_two(marked)


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
        # Translators: how far it moved: "clearly moving up toward the back, about half a level in 28 days".
        return _("about half a level")
    # Translators: how far it moved: "clearly moving up toward the back, about 2 levels in 28 days".
    plural = ngettext("about {count} level", "about {count} levels", 1 if size == 1 else 2)
    return plural.format(count=short_number(size))


def _window(direction: Direction, found: Frequency | None) -> str:
    """One window, with how often where that says something."""
    verdict = direction.verdict
    if verdict is Verdict.NOT_ENOUGH:
        return _not_enough(direction, found)
    if verdict is Verdict.NO_SYMPTOMS:
        return _no_symptoms(direction)
    if verdict is Verdict.BACK_ONLY:
        text = _("**Pain in the back only, not in the right leg**, {within} ({count} of {logged} days logged).")
        if direction.leg == "left":
            text = _("**Pain in the back only, not in the left leg**, {within} ({count} of {logged} days logged).")
        return text.format(
            within=within(_logged_span(direction)),
            count=number(direction.painful_days),
            logged=number(direction.days_logged),
        )
    marked = _(_SENTENCES[verdict]).format(**_values(direction))
    if found is not None and frequency.tells_change(found):
        # Translators: {sentence} is "Left leg: clearly moving up ..., about 2 levels in 28 days (22 painful days)".
        marked = _("{sentence}, {often}").format(sentence=marked, often=frequency.clause(found))
    marked = _("{sentence}.").format(sentence=marked)
    return " ".join(filter(None, (marked, _turn_beside(direction), _caution(direction))))


def _values(direction: Direction) -> dict[str, str]:
    return {
        "leg": labels.leg(direction.leg),
        "amount": about_levels(direction.change_levels or 0.0),
        "within": within(spanned(direction.first_day, direction.last_day)),
        "in_the_last": in_the_last(direction.window_days),
        "counts": _counts(direction),
        "place": places.stayed_at(direction.band),
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
    # Translators: {often} is "on clearly fewer days: 14 of 14, then 7 of 14".
    text = ngettext("In {count} day {often}.", "In {count} days {often}.", long.window_days)
    return text.format(count=number(long.window_days), often=frequency.clause(long))


def _not_enough(direction: Direction, found: Frequency | None) -> str:
    leg = labels.leg(direction.leg)
    if direction.days_logged == 0:
        text = _("**{leg}: no entries** {in_the_last}.")
        return text.format(leg=leg, in_the_last=in_the_last(direction.window_days))
    if (
        0 < direction.painful_days < DIRECTION_DAYS <= direction.days_logged
        and found is not None
        and found.then
        and found.now
    ):
        # Translators: {place} is "the knee", or "between the knee and the lower leg".
        text = _("**{leg}: pain on {now} of the last {of} logged days, {then} of {of} before**; when it hurt, {place}.")
        return text.format(
            leg=leg,
            now=number(found.now[0]),
            of=number(found.now[1]),
            then=number(found.then[0]),
            place=places.band(direction.band),
        )
    if direction.painful_days == 0:
        text = _("**{leg}: no pain marked** {within} ({logged}). {unknown}")
        return text.format(
            leg=leg,
            within=within(_logged_span(direction)),
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
        text = ngettext(
            "**{leg}: not enough painful days yet**, too few at the beginning or at the end of this {count} day.",
            "**{leg}: not enough painful days yet**, too few at the beginning or at the end of these {count} days.",
            reach,
        )
        marked = text.format(leg=leg, count=number(reach))
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
        "within": within(_logged_span(direction)),
        "logged": days_logged(direction.days_logged),
    }
    if direction.other_symptom_days == 0:
        return _("**{leg}: no pain** {within} ({logged}).").format(**values)
    text = ngettext(
        "**{leg}: no pain** {within} ({logged}), but numbness, tingling or weakness on {count} day.",
        "**{leg}: no pain** {within} ({logged}), but numbness, tingling or weakness on {count} days.",
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


def _without_leg(lead: str, side: Side) -> str:
    """The bold part of a sentence after its leg and colon, as French sets it too."""
    return lead.removeprefix(labels.leg(side)).lstrip(": \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def _logged_span(direction: Direction) -> int:
    return spanned(direction.first_logged, direction.last_logged)
