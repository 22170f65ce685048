"""The rules of place and frequency once more, in plain loops and dense matrices, sharing no code with the analysis.

A diary is a list of days; a day is (number, entries); an entry is (minute, "now" or "day", marks, rating), where marks
are None for nothing said or a list of (level, own): a pain of the leg's own side or of the middle of the back. One leg
only: what is marked elsewhere is an empty list here.
"""

from functools import cache
from itertools import pairwise

import numpy as np
from scipy.special import stdtr

PHI = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
WEIGHT = (0.2, 0.3, 0.5, 0.7, 0.9, 1.1, 1.2, 1.2, 1.0, 0.6, 0.2)
HOLDING = {28: (8, 5), 56: (16, 10)}


def day_value(entries):
    """(level with the centre counted, or None; whether the leg's own side hurt; whether places are known)."""
    marked = [mark for _, _, marks, _ in entries for mark in marks or ()]
    rated = any((rating or 0) > 0 for *_, rating in entries)
    said = any(marks is not None for _, _, marks, _ in entries)
    known = bool(marked) or (said and not rated)
    own = any(is_own for _, is_own in marked)
    whole = [level for _, scope, marks, _ in entries if scope == "day" for level, _ in marks or ()]
    if whole:
        return max(whole), own, known
    sittings, last = [], None
    for minute, scope, marks, _ in sorted(entries, key=lambda entry: entry[0]):
        if scope != "now":
            continue
        if last is None or minute - last > 30:
            sittings.append([])
        last = minute
        sittings[-1] += [level for level, _ in marks or ()]
    deepest = [max(levels) for levels in sittings if levels]
    return (sum(deepest) / len(deepest) if deepest else None), own, known


def pains(diary):
    """Days on which the person hurt, and days known to be free."""
    hurt, free = [], []
    for number, entries in diary:
        marked = any(marks for _, _, marks, _ in entries)
        rated = any((rating or 0) > 0 for *_, rating in entries)
        said = any(marks is not None or rating is not None for _, _, marks, rating in entries)
        if marked or rated:
            hurt.append(number)
        elif said:
            free.append(number)
    return hurt, free


def returned(diary, as_of):
    """The first pain after the latest recovery, or -1e9."""
    hurt, free = pains(diary)
    found = -(10**9)
    for before, after in pairwise(hurt):
        if after <= as_of and after - before > 30 and sum(before < day < after for day in free) >= 8:
            found = after
    return found


def enough(t):
    if len(t) < 10 or t[-1] - t[0] < 12:
        return False
    third = (t[-1] - t[0]) / 3
    return sum(day - t[0] <= third + 1e-9 for day in t) >= 3 and sum(t[-1] - day <= third + 1e-9 for day in t) >= 3


@cache
def correlations(t):
    """For each phi the inverse of the correlation of these days, and the logarithm of its determinant."""
    apart = np.abs(np.subtract.outer(t, t))
    found = []
    for phi in PHI:
        r = 0.85 * np.power(float(phi), apart)
        np.fill_diagonal(r, 1.0)
        found.append((np.linalg.inv(r), np.linalg.slogdet(r)[1]))
    return found


def mixture(t, y, s0, curved=False):
    """Weights, centres and spreads of the last coefficient, with the degrees of freedom."""
    t, y = np.array(t, dtype=float), np.array(y, dtype=float)
    n, span = len(t), t[-1] - t[0]
    v = 2 * (t - t[0]) / span - 1
    columns = [np.ones(n), (t - t.mean()) / span] + ([v**2 - 1 / 3] if curved else [])
    x = np.array(columns).T
    prior = np.diag([0.0] + [0.25] * (x.shape[1] - 1))
    logs, centres, spreads = [], [], []
    df = n - 1 + 4
    for weight, (inverse, log_det) in zip(WEIGHT, correlations(tuple(t - t[0])), strict=True):
        g = x.T @ inverse @ x + prior
        b = np.linalg.solve(g, x.T @ inverse @ y)
        q = y @ inverse @ y - b @ g @ b + 4 * s0**2
        logs.append(np.log(weight) - 0.5 * log_det - 0.5 * np.linalg.slogdet(g)[1] - 0.5 * df * np.log(q))
        centres.append(b[-1])
        spreads.append(np.sqrt(q / df * np.linalg.inv(g)[-1, -1]))
    weights = np.exp(np.array(logs) - max(logs))
    return weights / weights.sum(), np.array(centres), np.array(spreads), df


def below(found, limit):
    weights, centres, spreads, df = found
    return float((weights * stdtr(df, (limit - centres) / spreads)).sum())


def look(t, y, s0, strong, weak, turns):
    """(steps, turn, mean, P(change < 0)), or None without enough."""
    if not enough(t):
        return None
    line = mixture(t, y, s0)
    mean, up = float((line[0] * line[1]).sum()), below(line, 0)
    p, steps = max(up, 1 - up), 0
    if p >= 0.925 and abs(mean) >= strong:
        steps = 2
    elif p >= 0.90 and abs(mean) >= weak:
        steps = 1
    turn = 0
    if turns:
        curve = mixture(t, y, s0, curved=True)
        bend, falls = float((curve[0] * curve[1]).sum()), below(curve, 0)
        if max(falls, 1 - falls) >= 0.975 and abs(bend) >= 0.75:
            turn = -1 if falls > 0.5 else 1
    return (-steps if up > 0.5 else steps), turn, mean, up


def window(days, diary, as_of, length):
    first = max(as_of - length + 1, returned(diary, as_of))
    return [(number, *rest) for number, *rest in days if first <= number <= as_of]


def held(looks, length):
    """What all of the last looks say, newest first; None for one without enough."""
    clearly, probably = HOLDING[length]
    steps = [0 if one is None else one[0] for one in looks]
    turns = [0 if one is None else one[1] for one in looks]
    for needed, least in ((clearly, 2), (probably, 1)):
        if len(steps) >= needed:
            if all(step >= least for step in steps[:needed]):
                return least, _same(turns, probably)
            if all(step <= -least for step in steps[:needed]):
                return -least, _same(turns, probably)
    return 0, _same(turns, probably)


def _same(turns, needed):
    return turns[0] if len(turns) >= needed and len(set(turns[:needed])) == 1 else 0


def place(diary, as_of, length):
    """(verdict, mean, P(up)) of one window."""
    values = [(number, *day_value(entries)) for number, entries in diary]
    painful = [(number, level, own) for number, level, own, _ in values if level is not None]

    def seen(end):
        days = window(painful, diary, end, length)
        return ([], []) if not any(own for *_, own in days) else ([d[0] for d in days], [d[1] for d in days])

    logged = window(values, diary, as_of, length)
    here = window(painful, diary, as_of, length)
    unknown = any(level is None and not known for _, level, _, known in logged)
    if logged and not here and not unknown:
        return "no_symptoms", None, None
    if here and not any(own for *_, own in here):
        return "back_only", None, None
    first = look(*seen(as_of), 0.6, 1.0, 0.5, True)
    if first is None:
        return "not_enough", None, None
    start = returned(diary, as_of)
    ends = [number for number, *_ in painful if start <= number <= as_of][:-1][::-1][: HOLDING[length][0] - 1]
    steps, turn = held([first, *(look(*seen(end), 0.6, 1.0, 0.5, True) for end in ends)], length)
    if steps:
        name = {-2: "clearly_up", -1: "probably_up", 1: "probably_down", 2: "clearly_down"}[steps]
    elif turn:
        name = "turned_up" if turn < 0 else "turned_down"
    else:
        line = mixture(*seen(as_of), 0.6)
        name = "stayed" if below(line, 1) - below(line, -1) >= 0.90 else "no_clear_change"
    return name, first[2], first[3]


def frequency(diary, as_of, length):
    """(verdict, mean, P(fewer), then, now) of one window."""
    values = [(number, *day_value(entries)) for number, entries in diary]
    known = [(number, level is not None, own) for number, level, own, is_known in values if is_known]

    def seen(end):
        days = window(known, diary, end, length)
        own = any(day[2] for day in days)
        return [day[0] for day in days], [float(day[1] and own) for day in days]

    t, y = seen(as_of)
    half = min(14, len(y) // 2)
    counts = ((int(sum(y[:half])), half), (int(sum(y[-half:])), half)) if half else (None, None)
    first = look(t, y, 0.3, 0.3, 0.2, False)
    if first is None:
        return "not_enough", None, None, *counts
    start = returned(diary, as_of)
    ends = [number for number, *_ in known if start <= number <= as_of][:-1][::-1][: HOLDING[length][0] - 1]
    steps, _ = held([first, *(look(*seen(end), 0.3, 0.3, 0.2, False) for end in ends)], length)
    names = {-2: "clearly_fewer", -1: "probably_fewer", 0: "no_clear_change", 1: "probably_more", 2: "clearly_more"}
    return names[steps], first[2], first[3], *counts
