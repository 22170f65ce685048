"""A screen reader of few words: starts the window, finds a region over AT-SPI, presses it, saves, and says so.

Usage: python atspi_reader.py PYTHON JOURNAL. Runs on whichever Python has gi; the window runs on PYTHON.
"""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from journal import i18n
from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme
i18n.use_language("en")
app = QApplication(["sciatica-journal"])
app.setApplicationName("Sciatica Journal")
journal = Path(sys.argv[1])
preferences = Preferences(journal.with_name("settings.ini"))
preferences.set_value(WELCOMED, "yes")
window = MainWindow(Session(Repository.open(journal)), Theme(app, preferences), preferences)
window.show()
app.exec()
"""


def find(node, role, name, depth=0):
    """The first accessible of that role and name below a node."""
    if node is None or depth > 25:
        return None
    if node.get_role_name() == role and node.get_name() == name:
        return node
    for number in range(node.get_child_count()):
        found = find(node.get_child_at_index(number), role, name, depth + 1)
        if found is not None:
            return found
    return None


def wait_for(look, seconds):
    """Ask until there is an answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except gi.repository.GLib.Error:
            found = None
        if found is not None:
            return found
        time.sleep(0.3)
    return None


def window_of(program):
    """The program's window, once it has told the desktop about itself."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application is not None and application.get_process_id() == program.pid:
            return find(application, "frame", "Sciatica Journal")
    return None


def press(node):
    """Do what a press does: the first action that is a press."""
    names = [node.get_action_name(number).lower() for number in range(node.get_n_actions())]
    node.do_action(next(number for number, name in enumerate(names) if name in ("press", "toggle", "click")))


def checked(node):
    """Whether its box is ticked."""
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def main():
    program = subprocess.Popen([sys.argv[1], "-c", WINDOW, sys.argv[2]])
    try:
        Atspi.init()
        window = wait_for(lambda: window_of(program), 25)
        region = wait_for(lambda: find(window, "check box", "Left front of shin"), 10)
        print(f"found: check box “{region.get_name()}”, {'checked' if checked(region) else 'not checked'}", flush=True)
        press(region)
        wait_for(lambda: checked(region) or None, 5)
        region.clear_cache()
        print(
            f"after the press: {'checked' if checked(region) else 'not checked'}, “{region.get_description()}”",
            flush=True,
        )
        save = find(window, "button", "Save") or find(window, "push button", "Save")
        press(save)
        print("pressed: Save", flush=True)
        wait_for(lambda: None if checked(region) else True, 5)
    finally:
        program.terminate()
        program.wait(10)


if __name__ == "__main__":
    main()
