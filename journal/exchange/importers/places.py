"""Words for places and feelings, in five languages: which regions a name means, which side it tells, what is felt."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind, Quality


def _split(words: str) -> list[str]:
    return words.split()


_PLACES = """
low_back: lower back | low back | back lower | back | lumbar spine | lumbar | lumbar back | spine | backache
  | unterer rucken | unteren rucken | rucken | kreuz | lendenwirbelsaule | lws | bas dos | dos | lombaires
  | espalda baja | espalda | lumbar zona | lombar | costas | costas inferior | parte inferior costas | kreuzschmerz
sacrum: sacrum | tailbone | coccyx | kreuzbein | steissbein | steiss | coccyx sacrum | sacro | coxis | cocix
*buttock_lower: buttock | glute | bum | gluteal | gluteus | gesass | po | pobacke | gesassbacke | fesse | nalga
  | gluteo | nadega
*hip: hip | hufte | hanche | cadera | quadril
*groin: groin | leiste | aine | ingle | virilha
*thigh_back_upper: thigh | hamstring | back thigh | thigh back | oberschenkel | oberschenkel hinten
  | hinterer oberschenkel | oberschenkelruckseite | cuisse | arriere cuisse | muslo | muslo posterior
  | parte posterior muslo | coxa | coxa posterior
*thigh_front_upper: front thigh | quad | quadriceps | oberschenkel vorne | vorderer oberschenkel | avant cuisse
  | muslo anterior | coxa anterior
*thigh_outer: outer thigh | outside thigh | oberschenkel aussen | exterieur cuisse | muslo exterior | coxa externa
*thigh_inner: inner thigh | inside thigh | oberschenkel innen | interieur cuisse | muslo interior | coxa interna
*knee_front: knee | inner knee | outer knee | front knee | kneecap | knie | knie innen | knie aussen | knie vorne
  | genou | rodilla | joelho
*knee_back: back knee | knee back | behind knee | kniekehle | knie hinten | arriere genou | corva | detras rodilla
  | atras joelho
*shin: shin | shin front | schienbein | tibia | espinilla | canela
*calf_upper: shin back | calf | lower leg back | back lower leg | wade | mollet | pantorrilla | gemelo | panturrilha
*lower_leg_inner: inner lower leg | unterschenkel innen
*lower_leg_outer: outer lower leg | unterschenkel aussen
*ankle_outer: ankle | outer ankle | knochel | aussenknochel | sprunggelenk | cheville | tobillo | tornozelo
*ankle_inner: inner ankle | innenknochel
*heel: heel | achilles | achilles tendon | ferse | achillessehne | talon | talon achille | talus | calcanhar
*foot_top: foot | top foot | fuss | fussrucken | pied | dessus pied | pie | empeine | pe | peito pe
*sole: sole | bottom foot | foot sole | fusssohle | sohle | plante pied | planta pie | planta pe
*foot_outer_edge: foot lateral | outer foot | outer edge foot | fuss aussen | fusskante | aussenkante fuss
*big_toe: foot medial | big toe | toes medial | grosszehe | grosser zeh | grosse zehe | gros orteil | dedo gordo pie
  | dedao pe | halux
*middle_toes: toes | middle toes | toe | zehen | zehe | orteils | dedos pie | dedos pe
*little_toe: toes lateral | little toe | small toe | kleine zehe | kleiner zeh | kleinzehe | petit orteil
"""
_PLURALS = {
    "knees": "knee", "ankles": "ankle", "hips": "hip", "feet": "foot", "calves": "calf", "thighs": "thigh",
    "heels": "heel", "soles": "sole", "shins": "shin", "legs": "leg", "waden": "wade", "fusse": "fuss",
    "huften": "hufte", "fersen": "ferse", "beine": "bein", "genoux": "genou", "chevilles": "cheville",
    "hanches": "hanche", "mollets": "mollet", "pieds": "pied", "jambes": "jambe", "rodillas": "rodilla",
    "tobillos": "tobillo", "caderas": "cadera", "pies": "pie", "piernas": "pierna", "joelhos": "joelho",
    "tornozelos": "tornozelo", "quadris": "quadril", "pes": "pe", "pernas": "perna",
}  # fmt: skip
"""Words that by themselves mean both sides."""
_SEVERAL = {
    "buttocks": "buttock", "glutes": "glute", "hamstrings": "hamstring", "quads": "quad", "groins": "groin",
}  # fmt: skip
"""Words that are said of one side too."""
_NOT_ON_MAP = """
neck shoulder shoulders arm arms hand hands head chest abdomen wrist elbow finger fingers jaw face stomach belly rib
ribs headache headaches migraine migraines anxiety fatigue tiredness nausea dizziness insomnia depression stress
bloating
constipation diarrhea diarrhoea heartburn fever cough rash acne nacken hals schulter schultern arme hande kopf
brust bauch kopfschmerz kopfschmerzen mudigkeit ubelkeit schwindel cou nuque epaule epaules bras tete
poitrine ventre cuello hombro hombros brazo brazos mano manos cabeza pecho pescoco ombro ombros braco bracos mao maos
cabeca peito thoracic cervical handgelenk ellbogen
"""
_NOT_ON_MAP_SETS = ("upper back", "mid back", "middle back", "oberer rucken", "haut dos", "espalda alta", "brain fog")
_SIDE_WORDS = {
    Side.LEFT: "left l lt links linke linker linkes linken gauche izquierda izquierdo izq esquerda esquerdo",
    Side.RIGHT: "right r rt rechts rechte rechter rechtes rechten droite droit derecha derecho dcha direita direito",
}
_BOTH_WORDS = set(_split("both bilateral bilaterally beide beiden beidseits beidseitig ambos ambas deux"))
_FILLERS = set(
    _split(
        "in of the my on at and a an im am an der die das den dem von de du des la le les el los las en del"
        " da do no na um"
        " part area side region sensation feeling"
    )
)
_FEELINGS: dict[Kind | Quality | None, str] = {
    Kind.PAIN: "pain painful pains sore soreness hurts hurt schmerz schmerzen douleur douleurs dolor dor dores",
    Kind.NUMBNESS: "numbness numb taub taubheit taubheitsgefuhl engourdissement entumecimiento dormencia",
    Kind.TINGLING: "tingling tingle tingly pins needles kribbeln kribbelt fourmillement fourmillements picotements"
    " hormigueo formigamento",
    Kind.WEAKNESS: "weakness weak schwache schwach kraftlos faiblesse debilidad fraqueza",
    Quality.SHARP: "sharp stabbing stechend aigu punzante agudo",
    Quality.SHOOTING: "shooting radiating einschiessend ausstrahlend lancinant irradiante",
    Quality.BURNING: "burning brennend brulure brulant quemazon ardor queimacao",
    Quality.ELECTRIC: "electric electrical shock elektrisch electrique electrico eletrico",
    Quality.DULL_ACHE: "dull ache aches aching achy dumpf sourd sordo",
    Quality.CRAMP: "cramp cramps cramping spasm spasms krampf krampfe crampe crampes calambre calambres caibra",
    Quality.STIFF: "stiff stiffness steif steifheit raideur rigidez",
}
_QUALITY_OF = {word: what for what, words in _FEELINGS.items() for word in words.split()}
_SIDE_OF = {word: side for side, words in _SIDE_WORDS.items() for word in words.split()}
_TWO_SIDES = re.compile(r"&|\+|,|\band\b|\bund\b|\bet\b|\by\b|\be\b")


@functools.lru_cache(4096)
def fold(text: str) -> str:
    """Return a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _key(text: str) -> frozenset[str]:
    return frozenset(word for word in _tokens(text) if word not in _FILLERS)


def _table() -> dict[frozenset[str], str]:
    found = {}
    for row in re.split(r"\n(?=\S)", _PLACES.strip()):
        region, _colon, words = row.partition(":")
        found.update({_key(word): region for word in words.split("|")})
    return found


_REGION_OF = _table()
_ELSEWHERE = {frozenset([word]) for word in _NOT_ON_MAP.split()} | {_key(words) for words in _NOT_ON_MAP_SETS}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a name says by itself."""

    region: str = ""
    """A region; "*calf_upper" stands for either leg's, "low_back" for its middle or a side; "" for none."""
    sides: tuple[Side, ...] = ()
    """Which it tells."""
    plural: bool = False
    """Whether it means both legs unless something else tells the side."""
    kind: Kind | None = None
    """What is felt, where the name says so."""
    qualities: tuple[Quality, ...] = ()
    elsewhere: bool = False
    """Whether it is known to be no place of the map."""

    @property
    def needs_side(self) -> bool:
        """Whether the place lies on one leg and nothing here tells on which."""
        return self.region.startswith("*") and not self.sides and not self.plural

    def regions(self, sides: tuple[Side, ...]) -> tuple[str, ...]:
        """Return the regions on those sides, or in the middle for none."""
        if self.region == "low_back":
            return tuple(f"{side}_low_back" for side in sides) or ("low_back_centre",)
        if self.region.startswith("*"):
            return tuple(f"{side}_{self.region[1:]}" for side in sides)
        return (self.region,) if self.region else ()


@functools.lru_cache(4096)
def understand(name: str) -> Understood:
    """Return what a name of a place or a symptom says."""
    words = _tokens(name)
    sides = sides_in(name)
    felt = [_QUALITY_OF[word] for word in words if word in _QUALITY_OF]
    rest = [
        word
        for word in words
        if word not in _SIDE_OF and word not in _BOTH_WORDS and word not in _FILLERS and word not in _QUALITY_OF
    ]
    plural = any(word in _PLURALS for word in rest)
    key = frozenset(_PLURALS.get(word, _SEVERAL.get(word, word)) for word in rest)
    kinds = [what for what in felt if isinstance(what, Kind)]
    kind: Kind | None = next((what for what in kinds if what is not Kind.PAIN), None)
    qualities = tuple(what for what in Quality if what in felt)
    if kind is None and (kinds or qualities):
        kind = Kind.PAIN
    return Understood(
        _REGION_OF.get(key, ""), sides, plural, kind, qualities, bool(key) and (key in _ELSEWHERE or _none_here(key))
    )


def _none_here(key: frozenset[str]) -> bool:
    """Whether every word is one of a place elsewhere, as in "neck and shoulders"."""
    return all(frozenset([word]) in _ELSEWHERE for word in key)


@functools.lru_cache(1024)
def sides_in(text: str) -> tuple[Side, ...]:
    """Return the sides that a text names: one, both where it says both, or none where it leaves that open."""
    words = _tokens(text)
    if any(word in _BOTH_WORDS for word in words):
        return LEGS
    found = {_SIDE_OF[word] for word in words if word in _SIDE_OF}
    if len(found) == 2:
        return LEGS if _TWO_SIDES.search(fold(text)) else ()
    return tuple(found)


def feeling(text: str) -> Kind | Quality | None:
    """Return what one word or phrase says of how it feels; None for nothing that has a name here."""
    found = [_QUALITY_OF[word] for word in _tokens(text) if word in _QUALITY_OF]
    kinds = [what for what in found if isinstance(what, Kind) and what is not Kind.PAIN]
    others = [what for what in found if isinstance(what, Quality)]
    return next(iter([*kinds, *others, *found]), None)


def split_feelings(words: Iterable[str]) -> tuple[dict[Kind, str], list[Quality], list[str]]:
    """Return kinds other than pain by the words for them, qualities, and the words that have no name here."""
    kinds: dict[Kind, str] = {}
    qualities: list[Quality] = []
    unknown: list[str] = []
    for word in words:
        what = feeling(word)
        if isinstance(what, Quality):
            qualities.append(what)
        elif what is None:
            unknown.append(word)
        elif what is not Kind.PAIN:
            kinds.setdefault(what, word)
    return kinds, qualities, unknown
