"""Times as they are written on this computer's clock: the one place that gives them their offset from UTC."""

from datetime import datetime, timedelta, timezone


def local(written: datetime) -> datetime:
    """Return a time without an offset with that of this place.

    One that comes twice, when clocks go back, is the first. One that daylight saving skips is kept as it is written,
    with the offset before: it never moves to another hour, nor to another day.
    """
    aware = written.replace(fold=0).astimezone()
    if aware.replace(tzinfo=None, fold=0) == written.replace(fold=0):
        return aware
    before = (written - timedelta(days=1)).astimezone().utcoffset()
    assert before is not None
    return written.replace(tzinfo=timezone(before), fold=0)
