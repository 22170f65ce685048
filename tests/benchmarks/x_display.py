"""A screen of its own for measuring programs from outside: what they show, when, and a click on it (X11, by Xlib)."""

import ctypes
import ctypes.util
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

SIZE = (1366, 768)
_VIEWABLE = 2
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFFFF
_LEFT_BUTTON = 1
_SMALLEST = (300, 200)
"""Pixels: a window below that is no program's main window."""


class _Attributes(ctypes.Structure):
    """XWindowAttributes, as Xlib.h declares it."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class _Image(ctypes.Structure):
    """The beginning of XImage."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


class Box(NamedTuple):
    """A rectangle of the screen, in its pixels."""

    x: int
    y: int
    width: int
    height: int


class XDisplay:
    """A virtual X server with nothing else on it; ends with the `with` block."""

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout is not None
        self.name = f":{self._server.stdout.readline().strip()}"
        x11 = self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XGetImage.restype = ctypes.POINTER(_Image)
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        x11.XSetErrorHandler(self._ignore)  # a window that is gone again is no reason to end
        self._display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        self._root = ctypes.c_ulong(x11.XDefaultRootWindow(self._display))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._x11.XCloseDisplay(self._display)
        self._server.terminate()
        self._server.wait()

    def window(self) -> Box | None:
        """Return where a program's window is, or None while none is to be seen."""
        parent, root, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x11.XQueryTree(self._display, self._root, *map(ctypes.byref, (root, parent, children, count)))
        found = [ctypes.c_ulong(children[index]) for index in range(count.value)]
        if children:
            self._x11.XFree(children)
        for child in found:
            seen = _Attributes()
            self._x11.XGetWindowAttributes(self._display, child, ctypes.byref(seen))
            large = seen.width >= _SMALLEST[0] and seen.height >= _SMALLEST[1]
            if seen.map_state == _VIEWABLE and large and not seen.override_redirect:
                right, bottom = min(seen.x + seen.width, SIZE[0]), min(seen.y + seen.height, SIZE[1])
                return Box(max(0, seen.x), max(0, seen.y), right - max(0, seen.x), bottom - max(0, seen.y))
        return None

    def pixels(self, box: Box) -> bytes:
        """Return what a part of the screen shows, four bytes a pixel."""
        image: Any = self._x11.XGetImage(
            self._display, self._root, *box, ctypes.c_ulong(_ALL_PLANES), ctypes.c_int(_Z_PIXMAP)
        )
        try:
            return ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        finally:
            self._x11.XDestroyImage(image)

    def colours(self, box: Box) -> int:
        """Return how many colours a part of the screen has, looking at every seventh pixel."""
        return len(set(memoryview(self.pixels(box)).cast("I")[::7]))

    def point(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._test.XTestFakeMotionEvent(self._display, 0, x, y, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def click(self) -> None:
        """Press and release the left button where the pointer is."""
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, _LEFT_BUTTON, down, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)


def resident(pid: int) -> float:
    """Return the megabytes of a process that are in memory. Raises OSError where it has ended."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].partition("kB")[0] or 0) / 1024


def wait(condition: Callable[[], bool], seconds: float = 60.0) -> float:
    """Return the moment at which something became so, looking every two milliseconds. Raises TimeoutError."""
    give_up = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > give_up:
            raise TimeoutError("nothing was shown")
        time.sleep(0.002)
    return time.perf_counter()
