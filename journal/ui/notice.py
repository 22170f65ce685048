"""A line at the foot of the window: what was just done, with its undo; where a file is; or what could not be done."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from journal.i18n import _
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import announce, button, flowing, set_style_role, single_shot
from journal.ui.widgets.lines_label import LinesLabel
from journal.ui.widgets.roles import set_accessible_role

_STAYS_MS = 12_000
_STEPS = 10
"""How many steps can be taken back, one after another."""
_EDGE = 24
"""The room that a page has at its left and right."""
_GAP = 8
_LINES = 2
"""What was done takes so many; where it would take more beside the buttons, they stand below it."""
_LEAST_LETTERS = 20
"""Of room that a text needs to stand beside the buttons."""
_FAULT_SHARE = 0.4
"""The part of the host's height that the text of a fault may cover."""

Act = Callable[[], object]


class Notice(QFrame):
    """Shows one thing at a time. What was done goes by itself after a while; a fault stays until it is closed, also
    behind what is done meanwhile.

    It lies over the foot of `host`, which keeps `height_kept` free for it: nothing on a page moves when it comes or
    goes, and only a text of several lines covers something. What does not fit is in the tool tip and told to ears.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        set_style_role(self, "notice")
        set_accessible_role(self, QAccessible.Role.AlertMessage)
        self.text = LinesLabel()
        self.undo = button(_("Undo"), self.undo_last, "small")
        self.open_button = button(_("Open"), self._open, "small")
        self.folder_button = button(_("Show folder"), self._show_folder, "small")
        self.act_button = button("", self._act, "small")
        self.close_button = button(_("Close"), self._close, "small")
        self._steps: deque[tuple[str, Act]] = deque(maxlen=_STEPS)
        self._offered: Act | None = None
        self._standing: tuple[str, tuple[str, Act] | None] | None = None
        """What has not been closed yet, with what can be done about it."""
        self._file: Path | None = None
        self._stays = False
        buttons = (self.act_button, self.undo, self.open_button, self.folder_button, self.close_button)
        self._row = flowing(*buttons, spacing=8, together=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(16, 4, 8, 4)
        self._box.setSpacing(8)
        self._box.addWidget(self.text, 1)
        self._box.addWidget(self._row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.timer = single_shot(self, _STAYS_MS, self.hide)
        host.installEventFilter(self)
        self.hide()

    @property
    def height_kept(self) -> int:
        """The room below a page for one line of it, in pixels."""
        return self.close_button.sizeHint().height() + 8 + _GAP

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def done(self, text: str, more: Act | Path | None = None) -> None:
        """Say what was done. more: what takes it back, or the file that was written."""
        if callable(more):
            self._steps.append((text, more))
        self._say(text, undo=callable(more), file=more if isinstance(more, Path) else None)

    @Slot(str)
    def fault(self, text: str) -> None:
        """Say what could not be done."""
        self._stand(text, None)

    def offer(self, text: str, words: str, act: Act) -> None:
        """Say something that stays until it is closed, with what can be done about it."""
        self._stand(text, (words, act))

    def undo_last(self) -> None:
        """Take the last step back, and say which; the ones before can be taken back after it."""
        if not self._steps:
            return
        what, act = self._steps.pop()
        self.timer.stop()
        self.hide()
        if act() in (False, ()):  # it could not be written, which was told
            self._steps.append((what, act))
            return
        if self._steps:
            words = _("Undone: {what} – Before it: {before}").format(what=what, before=self._steps[-1][0])
        else:
            words = _("Undone: {what}").format(what=what)
        self._say(words, undo=self.can_undo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def _stand(self, text: str, offered: tuple[str, Act] | None) -> None:
        self._standing = text, offered
        self._say("")

    def _say(self, done: str, *, undo: bool = False, file: Path | None = None) -> None:
        """Say what was done, and what still stands."""
        standing, offered = self._standing or ("", None)
        text = " ".join(filter(None, (done, standing)))
        self._stays = bool(standing)
        self.timer.stop()
        if not self._stays:
            self.timer.start()
        self._file = file
        self._offered = offered[1] if offered else None
        self.text.setText(text)
        self.undo.setVisible(undo)
        self.undo.setAccessibleDescription(self._steps[-1][0] if undo else "")
        set_tip(self.undo, self._steps[-1][0] if undo else "")
        self.open_button.setVisible(file is not None)
        self.folder_button.setVisible(file is not None)
        self.act_button.setVisible(offered is not None)
        self.act_button.setText(offered[0] if offered else "")
        self._place()
        self.show()
        self.raise_()
        announce(self, done or text)

    def _place(self) -> None:
        """Along the foot of the host, as high as its text needs."""
        width, foot = self._host.width() - 2 * _EDGE, self._host.height()
        self._lay_out(width, foot)
        height = max(self._box.heightForWidth(width), self.height_kept - _GAP)
        self.setGeometry(_EDGE, foot - height - _GAP, width, height)

    def _lay_out(self, width: int, height: int) -> None:
        """Put the buttons beside the text, or below it where that would be more than two lines."""
        edges = self._box.contentsMargins()
        room = width - edges.left() - edges.right()
        row = min(room, self._row.sizeHint().width())
        words = room - row - 8
        beside = words >= _LEAST_LETTERS * self.text.fontMetrics().averageCharWidth()
        beside = beside and self.text.lines_in(words) <= _LINES
        whole = int(height * _FAULT_SHARE) // self.text.fontMetrics().lineSpacing()
        self.text.set_most_lines(max(_LINES, whole) if self._stays else _LINES)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._row.setFixedWidth(row)

    def _close(self) -> None:
        self._standing = None
        self.hide()

    def _act(self) -> None:
        act = self._offered
        self._close()
        if act is not None:
            act()

    def _open(self) -> None:
        self._show_outside(self._file)

    def _show_folder(self) -> None:
        self._show_outside(None if self._file is None else self._file.parent)

    def _show_outside(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.fault(_("No program opened it. It is here: {file}").format(file=path))
