"""What every test stands on."""

import functools
import gc
import os

import hypothesis
import matplotlib
import pictures
import pytest

import journal.ui  # noqa: F401  # settles the window's style before there is an application
from journal import i18n
from journal.charts import style
from journal.printing import type as type_on_paper
from tests.torture.shim import fast_folder

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt: the tests need no screen
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # workers inherit it: for small matrices, threads only wait busily
# Programs started with a home of their own find the fonts here; looking for them takes seconds, and matplotlib says so.
os.environ.setdefault("MPLCONFIGDIR", matplotlib.get_cachedir())
if folder := fast_folder():  # half of the suite's time would go into waiting for a disk
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)

WAIT_MS = 120_000
"""How long a wait may take before it counts as never, in ms: far beyond what a busy machine needs."""

# The same examples on every run, and none is late: a suite that fails by chance or by load tells nothing.
# HYPOTHESIS_PROFILE=explore looks for new ones.
hypothesis.settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=500)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser):
    parser.addoption("--renew-pictures", action="store_true", help="Store the pictures of charts and pages anew.")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Modules and tests stay to the end: no search for garbage need look at them, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(10_000)  # a chart makes more than the usual 700 objects every few lines
        gc.enable()


@pytest.fixture
def qtbot(qtbot):
    """The one of pytest-qt, which waits for the event and not for seconds."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        setattr(qtbot, name, functools.partial(getattr(qtbot, name), timeout=WAIT_MS))
    return qtbot


@pytest.fixture
def same_picture(request):
    """Compare a picture with the stored one of a name."""
    return functools.partial(pictures.check, renew=request.config.getoption("renew_pictures"))


@pytest.fixture(autouse=True)
def one_face(monkeypatch):
    """Set charts and pages in the one face that comes along, whatever computer the tests run on."""
    for module in (style, type_on_paper):
        monkeypatch.setattr(module, "available_fonts", lambda: (style.BUNDLED_FONT,))
    type_on_paper.family.cache_clear()
    yield
    type_on_paper.family.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp):
    """The window's application, before a command that needs a smaller one makes that."""


@pytest.fixture
def cheap_keys():
    """Protected files open at once, in this process only."""
    from tests import keys

    with keys.cheap():
        yield


@pytest.fixture(autouse=True)
def garbage_is_collected():
    """Again, where a test began to open the window: until that shows, it is not."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def one_language(monkeypatch):
    """English words, British dates, whatever computer the tests run on."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    i18n.use_language("en")
