"""Emergency numbers and crisis lines by country, each with who publishes it (facts as of November 2026).

The numbers work without this program ever going online; all of them can be replaced in Settings by the person's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from journal.i18n import N_, _

ANYWHERE = "XX"
"""The code of a country that is not listed (reserved by ISO 3166 for such use)."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Someone to talk to. `name` is the line's own; `how` says in plain words how to reach it."""

    name: str
    number: str
    how: str
    source: str
    """The site of who runs or publishes it."""


@dataclass(frozen=True, slots=True)
class Country:
    """Whom to call in one country."""

    code: str
    """ISO 3166."""
    name: str
    emergency: str
    """The number, as it stands after "call"."""
    emergency_source: str
    lines: tuple[CrisisLine, ...]
    advice: str = ""
    """A number for medical advice that cannot wait for the doctor's hours; "" where there is no one number."""
    advice_source: str = ""


_CALL = N_("call, free, day and night")
_CALL_OR_TEXT = N_("call or text, free, day and night")
_SAMARITANS = "Samaritans"

COUNTRIES: Mapping[str, Country] = MappingProxyType(
    {
        country.code: country
        for country in (
            Country(
                "AU",
                N_("Australia"),
                "000",
                "triplezero.gov.au",
                (CrisisLine("Lifeline", "13 11 14", N_("call, day and night"), "lifeline.org.au"),),
                "1800 022 222",
                "healthdirect.gov.au",
            ),
            Country(
                "AT",
                N_("Austria"),
                "144",
                "oesterreich.gv.at",
                (CrisisLine("Telefonseelsorge", "142", _CALL, "telefonseelsorge.at"),),
                "1450",
                "1450.at",
            ),
            Country(
                "BR",
                N_("Brazil"),
                "192",
                "gov.br",
                (CrisisLine("CVV", "188", _CALL, "cvv.org.br"),),
            ),
            Country(
                "CA",
                N_("Canada"),
                "911",
                "canada.ca",
                (CrisisLine("Suicide Crisis Helpline", "988", _CALL_OR_TEXT, "988.ca"),),
                "811",
                "canada.ca",
            ),
            Country(
                "FR",
                N_("France"),
                "112",
                "service-public.fr",
                (CrisisLine("Numéro national de prévention du suicide", "3114", _CALL, "3114.fr"),),
            ),
            Country(
                "DE",
                N_("Germany"),
                "112",
                "bundesregierung.de",
                (
                    CrisisLine("TelefonSeelsorge", "0800 111 0 111", _CALL, "telefonseelsorge.de"),
                    CrisisLine("TelefonSeelsorge", "116 123", _CALL, "telefonseelsorge.de"),
                ),
                "116 117",
                "116117.de",
            ),
            Country(
                "IN",
                N_("India"),
                "112",
                "112.gov.in",
                (CrisisLine("Tele-MANAS", "14416", _CALL, "telemanas.mohfw.gov.in"),),
            ),
            Country(
                "IE",
                N_("Ireland"),
                "112",
                "hse.ie",
                (CrisisLine(_SAMARITANS, "116 123", _CALL, "samaritans.org/ireland"),),
            ),
            Country(
                "NZ",
                N_("New Zealand"),
                "111",
                "police.govt.nz",
                (CrisisLine("Need to talk?", "1737", _CALL_OR_TEXT, "1737.org.nz"),),
                "0800 611 116",
                "healthline.govt.nz",
            ),
            Country(
                "ES",
                N_("Spain"),
                "112",
                "112.es",
                (CrisisLine("Línea 024", "024", _CALL, "sanidad.gob.es"),),
            ),
            Country(
                "CH",
                N_("Switzerland"),
                "144",
                "ch.ch",
                (CrisisLine("Die Dargebotene Hand, La Main Tendue", "143", N_("call, day and night"), "143.ch"),),
            ),
            Country(
                "GB",
                N_("United Kingdom"),
                "999",
                "nhs.uk",
                (CrisisLine(_SAMARITANS, "116 123", _CALL, "samaritans.org"),),
                "111",
                "111.nhs.uk",
            ),
            Country(
                "US",
                N_("United States"),
                "911",
                "911.gov",
                (CrisisLine("988 Suicide & Crisis Lifeline", "988", _CALL_OR_TEXT, "988lifeline.org"),),
            ),
            Country(
                ANYWHERE,
                N_("Another country"),
                # Translators: stands after "call" and "emergency:".
                N_("112 or your local number"),
                "itu.int",
                (
                    CrisisLine(
                        "Find A Helpline",
                        "findahelpline.com",
                        N_("a web page of the lines of more than 100 countries"),
                        "findahelpline.com",
                    ),
                ),
            ),
        )
    }
)
"""By the code of ISO 3166, in the order of their English names. 112 and 911 are the two emergency numbers that the ITU
(Recommendation E.161.1) recommends, and a mobile phone passes 112 on to the local service nearly everywhere."""


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """What the person wrote in Settings; "" keeps the country's."""

    emergency: str = ""
    line_name: str = ""
    line_number: str = ""


def country(code: str, own: OwnNumbers | None = None) -> Country:
    """Return a country by its code with the person's own numbers put in; an unknown code is another country."""
    found = COUNTRIES.get(code, COUNTRIES[ANYWHERE])
    found = replace(found, emergency=_(found.emergency))
    own = own or OwnNumbers()
    if own.emergency.strip():
        found = replace(found, emergency=own.emergency.strip(), emergency_source="")
    if own.line_number.strip():
        first = CrisisLine(own.line_name.strip() or _("Your own line"), own.line_number.strip(), "", "")
        found = replace(found, lines=(first, *found.lines))
    return found


def country_of(territory: str) -> str:
    """Return the code that a computer set up for that territory ("GB") begins with."""
    return territory if territory in COUNTRIES else ANYWHERE


def name(found: Country) -> str:
    """Return a country's name."""
    return _(found.name)


def how(line: CrisisLine) -> str:
    """Return how a line is reached: "call, free, day and night"; "" for the person's own."""
    return _(line.how) if line.how else ""


def call(found: Country) -> str:
    """Return whom to call in an emergency: "Call 112"."""
    return _("Call {number}").format(number=found.emergency)
