"""What every command shares: which journal, its passphrase, and the one look at the clock."""

import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from journal import paths
from journal.domain.errors import CannotDo, Fault, NotTold, StorageError, reason_of
from journal.i18n import _

if TYPE_CHECKING:
    from journal.domain.records import Records
    from journal.storage.repository import Repository

Opened = TypeVar("Opened")
_ASKED = 3
_LONGEST = 10_000


class Context:
    """The journal that was asked for. Leaving it removes a demo's files."""

    def __init__(self, journal: Path | None, demo: bool, passphrase_file: Path | None) -> None:
        self.now = datetime.now().astimezone()
        self.demo = demo
        self._given = journal
        self._passphrase_file = passphrase_file
        self._folder: Path | None = None
        self._key: str | None = None
        """What opened the journal before, so that a command that opens it twice asks once."""

    @property
    def today(self) -> date:
        """The local date when the program started."""
        return self.now.date()

    @property
    def path(self) -> Path:
        """The journal's file; a demo's is made here when first asked for."""
        if not self.demo:
            return self._given or paths.default_journal()
        if self._folder is None:
            from journal import sample
            from journal.storage.journal_settings import SAMPLE
            from journal.storage.repository import Repository

            try:
                self._folder = Path(tempfile.mkdtemp(prefix="sciatica-journal-demo-"))
            except OSError as error:
                sentence = _("The folder for short-lived files cannot be written ({reason}), so there is no demo.")
                raise CannotDo(sentence.format(reason=reason_of(error))) from error
            with Repository.open(self._folder / paths.JOURNAL_NAME) as journal:
                journal.save(*sample.generate(self.today))
                journal.set_setting(SAMPLE, True)
        return self._folder / paths.JOURNAL_NAME

    @property
    def named(self) -> bool:
        """Whether the person said which journal."""
        return self.demo or self._given is not None

    def read(self) -> "Repository":
        """Open the journal to read it, also beside an open window. There must be one."""
        return self._open(create=False, read_only=True)

    def records(self) -> "Records":
        """Return everything in the journal."""
        with self.read() as journal:
            return journal.records()

    def write(self, *, create: bool = False) -> "Repository":
        """Open the journal to change it. A demo is for looking."""
        self.check_writable()
        return self._open(create=create, read_only=False)

    def check_writable(self) -> None:
        """Refuse to change a demo, which is for looking, and a backup."""
        from journal.storage.opening import refuse_backup

        if self.demo:
            raise click.UsageError(_("--demo is for looking around: this command would change a journal."))
        refuse_backup(self.path)

    def passphrase(self) -> str | None:
        """Return the passphrase from the file that was named, or None."""
        if self._passphrase_file is None:
            return None
        return first_line(self._passphrase_file)

    def output(self, path: Path) -> Path:
        """Return where to write, which must not be the journal itself."""
        if os.path.realpath(path) == os.path.realpath(self.path):
            raise CannotDo(_("“{file}” is the journal itself, so nothing was written.").format(file=path))
        return path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _open(self, *, create: bool, read_only: bool) -> "Repository":
        from journal.storage.repository import Repository

        def use(words: str | None) -> Repository:
            key = self._key if words is None else words
            return Repository.open(self.path, passphrase=key, create=create, read_only=read_only)

        journal = self.opened(use)
        self._key = journal.key
        return journal

    def opened(self, use: Callable[[str | None], Opened]) -> Opened:
        """Call `use` with the passphrase, asked for on the terminal if it is needed; a recovery code does as well."""
        from journal.storage.keys import with_key

        words = self.passphrase()
        asked = 0
        while True:
            try:
                return with_key(use, words)
            except StorageError as error:
                again = asked and error.fault in (Fault.PASSPHRASE_WRONG, Fault.CODE_MISTYPED)
                if not (error.fault is Fault.PASSPHRASE_NEEDED or again) or asked == _ASKED or not on_terminal():
                    raise
                if again:
                    click.echo(str(error), err=True)
                words = click.prompt(_("Passphrase or recovery code"), hide_input=True, err=True)
                asked += 1


def on_terminal() -> bool:
    """Whether somebody can be asked. A program may be started without any standard input at all."""
    return sys.stdin is not None and sys.stdin.isatty()


def say(text: object, *, done: bool = True) -> None:
    """Write a result on stdout. done: it tells of something that is done. Raises NotTold and BrokenPipeError.

    Where standard output was closed on purpose, what is done is done in silence.
    """
    try:
        if sys.stdout is None and not done:
            raise OSError(errno.EBADF, "")
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        sentence = _("The result could not be written ({reason}); nothing was changed.")
        if done:
            sentence = _("It is done, but that could not be written out ({reason}).")
        raise NotTold(sentence.format(reason=reason_of(error)), done=done) from error


def first_line(path: Path) -> str:
    """Return the first line of a file, without its end. Raises CannotDo."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline(_LONGEST).rstrip("\r\n")
    except OSError as error:
        sentence = _("The passphrase file “{file}” cannot be read ({reason}).")
        raise CannotDo(sentence.format(file=path, reason=reason_of(error))) from error
    except ValueError as error:
        raise CannotDo(_("The passphrase file “{file}” is not text in UTF-8.").format(file=path)) from error


def json_text(value: Any, indent: int | None = None) -> str:
    """Return JSON for stdout; a stream that is not UTF-8 gets escapes, so that nothing is lost."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    return json.dumps(value, ensure_ascii=not utf8, indent=indent, allow_nan=False)


def echo_json(value: Any, *, done: bool = False) -> None:
    """Write JSON on stdout, as `say` does."""
    say(json_text(value, 1), done=done)


class Day(click.ParamType):  # type: ignore[type-arg]
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or refuse it as wrong usage."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_("{value!r} is not a date such as 2026-03-25.").format(value=value), param, ctx)


DAY = Day()
OUTPUT = click.Path(path_type=Path)


def check_span(first: date | None, last: date | None) -> None:
    """Refuse a range that ends before it begins."""
    if first and last and last < first:
        raise click.UsageError(_("--to is before --from."))
