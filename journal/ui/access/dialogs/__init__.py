"""What is asked on the way: each panel takes plain values and answers with one. It is loaded when it first shows."""

from importlib import import_module
from types import ModuleType


def __getattr__(name: str) -> ModuleType:
    """Load a dialog's module by its name."""
    if name.startswith("_"):
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
