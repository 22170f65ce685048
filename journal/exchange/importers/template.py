"""The map file to fill in: what is answered or suggested, and in words what is still open."""

from typing import Any

from journal.exchange.importers.answers import WORDS, Answers, to_json
from journal.exchange.importers.places import understand
from journal.exchange.importers.reading import Ask, Reading
from journal.exchange.importers.sentences import asked


def template(reading: Reading, answers: Answers, zone: str | None) -> dict[str, Any]:
    """Return a file of answers with every question of a reading in it.

    A name without an answer has the empty list, which stays open; null leaves it out. zone: this computer's.
    """
    found = to_json(answers)
    names: dict[str, Any] = {}
    for question in reading.questions:
        said = question.suggestion
        if question.ask is Ask.NAME and question.name not in answers.names and understand(question.name).needs_side:
            continue  # it follows from the side
        if question.ask is Ask.NAME:
            names[question.name] = [] if question.needed and said is None else said
        elif question.ask is Ask.ZONE:
            found.setdefault("zone", zone)
        elif question.ask is Ask.VIEW:
            found.setdefault("views", {})[question.name] = said
        elif question.ask is Ask.WORDS:
            found["words"] = said or dict(WORDS)
        elif question.ask is Ask.SCALE:
            found["scale"] = said
        elif question.ask is Ask.YES:
            found.setdefault("yes", said)
        else:
            found.setdefault(str(question.ask), said)
    if names:
        found["names"] = names
    return {"format": reading.source, "open": [asked(question) for question in reading.open], "answers": found}
