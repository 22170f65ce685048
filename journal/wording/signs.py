"""What is said about the four signs: the verdict with its days, then and now, and what a figure needs to count."""

from journal.analysis.limits import PERCENT_FROM
from journal.analysis.results import (
    LONGER_HAS_MORE,
    Measure,
    MeasureKey,
    Progress,
    Sign,
    SignKey,
    SignVerdict,
    Size,
    StrengthPair,
    Verdict,
    WindowFinding,
)
from journal.domain.body import Side
from journal.domain.strength import LimitedBy
from journal.i18n import N_, _, listing, ngettext, number, span
from journal.wording import direction as direction_words
from journal.wording import frequency, labels, places
from journal.wording.counts import days, days_logged, in_the_last, in_two, not_enough, spanned, within

TESTS_NEEDED = 2
NONE_LATELY_DAYS, NONE_LATELY_NEEDS = 14, 8
"""Pain is "none lately" with no pain on any of the last 14 days, 8 of them logged."""

# What stands between ** is the part shown in bold.
_SENTENCES = {
    # Translators: {about} is "Pain", "Numbness and tingling, left leg" or "Strength, left leg"; {within} "in 28 days".
    SignVerdict.IMPROVING: N_("**{about}: improving** {within} ({logged})."),
    SignVerdict.PROBABLY_IMPROVING: N_(
        "**{about}: probably improving** {within} ({logged}). Diaries with no real change also show this at times."
    ),
    SignVerdict.WORSENING: N_("**{about}: getting worse** {within} ({logged}). Worth telling your clinician."),
    SignVerdict.PROBABLY_WORSENING: N_(
        "**{about}: probably getting worse** {within} ({logged}). Diaries with no real change also show this at times."
    ),
    SignVerdict.NO_CLEAR_CHANGE: N_(
        "**{about}: no clear change** {within} ({logged}). That is not the same as no change."
    ),
}
_LONGER = {
    SignVerdict.IMPROVING: N_("Over {span}: improving."),
    SignVerdict.PROBABLY_IMPROVING: N_("Over {span}: probably improving."),
    SignVerdict.WORSENING: N_("Over {span}: getting worse."),
    SignVerdict.PROBABLY_WORSENING: N_("Over {span}: probably getting worse."),
    SignVerdict.NO_CLEAR_CHANGE: N_("Over {span}: no clear change."),
}
_FALLS = {
    # Translators: after "On average 6.1 of 10 at the start and 3.4 at the end of 28 Sep – 22 Nov 2026: ".
    Size.MINIMAL: N_("{percent} % less, which counts as minimal"),
    Size.MODERATE: N_("{percent} % less, which counts as moderate"),
    Size.SUBSTANTIAL: N_("{percent} % less, which counts as substantial"),
}
_PLACES = {
    # Translators: of numbness or tingling; {amount} is "about 2 levels".
    Verdict.CLEARLY_UP: N_("Its place is clearly moving up, {amount}."),
    Verdict.CLEARLY_DOWN: N_("Its place is clearly moving down, {amount}."),
    Verdict.PROBABLY_UP: N_("Its place is probably moving up, {amount}."),
    Verdict.PROBABLY_DOWN: N_("Its place is probably moving down, {amount}."),
    Verdict.TURNED_UP: N_("Its place had moved down and is coming back up."),
    Verdict.TURNED_DOWN: N_("Its place had moved up and is going back down."),
    Verdict.STAYED: N_("Its place stayed {place}."),
}
_STRENGTH = {
    SignVerdict.IMPROVING: N_(
        "**{about}: improving**, heel raises {then} at first and {now} lately; a change counts from 7."
    ),
    SignVerdict.WORSENING: N_(
        "**{about}: getting worse**, heel raises {then} at first and {now} lately; a change counts from 7."
        " Tell your clinician soon; weakness that is new or getting worse needs to be seen the same day."
    ),
    SignVerdict.PROBABLY_IMPROVING: N_("**{about}: probably improving**, by the walking and toe tests."),
    SignVerdict.PROBABLY_WORSENING: N_(
        "**{about}: probably getting worse**, by the walking and toe tests."
        " Tell your clinician soon; weakness that is new or getting worse needs to be seen the same day."
    ),
}
_LIMITED = {
    LimitedBy.PAIN: N_("The last test was limited by pain."),
    LimitedBy.WEAKNESS: N_("The last test was limited by weakness."),
}


def sentence(progress: Progress, key: SignKey) -> str:
    """Return what one sign says; where both legs say something, a sentence for each."""
    sign = progress.signs[key]
    if key is SignKey.LOCATION:
        legs = [one.leg for one in sign.legs or (sign,) if one.leg is not None]
        return " ".join(direction_words.sentence(progress.legs[leg]) for leg in legs)
    return " ".join("".join(in_two(_marked(progress, one))) for one in _told(sign))


def parts(progress: Progress, key: SignKey) -> tuple[str, str]:
    """Return the sentence of the leg that decides in two: the part shown in bold, and the rest."""
    sign = progress.signs[key]
    if key is SignKey.LOCATION and sign.leg is not None:
        return direction_words.parts(progress.legs[sign.leg])
    return in_two(_marked(progress, sign))


def verdict(progress: Progress, key: SignKey) -> str:
    """Return the verdict in a word or two, as under a sign's heading: "improving", "probably moving up"."""
    sign = progress.signs[key]
    if key is SignKey.LOCATION and sign.leg is not None:
        return labels.label(progress.legs[sign.leg].headline.verdict)
    if key is SignKey.STRENGTH and sign.verdict is SignVerdict.NOT_ENOUGH:
        return _("not enough tests yet")
    return labels.label(sign.verdict)


def figures(sign: Sign) -> str:
    """Return then and now in the shortest form: "6.1 → 3.4, down 44 %"; "" where one of them is not known."""
    if sign.key is SignKey.STRENGTH and (sign.then is None or sign.now is None):
        return _("{count} of {needed} weekly tests").format(
            count=number(min(sign.headline.days_logged, TESTS_NEEDED)), needed=number(TESTS_NEEDED)
        )
    if sign.then is None or sign.now is None:
        return ""
    if sign.key is SignKey.LOCATION:
        return _("{then} → {now}").format(then=labels.level(sign.then), now=labels.level(sign.now))
    digits = 0 if sign.key is SignKey.STRENGTH else 1
    values = {"then": number(sign.then, digits), "now": number(sign.now, digits)}
    if sign.key is SignKey.STRENGTH or not sign.percent:
        return _("{then} → {now}").format(**values)
    text = _("{then} → {now}, down {percent} %") if sign.percent < 0 else _("{then} → {now}, up {percent} %")
    return text.format(**values, percent=number(abs(sign.percent)))


def explanation(progress: Progress, key: SignKey) -> str:
    """Return what belongs under the sentence: pain-free days, function, every test; "" if there is nothing."""
    if key is SignKey.PAIN:
        return " ".join(filter(None, (frequency.sentence(progress.often.headline), function(progress))))
    if key is SignKey.STRENGTH:
        return " ".join(filter(None, (_tests(pair) for pair in progress.strength.values())))
    return ""


def function(progress: Progress) -> str:
    """Return what the person's own activities say; "" while none was rated both then and now."""
    found = progress.function
    if found is None:
        return ""
    text = ngettext(
        "Your own activity, 0 to 10: {then} at first, {now} lately; 2 points count.",
        "Your {count} own activities, 0 to 10: {then} at first, {now} lately on average; 2 points count.",
        found.activities,
    )
    return text.format(count=number(found.activities), then=number(found.then, 1), now=number(found.now, 1))


def change(row: Measure) -> str:
    """Return a table row's change with its sign: "−2.7 (44 %)"; "" while then or now is not known."""
    if row.then is None or row.now is None:
        return ""
    if row.key is MeasureKey.PAIN_FREE_DAYS and row.then_days != row.now_days:
        return ""
    digits = 0 if row.key in _WHOLE else 1
    difference = round(row.now - row.then, digits)
    text = number(abs(difference), digits)
    if difference:
        text = f"{'+' if difference > 0 else '−'}{text}"
    if row.counts_from_percent is None or row.then < PERCENT_FROM:
        return text
    percent = round(100 * abs(row.now - row.then) / row.then)
    return _("{change} ({percent} %)").format(change=text, percent=number(percent))


_WHOLE = (
    MeasureKey.PAIN_FREE_DAYS,
    MeasureKey.HEEL_RAISES,
    MeasureKey.SITTING,
    MeasureKey.STANDING,
    MeasureKey.WALKING,
)


def counts_from(row: Measure) -> str:
    """Return from which change on a row counts: "2 and 30 %"; "" where no figure is known."""
    points = None if row.counts_from is None else number(row.counts_from)
    percent = None if row.counts_from_percent is None else number(row.counts_from_percent)
    if points is not None and percent is not None:
        return _("{points} and {percent} %").format(points=points, percent=percent)
    if percent is not None:
        return _("{percent} %").format(percent=percent)
    return points or ""


def _told(sign: Sign) -> tuple[Sign, ...]:
    """The leg that decides first, then the other one."""
    if not sign.legs:
        return (sign,)
    return tuple(sorted(sign.legs, key=lambda one: one.leg is not sign.leg))


def _about(sign: Sign) -> str:
    if sign.key is SignKey.PAIN:
        return _("Pain")
    if sign.key is SignKey.STRENGTH:
        return _("Strength, left leg") if sign.leg is Side.LEFT else _("Strength, right leg")
    if sign.leg is None:
        return _("Numbness and tingling")
    return _("Numbness and tingling, left leg") if sign.leg is Side.LEFT else _("Numbness and tingling, right leg")


def _marked(progress: Progress, sign: Sign) -> str:
    if sign.key is SignKey.STRENGTH:
        return _strength(progress, sign)
    if sign.key is SignKey.PAIN and (lately := _none_lately(progress)):
        return lately
    text = _verdict(sign.headline, _about(sign))
    if sign.key is SignKey.SENSATION and sign.leg is None and sign.headline.days_logged:
        return _("**{about}: none marked** {within} ({logged}).").format(about=_about(sign), **_days(sign.headline))
    return " ".join(filter(None, (text, _place(sign), _longer(sign), _then_and_now(progress, sign))))


def _place(sign: Sign) -> str:
    """Where numbness or tingling was, in a clause; "" where nothing can be said of it."""
    if sign.place is None or sign.place.verdict not in _PLACES:
        return ""
    amount = direction_words.about_levels(sign.place.change_levels or 0.0)
    return _(_PLACES[sign.place.verdict]).format(amount=amount, place=places.stayed_at(sign.place.band))


def _none_lately(progress: Progress) -> str:
    """No pain in the last 14 days is said so, since a line through zeros shows no change; "" where it is not so."""
    last = [day for day in progress.days[-NONE_LATELY_DAYS:] if (progress.as_of - day.date).days < NONE_LATELY_DAYS]
    if len(last) < NONE_LATELY_NEEDS or any(day.hurts is not False for day in last):
        return ""
    return _("**Pain: none lately**, {in_the_last} ({logged}).").format(
        in_the_last=in_the_last(NONE_LATELY_DAYS), logged=days_logged(len(last))
    )


def _verdict(look: WindowFinding, about: str) -> str:
    if look.verdict is SignVerdict.NOT_ENOUGH:
        return not_enough(about, look.days_logged, spanned(look.first_day, look.last_day), look.window_days)
    return _(_SENTENCES[look.verdict]).format(about=about, **_days(look))


def _days(look: WindowFinding) -> dict[str, str]:
    return {"within": within(spanned(look.first_day, look.last_day)), "logged": days_logged(look.days_logged)}


def _longer(sign: Sign) -> str:
    """The view over 56 days, where it says something else."""
    more = sign.longer.days_logged >= sign.headline.days_logged + LONGER_HAS_MORE
    if not more or sign.longer.verdict in (sign.verdict, SignVerdict.NOT_ENOUGH):
        return ""
    return _(_LONGER[sign.longer.verdict]).format(span=days(spanned(sign.longer.first_day, sign.longer.last_day)))


def _then_and_now(progress: Progress, sign: Sign) -> str:
    """The two weeks that are compared; and, once there are enough days for a verdict, how much less or more that is."""
    if sign.then is None or sign.now is None or progress.then is None:
        return ""
    dates = span(progress.then.first, progress.now.last)
    values = {"then": number(sign.then, 1), "now": number(sign.now, 1), "dates": dates}
    judged = sign.verdict not in (SignVerdict.NOT_ENOUGH, SignVerdict.NO_CLEAR_CHANGE)
    if judged and sign.size is not None and sign.percent is not None:
        size = _(_FALLS[sign.size]).format(percent=number(-sign.percent))
        return _("On average {then} of 10 at the start and {now} at the end of {dates}: {size}.").format(
            **values, size=size
        )
    if judged and sign.percent is not None and sign.percent >= 10:
        text = _("On average {then} of 10 at the start and {now} at the end of {dates}: {percent} % more.")
        return text.format(**values, percent=number(sign.percent))
    return _("On average {then} of 10 at the start and {now} at the end of {dates}.").format(**values)


def _strength(progress: Progress, sign: Sign) -> str:
    pair = progress.strength[sign.leg or Side.LEFT]
    if pair.tests == 0:
        return _("**Strength: no home test yet.**")
    about = _about(sign)
    said = [_strength_verdict(progress, sign, pair, about)]
    if pair.limited_by in _LIMITED and pair.limited_by is not None:
        said.append(_(_LIMITED[pair.limited_by]))
    return " ".join(said)


def _strength_verdict(progress: Progress, sign: Sign, pair: StrengthPair, about: str) -> str:
    values = {"about": about, "then": number(sign.then or 0), "now": number(sign.now or 0)}
    if sign.verdict is SignVerdict.NOT_ENOUGH:
        if pair.tests < TESTS_NEEDED:
            text = _("**{about}: not enough tests yet**, {count} of {needed} weekly tests.")
            return text.format(about=about, count=number(pair.tests), needed=number(TESTS_NEEDED))
        return _("**{about}: not enough tests yet**, the same test is needed twice, the last time in 14 days.").format(
            about=about
        )
    if sign.verdict is not SignVerdict.NO_CLEAR_CHANGE:
        return _(_STRENGTH[sign.verdict]).format(**values)
    if sign.then is None or sign.now is None:
        return _("**{about}: no clear change** by the walking and toe tests.").format(about=about)
    text = _("**{about}: no clear change**, heel raises {then} at first and {now} lately; a change counts from 7.")
    return text.format(**values)


def _tests(pair: StrengthPair) -> str:
    """Every test of one leg, first and last, and the weakness marked on the map."""
    leg = labels.leg(pair.leg)
    said = []
    first, last = pair.heel_raises
    if first is not None:
        results = _from_to(number(first), None if last is None else number(last))
        said.append(_("heel raises {results}").format(results=results))
    for text, (first_result, last_result) in (
        (N_("heel walk {results}"), pair.heel_walk),
        (N_("toe walk {results}"), pair.toe_walk),
        (N_("big-toe lift {results}"), pair.big_toe_lift),
    ):
        if first_result is not None:
            last_word = None if last_result is None else labels.label(last_result)
            said.append(_(text).format(results=_from_to(labels.label(first_result), last_word)))
    results = _("{leg}: {tests}.").format(leg=leg, tests=listing(said)) if said else ""
    if not pair.weakness_days:
        return results
    weakness = ngettext(
        "{leg}: weakness marked on {count} day; a mark alone does not decide.",
        "{leg}: weakness marked on {count} days; marks alone do not decide.",
        pair.weakness_days,
    ).format(leg=leg, count=number(pair.weakness_days))
    return " ".join(filter(None, (results, weakness)))


def _from_to(first: str, last: str | None) -> str:
    return first if last is None else _("{then} → {now}").format(then=first, now=last)
