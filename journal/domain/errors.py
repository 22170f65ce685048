"""Every fault a person can meet, each already worded: what happened, what is safe, what to do."""


class JournalError(Exception):
    """A fault told to the person; `str(error)` is one clear sentence in their language."""


class InvalidRecord(JournalError):
    """A value that no record may hold. `field` names where, in the exchange file's own words."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class ImportRefused(JournalError):
    """A file that was not taken in; nothing of it was. `problems` names the first ones by item."""

    def __init__(self, sentence: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


class StorageError(JournalError):
    """The journal's file could not be opened, read or written. `code` is safe to log; the sentence is not."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
