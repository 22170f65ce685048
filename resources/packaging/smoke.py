"""Ask of a built program what a person can ask without a window: python smoke.py PROGRAM.

It prints a line a check and ends with 1 if one fails. Whatever is written on standard error fails too.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

CHARTS = ("ladder", "pain", "signs", "body", "calendar")
LANGUAGES = ("de", "es", "fr", "pt_BR")
WORKBOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Days" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="inlineStr"><is><t>Pain</t></is></c>'
    '<c r="C1" t="inlineStr"><is><t>Location</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>2026-01-02</t></is></c><c r="B2"><v>4</v></c>'
    '<c r="C2" t="inlineStr"><is><t>left calf</t></is></c></row>'
    "</sheetData></worksheet>",
}
PAIN_TRACKER = (
    "Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,Missed Work Days,Notes\n"
    '2026-01-02,16:05,4,"left calf","shooting; tingling","walking",4,5,,"a day"\n'
)
TABLE = "Date,Pain,Location\n2026-01-02,4,left calf\n2026-01-03,6,left calf\n"


class Checks:
    """Runs the program in a home of its own, and counts."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program = program
        self._home = home
        self.failed = 0
        self.count = 0
        own = {"HOME": home, "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}
        own |= {"XDG_CACHE_HOME": home / "cache", "LOCALAPPDATA": home / "local", "APPDATA": home / "roaming"}
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        self._environment |= {name: str(value) for name, value in own.items()} | {"LC_ALL": "C.UTF-8"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE"):
            self._environment.pop(name, None)

    def __call__(self, name: str, *arguments: str, holds: str = "", expects: int = 0) -> str:
        """Run once and return its output; `holds` is what that has to have in it."""
        started = time.perf_counter()
        done = subprocess.run(
            [self._program, *arguments], cwd=self._home, env=self._environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        took = time.perf_counter() - started
        wrong = (
            done.returncode != expects
            or (expects == 0 and done.stderr.strip())
            or holds not in done.stdout + done.stderr
        )
        self.say(name, not wrong, f"{took:5.2f} s" + (f"\n{done.stdout}{done.stderr}" if wrong else ""))
        return done.stdout

    def say(self, name: str, passed: bool, more: str = "") -> None:
        """Print one line and count it."""
        self.count += 1
        self.failed += not passed
        print(f"{'ok  ' if passed else 'FAIL'}  {name:32} {more}".rstrip(), flush=True)


def main(program: Path) -> int:
    """Run every check and return the exit code."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        check = Checks(program, home)
        check("version", "--version", holds="SQLCipher 4")
        if check.failed:
            return 1
        check("help", "--help", holds="passphrase")
        for kind in ("svg", "png", "pdf"):
            for chart in CHARTS:
                check(f"chart {chart} {kind}", "--demo", "chart", chart, "-o", f"{chart}.{kind}")
        fonts = sorted(home.rglob("fontlist-*.json"))
        made = [file.stat().st_mtime_ns for file in fonts]
        check("report a4", "--demo", "report", "-o", "r.pdf")
        more = [word for part in ("findings", "treatments", "days", "notes") for word in ("--with", part)]
        check("report further", "--demo", "report", "-o", "r2.pdf", *more, "--paper", "letter")
        still = sorted(home.rglob("fontlist-*.json"))
        check.say("the list of fonts is kept", bool(fonts) and [file.stat().st_mtime_ns for file in still] == made)
        check("form", "form", "-o", "form.pdf")
        check("form on letter in French", "--language", "fr", "form", "--paper", "letter", "-o", "fr.pdf")
        check("progress", "--demo", "progress")
        check("list", "--demo", "list")
        check("export json", "--demo", "export", "-o", "e.json")
        check("export zip", "--demo", "export", "-o", "e.zip")
        check("import json", "--journal", "j.sqlite", "import", "e.json")
        check("import zip again", "--journal", "k.sqlite", "import", "e.zip")
        (home / "table.csv").write_text(TABLE, encoding="utf-8")
        with zipfile.ZipFile(home / "table.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
            for name, text in WORKBOOK.items():
                book.writestr(name, text)
        for kind in ("csv", "xlsx"):
            check(
                f"import another app's {kind}",
                "--journal",
                f"{kind}.sqlite",
                "import",
                f"table.{kind}",
                "--zone",
                "Europe/London",
            )
            check(f"what was taken in, {kind}", "--journal", f"{kind}.sqlite", "list", holds="2026-01-02")
        (home / "tracker.csv").write_text(PAIN_TRACKER, encoding="utf-8")
        tracker = ["--journal", "tracker.sqlite"]
        zone = ["--zone", "Europe/London"]
        check("a diary not yet taken in", *tracker, "import", "tracker.csv", *zone, "--dry-run", holds="1 record")
        check("a diary taken in", *tracker, "import", "tracker.csv", *zone)
        check(
            "a missed day written down", *tracker, "add", "--scope", "day", "--at", "2026-01-03T20:00", "--no-symptoms"
        )
        check("when it began", *tracker, "onset", "2025-03")
        check("the diary read again", *tracker, "list", holds="2026-01-03")
        (home / "p").write_text("a passphrase of words\n", encoding="utf-8")
        words = ["--journal", "j.sqlite", "--passphrase-file", "p"]
        new = ["--new-passphrase-file", "p", "--recovery-out", "code.txt"]
        check("passphrase set", "--journal", "j.sqlite", "passphrase", *new, "set")
        check.say("it is encrypted", not (home / "j.sqlite").read_bytes().startswith(b"SQLite"))
        for command in ("list", "progress", "check", "backup"):
            check(f"encrypted {command}", *words, command)
        check("with the recovery code", "--journal", "j.sqlite", "--passphrase-file", "code.txt", "list", expects=0)
        check("encrypted import", *words, "import", "e.zip")
        check("encrypted report", *words, "report", "-o", "protected.pdf")
        (home / "q").write_text("other words\n", encoding="utf-8")
        check(
            "passphrase change",
            *words,
            "passphrase",
            "--new-passphrase-file",
            "q",
            "--recovery-out",
            "code2.txt",
            "change",
        )
        check("the older passphrase is refused", *words, "list", expects=1)
        words = ["--journal", "j.sqlite", "--passphrase-file", "q"]
        (backup,) = home.glob("j-backups/*by-hand*")
        check("encrypted restore", *words, "restore", str(backup))
        check("salvage of an encrypted one", *words, "salvage", "-o", "salvaged.sqlite")
        check("passphrase remove", *words, "passphrase", "remove")
        check("it opens without one", "--journal", "j.sqlite", "check")
        told = [check(f"texts in {name}", "--language", name, "--demo", "progress") for name in ("en", *LANGUAGES)]
        check.say("each language is another", len(set(told)) == len(told))
        check("report in German", "--language", "de", "--demo", "report", "-o", "de.pdf")
        if platform.system() == "Linux":
            check("no screen is told", holds="commands need none", expects=1)
            check("install-menu", "install-menu")
            entry = home / "data" / "applications" / "sciatica-journal.desktop"
            check.say("the menu entry starts it", entry.is_file() and f'Exec="{program}"' in entry.read_text("utf-8"))
            check("install-menu --remove", "install-menu", "--remove")
        for file in ("r.pdf", "r2.pdf", "de.pdf", "form.pdf", "fr.pdf", "protected.pdf"):
            check.say(f"{file} is a PDF", (home / file).is_file() and (home / file).read_bytes().startswith(b"%PDF"))
        print(f"{check.count - check.failed} passed, {check.failed} failed")
        return int(check.failed > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
