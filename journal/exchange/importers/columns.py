"""What the columns of a table are likely to be, by their headers and what stands in them."""

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.exchange.importers.numbers import is_yes_or_no, number
from journal.exchange.importers.places import fold, understand
from journal.exchange.importers.reading import Unfit
from journal.exchange.importers.text_table import said

_HEADERS = {
    "date": "date | record date | datum | tag | day | jour | fecha | dia | data | date time | datetime | timestamp"
    " | record datetime | zeitpunkt | when",
    "time": "time | record time | uhrzeit | zeit | heure | hora | time of day",
    "intensity": "pain | pain level | pain score | pain intensity | pain rating | pain strength | intensity | severity"
    " | nrs | vas | level | rating | score | strength | schmerz | schmerzen | schmerzstarke | starke | douleur | dolor"
    " | dor | intensite | intensidad | intensidade",
    "place": "where | place | places | location | locations | pain location | area | body part | body area | site | ort"
    " | stelle | wo | korperstelle | korperteil | lieu | endroit | ou | lugar | zona | local | onde | donde",
    "side": "side | leg | seite | bein | cote | lado",
    "quality": "type | pain type | type of pain | quality | kind | art | qualitat | schmerzart | character | symptoms"
    " | feels like | qualite | tipo | symptome | sensation",
    "sleep_hours": "sleep | slept | sleep hours | hours slept | hours of sleep | schlaf | schlafdauer | sommeil | sueno"
    " | sono | sleep time",
    "sleep_disturbed": "sleep disturbed | sleep disturbance | schlafstorung",
    "sitting_minutes": "sitting | sat | sitting time | time sitting | sitzen | gesessen | sitzzeit | assis | sentado",
    "standing_minutes": "standing | stood | standing time | stehen | gestanden | debout | de pie | em pe",
    "walking_minutes": "walking | walked | walk | walking time | gehen | gegangen | marche | caminar | caminata"
    " | caminhada",
    "pain_average": "average pain | pain average | mean pain | avg pain | durchschnitt schmerz",
    "pain_worst": "worst pain | pain worst | max pain | maximum pain | starkster schmerz",
    "note": "note | notes | comment | comments | notable | remarks | remark | notiz | notizen | bemerkung | bemerkungen"
    " | kommentar | remarque | remarques | commentaire | nota | notas | comentario | comentarios | observacoes",
    "activity": "activity | activities | doing | what i did | aktivitat | aktivitaten | activite | actividad"
    " | atividade"
    " | tags",
    "relief": "relief | reliefs | what helped | helped by | linderung | soulagement | alivio",
}
_MEDICINES = (
    "med | meds | medication | medications | medicine | medicines | drug | drugs | painkiller | painkillers"
    " | medikament | medikamente | tabletten | medicament | medicaments | medicacion | medicamento | medicamentos"
)
_KNOWN_MEDICINES = (
    "ibuprofen paracetamol acetaminophen naproxen gabapentin pregabalin diclofenac tramadol codeine amitriptyline"
    " duloxetine aspirin tizanidine cyclobenzaprine methocarbamol baclofen prednisone prednisolone celecoxib meloxicam"
    " etoricoxib metamizole novalgin nortriptyline oxycodone morphine tylenol advil aleve voltaren lyrica"
)


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split("|")]


_ROLE_OF = {word: role for role, words in _HEADERS.items() for word in _split(words)}
_MEDICINE_WORDS = set(_split(_MEDICINES))
NAME_FIELDS: Mapping[str, str] = {
    **{word: role for word, role in _ROLE_OF.items() if role.endswith(("_minutes", "_hours"))},
    **dict.fromkeys(_KNOWN_MEDICINES.split(), "medication"),
    **dict.fromkeys(("heat", "heat pad", "heating pad", "ice", "ice pack", "cold pack"), "heat_or_ice"),
    **dict.fromkeys(("physio", "physiotherapy", "physical therapy", "massage"), "manual_therapy"),
    **dict.fromkeys(("exercise", "exercises", "stretching"), "exercise"),
}
"""What folded names that are no places usually stand for."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What each column is, as the answers' file has it, and whether all of it is sure."""

    columns: Mapping[str, Any]
    sure: bool


def guess(header: Sequence[str], cells: Callable[[int], Iterable[Any]]) -> Guess:
    """Return what the columns are likely to be. cells: what stands in a column, by its number."""
    found: dict[str, Any] = {}
    sure = True
    rest: list[int] = []
    for place, name in enumerate(header):
        role = _role(name)
        if role is not None and (role not in found or (role == "date" and _is_plainer(name, found[role]))):
            if role in found:
                rest.append(header.index(found[role]))
            found[role] = name
        elif name:
            rest.append(place)
    marks = [header[place] for place in rest if "place" not in found and _is_mark(header[place], cells(place))]
    if marks:
        found["marks"] = marks
    notes = [header[place] for place in rest if " ".join(_words(header[place])) in _MEDICINE_WORDS]
    if notes:
        found["to_note"] = notes
        sure = False
    unknown = [
        header[place]
        for place in rest
        if header[place] not in (*marks, *notes) and _role(header[place]) is None and any(map(said, cells(place)))
    ]
    complete = "date" in found and ("intensity" in found or bool(marks))
    return Guess(found, sure and complete and not unknown)


@functools.cache
def unit_is_hours(name: str) -> bool:
    """Whether a header says that its figures are hours."""
    return bool(
        re.search(r"[(\[]\s*(h|hrs?|hours?|std|stunden|heures|horas)\.?\s*[)\]]|\bhours\b|\bstunden\b", fold(name))
    )


def _words(name: str) -> list[str]:
    bare = re.sub(r"[(\[].*?[)\]]", " ", fold(name))
    return re.findall(r"[^\W_]+", bare)


def _role(name: str) -> str | None:
    return _ROLE_OF.get(" ".join(_words(name)))


def _is_plainer(name: str, before: str) -> bool:
    """Whether a header says "date" where the other says it in more words."""
    return len(_words(name)) < len(_words(before))


def _is_mark(name: str, cells: Iterable[Any]) -> bool:
    if not understand(name).region:
        return False
    filled = [cell for cell in cells if said(cell)]
    return bool(filled) and all(is_yes_or_no(cell) or _is_number(cell) for cell in filled[:200])


def _is_number(cell: Any) -> bool:
    try:
        number(cell, "," if isinstance(cell, str) and "," in cell else ".")
    except Unfit:
        return False
    return True
