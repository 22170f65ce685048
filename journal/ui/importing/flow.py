"""From a file of another program to records: read, ask what is open, show what would come in."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast

from journal.domain.body import LEGS
from journal.domain.records import Records
from journal.exchange.files import importer_of, read_bytes
from journal.exchange.importers import sheets
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.overlap import fitted, stretched
from journal.exchange.importers.reading import Ask, Importer, Reading, Tick, no_tick
from journal.exchange.importers.remembered import recall, with_answers
from journal.exchange.merge import merge
from journal.i18n import _, ngettext
from journal.storage.journal_settings import IMPORT_ANSWERS
from journal.ui.importing.columns_step import ColumnsStep
from journal.ui.importing.details_step import ASKED, DetailsStep
from journal.ui.importing.names_step import NamesStep
from journal.ui.importing.preview_step import Outlook, PreviewStep
from journal.ui.importing.progress_panel import with_progress
from journal.ui.importing.step import BACK, Step
from journal.ui.importing.views_step import ViewsStep
from journal.ui.main_window import MainWindow
from journal.ui.session import Session
from journal.ui.tasks import Flow, ask, in_background

_LONG = 300_000
"""Bytes from which on the reading shows its progress."""
_STEPS: tuple[tuple[tuple[Ask, ...], str], ...] = (
    ((Ask.SHEET, Ask.COLUMNS), "columns"),
    ((Ask.NAME, Ask.SIDE), "names"),
    ((Ask.VIEW,), "views"),
    (ASKED, "details"),
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A file that can be taken in."""

    records: Records
    reading: Reading
    answers: Answers


class _Import:
    """One file on its way in."""

    def __init__(self, window: MainWindow, source: Path, data: bytes) -> None:
        self.window = window
        self.importer: Importer = importer_of(data)
        self.title = _("“{file}” looks like this format: {format}.").format(
            file=source.name, format=_(self.importer.TITLE)
        )
        self._data = data

    def read(self, answers: Answers) -> Flow[Reading | None]:
        """Read the file, with its progress where that takes long; None once the person stops it."""
        today = self.window.session.today()

        def work(tick: Tick) -> Reading:
            return self.importer.read(self._data, answers, today, tick)

        if len(self._data) < _LONG:
            return cast(Reading, (yield in_background(lambda: work(no_tick))))
        sentence = _("Nothing is changed until you have seen what would come in.")
        return (yield from with_progress(_("Reading the file"), sentence, work))

    def step(self, key: str, reading: Reading, answers: Answers, *, first: bool) -> Step:
        """Return the panel of a step."""
        if key == "columns":
            made: Step = ColumnsStep(reading, answers, first=first)
        elif key == "names":
            made = NamesStep(self.window.theme, reading, answers, first=first)
        elif key == "views":
            made = ViewsStep(self.window.theme, reading, answers, first=first)
        else:
            made = DetailsStep(reading, answers, first=first)
        if first:
            rows = ngettext("{count} row", "{count} rows", reading.rows).format(count=reading.rows)
            made.body.insertWidget(
                1, made.add_text(_("{file} {rows} below the header.").format(file=self.title, rows=rows))
            )
        return made


def import_other_flow(window: MainWindow, source: Path) -> Flow[Understood | None]:
    """Read a file, ask what is open about it, and show what would come in. Raises ImportRefused."""
    data = cast(bytes, (yield in_background(lambda: read_bytes(source))))
    try:
        return (yield from _understand(_Import(window, source, data)))
    finally:
        sheets.forget()


def remember(session: Session, found: Understood) -> None:
    """Keep the answers for the next file of the format."""
    if found.reading.questions:
        kept = session.setting(IMPORT_ANSWERS)
        session.set_setting(IMPORT_ANSWERS, with_answers(kept, found.answers, found.reading))


def _understand(file: _Import) -> Flow[Understood | None]:
    answers = Answers()
    reading = yield from file.read(answers)
    if reading is None:
        return None
    if not reading.questions:
        records = yield in_background(reading.make)
        return Understood(cast(Records, records), reading, answers)
    kept = file.window.session.setting(IMPORT_ANSWERS).get(file.importer.NAME)
    answers = recall(kept, reading)
    if answers != Answers():
        reading = None  # a long file is not held twice
        reading = yield from file.read(answers)
    at = 0
    while reading is not None:
        answers = _as_read(reading, answers)
        steps = _steps(reading)
        if at < len(steps):
            answer = yield ask(file.step(steps[at][1], reading, answers, first=at == 0))
        else:
            answer = yield from _preview(file, reading, answers)
        if answer is None:
            return None
        if answer is True:
            records = file.window.session.records
            incoming = yield in_background(partial(fitted, reading.records, records))
            return Understood(cast(Records, incoming), reading, answers)
        if answer == BACK:
            at -= 1
            continue
        stays = isinstance(answer, tuple) or at >= len(steps)
        given = answer[0] if isinstance(answer, tuple) else answer
        if given != answers:
            answers, reading = given, None
            reading = yield from file.read(answers)
        if reading is not None and not stays:
            at = _next_step(reading, at + 1)
    return None


def _as_read(reading: Reading, answers: Answers) -> Answers:
    """Return the answers with the sheet and the columns that were guessed: to agree with them changes nothing."""
    guessed = {each.ask: each.suggestion for each in reading.questions if not each.needed}
    return replace(
        answers,
        sheet=guessed.get(Ask.SHEET) if answers.sheet is None else answers.sheet,
        columns=guessed.get(Ask.COLUMNS) if answers.columns is None else answers.columns,
    )


def _steps(reading: Reading) -> list[tuple[tuple[Ask, ...], str]]:
    return [(asks, key) for asks, key in _STEPS if any(question.ask in asks for question in reading.questions)]


def _next_step(reading: Reading, at: int) -> int:
    """Return where to go on: an earlier step again, if what was answered since has opened something there."""
    before = enumerate(_steps(reading)[:at])
    return next((place for place, (asks, _key) in before if any(each.ask in asks for each in reading.open)), at)


def _preview(file: _Import, reading: Reading, answers: Answers) -> Flow[Any]:
    session = file.window.session
    records, today = session.records, session.today()
    outlook = cast(Outlook, (yield in_background(partial(_outlook, records, reading, today))))
    return (yield ask(PreviewStep(file.window.theme, file.title, reading, answers, outlook, today)))


def _outlook(records: Records, reading: Reading, today: date) -> Outlook:
    """In another thread: compare the journal with what it would be."""
    from journal.analysis.progress import compute
    from journal.wording import direction

    merged, longer = stretched(merge(records, fitted(reading.records, records)))
    before, after = compute(records, today), compute(records.saving(*merged.new, *longer), today)
    told = [(direction.sentence(before.legs[leg]), direction.sentence(after.legs[leg])) for leg in LEGS]
    return Outlook(len(merged.new), merged.same, tuple(pair for pair in told if pair[0] != pair[1]))
