"""The catalogues: what is missing is counted, and what is there fits the text it stands for."""

import os
import re
import string

import pytest
from babel.messages.pofile import read_po

from journal import i18n, paths
from tests.pseudo import texts

COMPLETE: tuple[str, ...] = ("de", "es", "fr", "pt_BR")
"""The languages in which no text may be missing; one that lags behind is counted in `pytest -rP` and reads English."""

SPOKEN = [language for language in i18n.languages() if language != "en"]


def source(language):
    return paths.resource("translations", language, "LC_MESSAGES", f"{i18n.DOMAIN}.po")


def catalogue(language):
    with source(language).open("rb") as file:
        return read_po(file)


def variants(text):
    return text if isinstance(text, (tuple, list)) else (text,)


def placeholders(text):
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", SPOKEN)
def test_every_text_of_a_language_that_is_complete_is_translated(language):
    kept = {(message.context, message.id): message for message in catalogue(language) if message.id}
    missing = [
        text
        for context, text in texts()
        if (message := kept.get((context, text))) is None or not all(variants(message.string)) or message.fuzzy
    ]
    print(f"{language}: {len(missing)} of {len(texts())} texts are not translated")
    if language in COMPLETE:
        assert missing == []
        assert set(kept) <= texts(), "texts that the program no longer says"


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_filled_into_a_text_is_filled_into_its_translation(language):
    translated = [message for message in catalogue(language) if message.id and any(variants(message.string))]
    for message in translated:
        wanted = [placeholders(text) for text in variants(message.id)]
        for text in filter(None, variants(message.string)):
            there = placeholders(text)
            assert there in wanted or there | {"count"} in wanted, (message.id, text)
    checked = catalogue(language)
    for message in checked:
        message.flags.discard("python-format")  # "30 % less" looks like printf; what is filled in stands in braces
    assert list(checked.check()) == []


def edges(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("language", SPOKEN)
def test_what_the_program_reads_in_a_text_is_in_its_translation(language):
    """The leg that stands first, the part in bold, the spaces at the ends, the kinds of files."""
    wrong = []
    for message in catalogue(language):
        for text in filter(None, variants(message.string) if message.id else ()):
            english = variants(message.id)[0]
            first = re.match(r"\*\*\{(?:leg|about)\}", english)
            agree = (
                first is None
                or re.match(re.escape(first[0]) + "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]?:", text),
                text.count("**") == english.count("**"),
                edges(text) == edges(english),
                re.findall(r"\(\*[^)]*\)", text) == re.findall(r"\(\*[^)]*\)", english),
                text.count("\n") == english.count("\n"),
                "!" not in re.sub(r"\{[^}]*\}", "", text),
            )
            if not all(agree):
                wrong.append((english, text))
    assert wrong == []


QUOTED = re.compile(r"[„“«][\s]?([^„“”«»{}]+?)[\s]?[“”»]")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_button_an_answer_or_a_page_named_in_a_sentence_is_named_as_it_shows(language):
    shown = {}
    for message in catalogue(language):
        for english, text in zip(variants(message.id), variants(message.string), strict=False):
            shown.setdefault(english.casefold(), set()).add(text.casefold())
    wrong = [
        (english, text)
        for message in catalogue(language)
        for english, text in zip(variants(message.id), variants(message.string), strict=False)
        for named in QUOTED.findall(english.casefold())
        if named in shown and shown[named].isdisjoint(QUOTED.findall(text.casefold()))
    ]
    assert wrong == []
    assert shown["none of these"] <= {
        named
        for message in catalogue(language)
        if message.id == "{sign}: reported {day}, none on {answered}."
        for named in QUOTED.findall(message.string.casefold())
    }, "the answer that closed a sign"


def terms(cell):
    told = re.sub(r"\([^)]*\)", "", cell).casefold()
    return [term for part in re.split("[,;]", told) if (term := part.strip("„“”«» "))]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_terms_told_to_translators_are_those_of_the_catalogue(language):
    readme = paths.resource("translations", "README.md").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    lines = [line.strip("|").split("|") for line in readme.splitlines() if line.startswith("|")]
    names = {"de": "Deutsch", "es": "Español", "fr": "Français", "pt_BR": "Português (Brasil)"}
    column = [cell.strip() for cell in lines[0]].index(names[language])
    said = [
        (english.casefold(), text.casefold().replace("\N{NO-BREAK SPACE}", " "))
        for message in catalogue(language)
        for english, text in zip(variants(message.id), variants(message.string), strict=False)
    ]
    whole = "\n".join(text for _english, text in said)
    wrong = []
    for line in lines[2:]:
        here = terms(line[column])
        wrong += [term for term in here if term not in whole]
        wrong += [pair for pair in said if pair[0] in terms(line[0]) and not any(term in pair[1] for term in here)]
    assert wrong == []


@pytest.mark.parametrize("language", SPOKEN)
def test_a_text_that_is_missing_is_said_in_english(language):
    i18n.use_language(language)
    text = "This text is in no catalogue."
    assert i18n._(text) == i18n.pgettext("anywhere", text) == i18n.ngettext(text, "", 1) == text


def test_a_catalogue_changed_since_it_was_compiled_is_read_as_it_is_now(tmp_path, monkeypatch):
    folder = tmp_path / "translations" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "sciatica-journal.mo").write_bytes(b"made long ago")
    (folder / "sciatica-journal.po").write_text('msgid "Save"\nmsgstr "Enregistrer"\n', "utf-8")
    os.utime(folder / "sciatica-journal.mo", (1, 1))
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path.joinpath(*parts))
    i18n.use_language("fr")
    assert i18n._("Save") == "Enregistrer"


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        ("de_AT", "de"),
        ("fr_CA", "fr"),
        ("es_MX", "es"),
        ("pt_BR", "pt_BR"),
        ("pt_PT", "pt_BR"),
        ("pt", "pt_BR"),
        ("en_IN", "en"),
        ("it_IT", "en"),
    ],
)
def test_a_country_of_its_own_reads_the_language_as_it_is_written_next_door(wanted, taken, monkeypatch):
    monkeypatch.setenv("LC_ALL", f"{wanted}.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    i18n.use_language()
    assert i18n.language() == taken


def test_the_first_language_on_the_person_s_list_that_there_is_is_taken(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "it:en_GB:de")
    i18n.use_language()
    assert i18n.language() == "en"
    monkeypatch.setenv("LANGUAGE", "it:de_CH:en")
    i18n.use_language()
    assert i18n.language() == "de"
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    i18n.use_language(system=("it-IT", "de-CH", "en-US"))
    assert (i18n.language(), i18n.territory()) == ("de", "IT")
