"""What an importer gives: the records of a file, the questions that are open, and every row that was left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol

from journal.domain.records import Records
from journal.exchange.importers.answers import Answers

Tick = Callable[[int, int], None]
"""Told how many rows of how many are read. What it raises stops the reading."""
TICK_EVERY = 500


class Reason(StrEnum):
    """Why a row was left out."""

    NOT_ON_MAP = "not_on_map"
    NO_PLACE = "no_place"
    NO_INTENSITY = "no_intensity"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_SCALE = "out_of_scale"
    BAD_DATE = "bad_date"
    FUTURE_DATE = "future_date"
    DATE_TOO_OLD = "date_too_old"
    BAD_TIME = "bad_time"
    DUPLICATE = "duplicate"
    REPEATED_HEADER = "repeated_header"
    TOO_MANY_CELLS = "too_many_cells"
    NO_ENTRY_THAT_DAY = "no_entry_that_day"
    NOTHING_RATED = "nothing_rated"
    CATEGORY = "category"
    NOT_MAPPED = "not_mapped"
    NO_DATE = "no_date"
    OTHER_DATE_STYLE = "other_date_style"


class Unfit(Exception):
    """A row that cannot be taken in: why, and the text that says which it is."""

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.what = what


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that was left out."""

    line: int
    """Where the row starts in the file, from 1; the number of the item in a file without lines."""
    reason: Reason
    what: str
    """As the file has it."""


class Ask(StrEnum):
    """What a question is about."""

    SHEET = "sheet"
    COLUMNS = "columns"
    NAME = "name"
    SIDE = "side"
    VIEW = "view"
    DATE_ORDER = "date_order"
    SCALE = "scale"
    YES = "yes"
    WORDS = "words"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask the person, once for the whole file."""

    ask: Ask
    name: str = ""
    """The distinct name, or the view, that it is about."""
    rows: int = 0
    """In how many rows it stands."""
    suggestion: Any = None
    """As the answers' file has it."""
    needed: bool = True
    """Whether nothing can be taken in before it is answered; else the suggestion holds."""
    choices: tuple[str, ...] = ()
    """What can be chosen; of a name, besides places."""
    examples: tuple[str, ...] = ()
    """Beside each choice, what stands there; of a view, the places drawn in it, without their side."""


def zone_question(answers: Answers) -> Question:
    """Ask in which time zone it was written: for files whose times say no offset."""
    return Question(Ask.ZONE, "", 0, answers.zone, answers.zone is None)


def words_question(answers: Answers) -> Question:
    """Offer to change the numbers of words for strength."""
    return Question(Ask.WORDS, "", 0, answers.word_strengths, False)


class Remark(StrEnum):
    """Something about the whole file that a person should know."""

    ONLY_BACK = "only_back"
    NO_PLACES = "no_places"
    FROM_WORDS = "from_words"


@dataclass(frozen=True)
class Reading:
    """A file as it was understood with the answers so far."""

    source: str
    """The name of the importer."""
    make: Callable[[], Records] = Records
    """Makes the records, which takes as long again: while something is asked nobody needs them."""
    questions: tuple[Question, ...] = ()
    """All that this file raises, answered or not, in the order to ask them."""
    left_out: tuple[LeftOut, ...] = ()
    """In the order of the file, each row once."""
    columns_left_out: tuple[str, ...] = ()
    rows: int = 0
    """How many there are below the header: those taken in, those left out and the blank ones."""
    blank: int = 0
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def records(self) -> Records:
        """What would come in."""
        return self.make()

    @property
    def taken(self) -> int:
        """How many rows are in the records."""
        return self.rows - self.blank - len(self.left_out)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions without whose answers nothing can be taken in."""
        return tuple(question for question in self.questions if question.needed)


class Importer(Protocol):
    """One format of files: a module of this package."""

    @property
    def NAME(self) -> str:
        """Short and stable, as `--format` takes it."""

    @property
    def TITLE(self) -> str:
        """What people call it, marked for translation."""

    @property
    def ENDINGS(self) -> tuple[str, ...]:
        """What such files' names usually end in, without a dot; only for file dialogs."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format, by its content."""

    def read(self, file: bytes, answers: Answers, today: date | None = None, tick: Tick = ...) -> Reading:
        """Read a whole file. today: rows of later days are left out. Raises ImportRefused."""


def no_tick(_done: int, _total: int) -> None:
    """Nobody watches."""
