"""What charts say: the words on them, and each chart in plain words for who does not see it."""


def strength_range(strength: float) -> str:
    """Name the step of pain strength that shares one colour: "3–4"."""
    low = min(9, max(1, (round(strength) - 1) // 2 * 2 + 1))
    return f"{low}–{low + 1}"
