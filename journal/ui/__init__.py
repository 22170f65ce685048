"""The only Qt: the window and its pages."""

import builtins
import os
from contextlib import suppress

with suppress(ImportError):  # where the system lacks a library, screen.py names it
    import PySide6.QtCore  # noqa: F401  # brings shiboken, which puts its own function in place of Python's import

# For a feature that nothing here uses (`from __feature__ import`), that one reads the source of each module imported
# later and looks for a word in it, which takes as long as the import itself.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# The style that the sheet is written for, before there is an application: to set it later takes long in Python, which
# then makes all enumerations of QStyle.
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
