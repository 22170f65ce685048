"""Where the window cannot open, it says why, with the package to install, before Qt ends the program."""

import re
import subprocess
import sys

import pytest

from journal.cli import window
from journal.domain.errors import CannotDo
from journal.ui import screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS bring every library and a display")
QT = r"Qt6?(Core|Gui|Widgets|Svg|PrintSupport|DBus|XcbQpa|WaylandClient)\b|platforms/libq(xcb|wayland|offscreen)\b"
ALWAYS = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1"}
"""The C library and the compiler's: Python itself does not run without."""


@pytest.fixture
def a_display(monkeypatch):
    """Qt would go to the X server, and finds one there."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    monkeypatch.setattr(screen, "answers", lambda platform: True)


@pytest.fixture
def without(tmp_path, monkeypatch):
    """Qt's plugin as on a machine that lacks libraries: it asks for names that no system has."""

    def lack(*names: str) -> list[str]:
        plugin = screen.qt_folder() / "Qt/plugins/platforms/libqxcb.so"
        content = plugin.read_bytes()
        renamed = ["libzz" + name[5:] for name in names]
        for name, other in zip(names, renamed, strict=True):
            assert name.encode() in content
            content = content.replace(name.encode() + b"\0", other.encode() + b"\0")
        # where the rest of Qt lies is told from the plugin's own folder, which this copy has left
        (tmp_path / "plugins/platforms").mkdir(parents=True)
        (tmp_path / "lib").symlink_to(screen.qt_folder() / "Qt/lib")
        copy = tmp_path / "plugins/platforms/libqxcb.so"
        copy.write_bytes(content)
        monkeypatch.setattr(screen, "plugin_files", lambda folder, platform: [copy])
        return renamed

    return lack


def test_every_missing_library_is_named_at_once(a_display, without):
    renamed = without("libxcb-cursor.so.0", "libxcb-icccm.so.4")
    trouble = screen.trouble()
    assert trouble is not None and trouble.libraries == tuple(sorted(renamed)) and trouble.commands == ()
    with pytest.raises(CannotDo, match=re.escape("libzzb-cursor.so.0, libzzb-icccm.so.4")):
        window.open_window()


def test_a_machine_without_the_tool_that_lists_them_still_names_the_first(a_display, without, monkeypatch):
    (name,) = without("libxcb-cursor.so.0")
    monkeypatch.setenv("PATH", "/nonexistent")
    trouble = screen.trouble()
    assert trouble is not None and trouble.libraries == (name,)


def test_the_sentence_names_the_package_on_each_family_of_systems(a_display, monkeypatch):
    trouble = screen.Trouble(("libEGL.so.1", "libxcb-cursor.so.0", "libxcb-randr.so.0", "libxcb-shm.so.0"))
    monkeypatch.setattr(screen, "trouble", lambda: trouble)
    with pytest.raises(CannotDo) as refused:
        window.open_window()
    sentence = str(refused.value)
    assert "libEGL.so.1, libxcb-cursor.so.0" in sentence
    assert "“sudo apt install libegl1 libxcb-cursor0 libxcb-randr0 libxcb-shm0” (Debian" in sentence
    assert "“sudo dnf install libglvnd-egl xcb-util-cursor libxcb” (Fedora)" in sentence
    assert "“sudo pacman -S libglvnd xcb-util-cursor libxcb” (Arch)" in sentence


@pytest.mark.parametrize("arguments", [[], ["form", "-o", "form.pdf"], ["--demo", "report", "-o", "page.pdf"]])
def test_a_library_without_which_qt_cannot_be_loaded_at_all_is_named_too(arguments, tmp_path):
    script = (
        "import sys\n"
        "class Lacking:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'PySide6.QtCore':\n"
        "            raise ImportError('libglib-2.0.so.0: cannot open shared object file: No such file or directory')\n"
        "sys.meta_path.insert(0, Lacking())\n"
        "from journal.cli import main; main()\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "DISPLAY": ":0", "HOME": str(tmp_path)}
    environment["PYTHONPATH"] = screen.__file__.split("/journal/")[0]
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and list(tmp_path.glob("*.pdf")) == []
    assert "libglib-2.0.so.0" in done.stderr and "“sudo apt install libglib2.0-0” (Debian" in done.stderr


def test_a_package_is_known_for_every_library_that_qt_leaves_to_the_system():
    folder = screen.qt_folder()
    needed, brought = set(), {"libQt6Pdf.so.6"}
    for file in folder.rglob("*.so*"):
        brought.add(file.name)
        if re.search(QT, str(file)):
            needed |= {
                name.decode() for name in re.findall(rb"\0(lib[\w+.-]+?\.so(?:\.\d+)*)(?=\0)", file.read_bytes())
            }
    needed = {name for name in needed if not name.startswith("libshiboken")}
    assert len(needed) > 20
    assert needed - brought - ALWAYS <= set(screen.PACKAGES)


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, ["wayland", "xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb:nograb"}, ["xcb"]),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb"}, ["wayland", "xcb"]),
    ],
)
def test_the_same_platforms_are_tried_as_qt_tries(environment, platforms, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screen.platforms() == platforms


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_display_that_does_not_answer_is_no_end_of_the_program(platform, tmp_path):
    script = f"from journal.ui import screen; print(screen.answers({platform!r}))"
    environment = {
        "PATH": "/usr/bin:/bin", "DISPLAY": ":987", "WAYLAND_DISPLAY": "nobody-0", "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONPATH": str(screen.__file__.split("/journal/")[0]),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert done.stderr == ""


def test_where_qt_can_open_a_window_nothing_is_in_the_way(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.trouble() is None
