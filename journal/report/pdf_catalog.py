"""Adds to a PDF's catalog what Qt does not write: the language, and that a reader's window shows the title.

Done as the format means it to be (ISO 32000-1, 7.5.6): a newer catalog is appended with a table that finds it, and not
one byte of what Qt wrote is changed.
"""

import re
from collections import deque

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+)\s+(\d+)\s+R")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def with_language(content: bytes, language: str) -> bytes:
    """Return the PDF with its language ("en", "pt-BR") told to whoever reads it aloud.

    A file that is not built as Qt builds it comes back unchanged: a page without its language is better than none.
    """
    start, trailer = _START.search(content[-200:]), _last(_TRAILER, content)
    root = _ROOT.search(trailer[1]) if trailer else None
    if not (start and trailer and root and _LANGUAGE.fullmatch(language)):
        return content
    number, generation = root.groups()
    catalog = _last(
        re.compile(rb"(?<=[\r\n])%s %s obj\s*<<(.*?)>>\s*endobj" % (number, generation), re.DOTALL), content
    )
    if catalog is None or b"/Lang" in catalog[1] or b"/ViewerPreferences" in catalog[1]:
        return content
    head = content if content.endswith(b"\n") else content + b"\n"
    added = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode("ascii")
    newer = b"%s %s obj\n<<%s%s>>\nendobj\n" % (number, generation, catalog[1].rstrip() + b"\n", added)
    entry = b"%010d %05d n \n" % (len(head), int(generation))
    kept = re.sub(rb"/Prev\s+\d+", b"", trailer[1]).strip()
    table = b"xref\n0 1\n0000000000 65535 f \n%s 1\n%strailer\n<<\n%s\n/Prev %s\n>>\n" % (number, entry, kept, start[1])
    return head + newer + table + b"startxref\n%d\n%%%%EOF\n" % (len(head) + len(newer))


def _last(pattern: re.Pattern[bytes], content: bytes) -> re.Match[bytes] | None:
    return next(iter(deque(pattern.finditer(content), maxlen=1)), None)
