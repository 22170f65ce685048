"""Figures that more than one file needs, each stated once with where it comes from. Standard library only."""

# Which days

DEFAULT_RANGE_DAYS = 56
"""What the charts and the page show unless asked otherwise: eight weeks."""
SHORTEST_CHART_DAYS = 14
"""A chart is never shorter, so that a first entry does not fill it from edge to edge."""
WEEK_DAYS = 7
FORTNIGHT_DAYS = 14
"""What stands for "now", and for "then", where places are compared (ours)."""

CATCH_UP_FROM_DAYS = 3
"""Days without an entry of the last 7, for catching up to be offered (ours)."""

# How many days it takes

DIRECTION_DAYS, DIRECTION_SPAN = 10, 13
"""Days with a value, and days they span with first and last, before a direction is looked at (ours)."""
DAYS_FOR_A_WEEKLY_MEAN = 4
"""Of 7 (ours); over a longer or shorter stretch in proportion."""
TIME_OF_DAY_DAYS = 5
"""Days with an entry in a part of the day, for its mean to be told (ours)."""
ACTIVITY_DAYS = 8
"""Days with an activity, and days without it: below that, nothing is computed (ours)."""
PHASE_DAYS = 8
"""Logged days of the last 14, for a phase to be told (ours)."""
BASELINE_DAYS = 7
"""Logged days of the 14 before a flare or a treatment, for a mean to stand for "before" (ours)."""

# From when a change counts

PERCENT_FROM = 1.0
"""Of 10. A rating that starts lower has no percentage: half a point less would read as half gone (ours)."""
PAIN_COUNTS_FROM = 2.0
"""Points on the NRS: minimum detectable change (Childs 2005)."""
PAIN_COUNTS_FROM_PERCENT = 30.0
"""Much improved (Farrar 2001)."""
SENSATION_COUNTS_FROM_PERCENT = 30.0
"""As for pain (ours)."""
HEEL_RAISES_COUNT_FROM = 7
"""Day-to-day limits of agreement are 6 either way (Hebert-Losier 2017)."""
ABILITY_COUNTS_FROM = 2.0
"""Points of 0..10 (Stratford's Patient-Specific scale)."""
FLARE_POINTS = 2.0
"""Above the mean of the days before: a flare, and a treatment that is followed by worse days."""

# The rest

MOST_TREATMENTS = 12
"""Bars on the time line; the latest are shown first."""
CLOCK_SLACK_MINUTES = 2
"""An entry dated so much later than now is none of the future: clocks are set by hand (ours)."""
AUTO_LOCK_MINUTES = 5
"""A journal with a passphrase locks after so many idle minutes, unless it says otherwise."""
