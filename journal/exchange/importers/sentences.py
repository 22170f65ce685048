"""What an import says to a person: why rows were left out, what is asked, what is to be known."""

from journal.domain.tables import complete
from journal.exchange.importers.reading import Ask, LeftOut, Question, Reading, Reason, Remark
from journal.i18n import N_, _, ngettext

_REASONS = complete(
    Reason,
    {
        Reason.NOT_ON_MAP: N_("not on the body map"),
        Reason.NO_PLACE: N_("no place that is on the body map"),
        Reason.NO_INTENSITY: N_("no strength given"),
        Reason.NOT_A_NUMBER: N_("not a number"),
        Reason.OUT_OF_SCALE: N_("outside the scale"),
        Reason.BAD_DATE: N_("not a date"),
        Reason.FUTURE_DATE: N_("a day that is still to come"),
        Reason.DATE_TOO_OLD: N_("a date before the year 2000"),
        Reason.BAD_TIME: N_("not a time of day"),
        Reason.DUPLICATE: N_("the same row again"),
        Reason.REPEATED_HEADER: N_("the names of the columns again"),
        Reason.TOO_MANY_CELLS: N_("more cells than there are columns"),
        Reason.NO_ENTRY_THAT_DAY: N_("no entry on that day to add it to"),
        Reason.NOTHING_RATED: N_("nothing rated"),
        Reason.CATEGORY: N_("a kind of row that the journal does not keep"),
        Reason.NOT_MAPPED: N_("left out by choice"),
        Reason.NO_DATE: N_("no date"),
        Reason.OTHER_DATE_STYLE: N_("a date in another style than its column"),
    },
)
_REMARKS = complete(
    Remark,
    {
        Remark.ONLY_BACK: N_("This file knows only the back: it cannot tell whether pain moves up or down a leg."),
        Remark.NO_PLACES: N_(
            "This is Pain Tracker’s minimal export, which says nothing about places: choose the full export in"
            " Pain Tracker, and import that."
        ),
        Remark.FROM_WORDS: N_("Its strengths come from words; the numbers for the words can be changed."),
    },
)
_ASKED = complete(
    Ask,
    {
        Ask.SHEET: N_("which sheet holds the diary"),
        Ask.COLUMNS: N_("what each column is"),
        Ask.NAME: N_("what “{name}” is"),
        Ask.SIDE: N_("which side, where none is given"),
        Ask.VIEW: N_("which leg lies on the left of the drawing"),
        Ask.DATE_ORDER: N_("whether dates have the day or the month first"),
        Ask.SCALE: N_("which scale the strengths have"),
        Ask.YES: N_("how strong a yes is"),
        Ask.WORDS: N_("which numbers the words for strength stand for"),
        Ask.ZONE: N_("in which time zone it was written"),
    },
)


def reason(found: Reason) -> str:
    """Return why a row was left out."""
    return _(_REASONS[found])


def remark(found: Remark) -> str:
    """Return what a person should know of the whole file, as a sentence."""
    return _(_REMARKS[found])


def left_out(row: LeftOut) -> str:
    """Return one row that was left out, on a line."""
    what = " ".join("".join(letter if letter.isprintable() else " " for letter in row.what).split())
    if len(what) > 60:
        what = what[:59].rstrip() + "…"
    if not what:
        return _("line {line}: {reason}").format(line=row.line, reason=reason(row.reason))
    return _("line {line}: {reason} ({what})").format(line=row.line, reason=reason(row.reason), what=what)


def asked(question: Question) -> str:
    """Return what a question is about, as a part of a list."""
    return _(_ASKED[question.ask]).format(name=question.name)


def counted(reading: Reading) -> str:
    """Return how many rows were understood, and how many left out."""
    rows = ngettext("{count} row", "{count} rows", reading.rows).format(count=reading.rows)
    told = _("{rows}: {taken} taken in, {left} left out, {blank} blank.")
    return told.format(rows=rows, taken=reading.taken, left=len(reading.left_out), blank=reading.blank)
