"""Whether a window can be shown at all, found out before Qt could end the program over it.

Over a missing library or a display that does not answer, Qt prints a few lines and aborts. So what it is about to load
is loaded here first, which costs nothing: it stays loaded.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_NEED_NONE = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt's own platforms that bring a screen along."""

PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libX11.so.6": ("libx11-6", "libX11", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++", "gcc-libs"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib-ng-compat", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd", "zstd"),
}
"""What Qt for Python links and leaves to the system, with its package on Debian and Ubuntu, on Fedora, and on Arch."""

_DISPLAYS = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
_INSTALL = ("apt install", "dnf install", "pacman -S")


class Trouble(NamedTuple):
    """Why no window can be shown: libraries that are missing, or else a display that does not answer."""

    libraries: tuple[str, ...] = ()
    display: str = ""

    @property
    def commands(self) -> tuple[str, ...]:
        """What installs the libraries on Debian and Ubuntu, on Fedora, and on Arch; () where a package is unknown."""
        if not self.libraries or any(name not in PACKAGES for name in self.libraries):
            return ()
        columns = zip(*(PACKAGES[name] for name in self.libraries), strict=True)
        return tuple(
            f"sudo {install} {' '.join(dict.fromkeys(column))}"
            for install, column in zip(_INSTALL, columns, strict=True)
        )


def named() -> bool:
    """Whether the surroundings name a screen; Windows and macOS always do."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    return platform in _NEED_NONE or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_versions() -> str:
    """Return the versions of Qt, for reports of faults: "Qt 6.11.3 (PySide 6.11.3)"."""
    try:
        import PySide6
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return f"Qt cannot be loaded ({error})"
    return f"Qt {qVersion()} (PySide {PySide6.__version__})"


def trouble() -> Trouble | None:
    """Return what keeps Qt from showing a window here, or None. It knows the reasons of Linux only."""
    if sys.platform != "linux":
        return None
    try:
        from PySide6.QtCore import QLibraryInfo
        from PySide6.QtSvg import QSvgRenderer  # noqa: F401  # loads QtGui too, as the next loads QtWidgets
        from PySide6.QtWidgets import QApplication  # noqa: F401
    except ImportError as error:
        plugins = [plugin for platform in platforms() for plugin in plugin_files(qt_folder() / "Qt/plugins", platform)]
        return Trouble(libraries=_missing([*qt_folder().glob("Qt[CGWS]*.abi3.so"), *plugins], error))
    first = None
    for platform in platforms():  # Qt goes through them too, until one works
        plugins = plugin_files(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)), platform)
        try:
            for plugin in plugins:
                ctypes.CDLL(str(plugin))
            if plugins and answers(platform):
                return None
            found = Trouble(display=os.environ.get(_DISPLAYS.get(platform, ""), platform))
        except OSError as error:
            found = Trouble(libraries=_missing(plugins, error))
        first = first or found
    return first


def platforms() -> list[str]:
    """Those of Qt's platforms that it tries here, the first one first."""
    if named := os.environ.get("QT_QPA_PLATFORM"):
        return [part.split(":")[0].removesuffix("-egl") for part in named.split(";")]
    wayland = "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if wayland else ["xcb"]


def plugin_files(folder: Path, platform: str) -> list[Path]:
    """The files that bring Qt onto a platform; before Qt 6.10 Wayland has one for each way to paint."""
    return sorted({*folder.glob(f"platforms/libq{platform}.so"), *folder.glob(f"platforms/libq{platform}-*.so")})


def answers(platform: str) -> bool:
    """Whether the display of a platform lets us in.

    A connection to an X server stays open: one without other clients would begin anew as we leave, while Qt waits.
    """
    if platform == "xcb":
        xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.restype = ctypes.c_void_p
        return not xcb.xcb_connection_has_error(ctypes.c_void_p(xcb.xcb_connect(None, None)))
    if platform == "wayland":
        wayland = ctypes.CDLL("libwayland-client.so.0")
        wayland.wl_display_connect.restype = ctypes.c_void_p
        display = wayland.wl_display_connect(None)
        if display:
            wayland.wl_display_disconnect(ctypes.c_void_p(display))
        return bool(display)
    return True


def qt_folder() -> Path:
    """Where Qt for Python is, also where it cannot be imported."""
    spec = importlib.util.find_spec("PySide6")
    return Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()


def _missing(files: Sequence[Path], error: Exception) -> tuple[str, ...]:
    """The libraries that these files need and the system does not have; the error names but the first of them."""
    import subprocess  # only where something is missing

    names = set(re.findall(r"(\S+\.so[.\d]*): cannot open", str(error)))
    with suppress(OSError):
        told = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
        names |= set(re.findall(r"(\S+) => not found", told))
    return tuple(sorted(names)) or (str(error),)
