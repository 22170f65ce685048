"""Files that can be imported: one module a format, and the one list of them."""

from typing import cast

from journal.exchange.importers import bearable, flaredown, own, pain_diary, pain_tracker, table, track_and_graph
from journal.exchange.importers.reading import Importer

HEAD = 1024 * 1024
"""Bytes of a file that are enough to recognise it by."""

IMPORTERS: tuple[Importer, ...] = cast(
    "tuple[Importer, ...]",
    (own.JSON, own.ZIP, bearable, pain_tracker, pain_diary, track_and_graph, flaredown, table),
)
"""Every format, the particular before the general: the first that recognises a file reads it."""


def named(name: str) -> Importer:
    """Return the importer of a name. Raises KeyError."""
    return {importer.NAME: importer for importer in IMPORTERS}[name]


def recognised(file: bytes) -> Importer | None:
    """Return the importer of a file by its content, None for a file of no known format."""
    head = file[:HEAD]
    return next((importer for importer in IMPORTERS if importer.recognises(head)), None)
