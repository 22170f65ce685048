"""The page to read: what the journal's words mean, in our own words, each claim with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journal.i18n import N_, _

OURS = "ours"
"""Marks a rule that this project chose by itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences and where they come from."""

    text: str
    sources: tuple[str, ...]
    """Keys of `SOURCES`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. `key` is what a link leads to."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


SOURCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "albert": (
            "Albert 2012",
            "Albert HB, Hauge E, Manniche C. Centralization in patients with sciatica. Eur Spine J 2012;21:630–636.",
        ),
        "childs": (
            "Childs 2005",
            "Childs JD, Piva SR, Fritz JM. Responsiveness of the numeric pain rating scale in patients with low back"
            " pain. Spine 2005;30:1331–1334.",
        ),
        "clinic": (
            N_("the clinic’s article"),
            N_("A physiotherapy clinic’s web page on four signs and four phases of sciatica healing. No study."),
        ),
        "costa": (
            "Costa 2019",
            "Costa N et al. A definition of “flare” in low back pain. J Pain 2019;20:1267–1275.",
        ),
        "de_vet": (
            "de Vet 2002",
            "de Vet HCW et al. Episodes of low back pain: a proposal for uniform definitions to be used in research."
            " Spine 2002;27:2409–2416.",
        ),
        "donelson": (
            "Donelson 1990",
            "Donelson R, Silva G, Murphy K. Centralization phenomenon: its usefulness in evaluating and treating"
            " referred pain. Spine 1990;15:211–213.",
        ),
        "downs": (
            "Downs & Laporte 2011",
            "Downs MB, Laporte C. Conflicting dermatome maps: educational and clinical implications."
            " J Orthop Sports Phys Ther 2011;41:427–434.",
        ),
        "farrar": (
            "Farrar 2001",
            "Farrar JT et al. Clinical importance of changes in chronic pain intensity measured on an 11-point"
            " numerical pain rating scale. Pain 2001;94:149–158.",
        ),
        "girft": (
            "GIRFT",
            "Getting It Right First Time (NHS England). National suspected cauda equina syndrome pathway. 2023.",
        ),
        "grovle": (
            "Grøvle 2010",
            "Grøvle L et al. The bothersomeness of sciatica: patients’ self-report of paresthesia, weakness and leg"
            " pain. Eur Spine J 2010;19:263–269.",
        ),
        "hebert": (
            "Hébert-Losier 2017",
            "Hébert-Losier K et al. Updated reliability and normative values for the standing heel-rise test in"
            " healthy adults. Physiotherapy 2017;103:446–452.",
        ),
        "lee": (
            "Lee 2008",
            "Lee MWL, McPhee RW, Stringer MD. An evidence-based approach to human dermatomes."
            " Clin Anat 2008;21:363–373.",
        ),
        "murphy": (
            "Murphy 2009",
            "Murphy DR et al. Pain patterns and descriptions in patients with radicular pain."
            " Chiropr Osteopat 2009;17:9.",
        ),
        "nhs": ("NHS", N_("NHS (United Kingdom), advice on back pain and on cauda equina syndrome. nhs.uk.")),
        "stanton": (
            "Stanton 2011",
            "Stanton TR et al. A modified Delphi approach to standardize low back pain recurrence terminology."
            " Eur Spine J 2011;20:744–752.",
        ),
        "stratford": (
            "Stratford 1995",
            "Stratford P et al. Assessing disability and change on individual patients: a report of a patient"
            " specific measure. Physiother Can 1995;47:258–263.",
        ),
        "werneke": (
            "Werneke 1999",
            "Werneke M, Hart DL, Cook D. A descriptive study of the centralization phenomenon. Spine 1999;24:676–683.",
        ),
        OURS: (N_("our own choice"), N_("Rules and limits that this program chose; no study stands behind them.")),
    }
)
"""Short name and full reference, by key."""

SECTIONS: tuple[Section, ...] = (
    Section(
        "direction",
        N_("Moving up, moving down"),
        (
            Paragraph(
                N_(
                    "For each painful day and each leg the journal looks at the place farthest from the back that"
                    " hurts: a level from 1, the middle of the low back, to 7, the foot. When that place comes nearer"
                    " to the back over weeks, the pain is moving up. When it goes farther away, it is moving down."
                ),
                ("werneke", OURS),
            ),
            Paragraph(
                N_(
                    "Where it hurts and how often it hurts are two questions. A calf that hurts every day, and later"
                    " every second day, hurts on fewer days but has not moved: it stayed. Both are told, never as one"
                    " figure. A pain that is only rated, without its place, says nothing about where."
                ),
                (OURS,),
            ),
            Paragraph(
                N_(
                    "Clinicians call this centralization and peripheralization. Strictly, those words are for a"
                    " change brought about by movements that a clinician tests, so a diary uses the plain ones."
                ),
                ("donelson", "werneke"),
            ),
            Paragraph(
                N_(
                    "Moving up is the direction clinicians like to see, also when the back itself hurts more for a"
                    " while. That is why the strength of the pain does not enter this verdict."
                ),
                ("donelson",),
            ),
            Paragraph(
                N_(
                    "Moving down is worth telling your clinician, and no reason to despair. Of 176 people whose"
                    " sciatica went below the knee, 84.8 % centralized and 7.3 % peripheralized when tested, and both"
                    " groups improved about equally over the next year. Those in whom testing had no effect, 7.9 %,"
                    " did worse."
                ),
                ("albert",),
            ),
            Paragraph(
                N_(
                    "The verdict always says from how many painful days it comes. With few of them, or with places"
                    " that swing, it says that it cannot tell. It must have held for several painful days before it"
                    " is said. A day without an entry is unknown and never counts as a good day. Even so, a diary"
                    " without any real change gets a “probably” now and then, and the size told is rather too small"
                    " than too large."
                ),
                (OURS,),
            ),
            Paragraph(
                N_(
                    "Two stretches are told: the last 28 days and the last 56, where the longer one has more to say."
                    " While something else in the leg gets worse, or an urgent sign is open, that is told before any"
                    " good news. After a recovery of more than 30 days the counting begins anew: a pain that returns"
                    " has not moved."
                ),
                (OURS,),
            ),
            Paragraph(
                N_(
                    "The journal never names a nerve. Maps of which nerve serves which skin disagree, and about two"
                    " thirds of pain from a nerve root does not keep to any map."
                ),
                ("lee", "downs", "murphy"),
            ),
        ),
    ),
    Section(
        "signs",
        N_("The four signs"),
        (
            Paragraph(
                N_(
                    "Pain and what you can do. Two points less on the scale of 0 to 10, or 30 % less, is what people"
                    " in studies called much better, and less than two points can be chance. Of your own activities"
                    " too, about two points are a real change."
                ),
                ("farrar", "childs", "stratford"),
            ),
            Paragraph(N_("Location. Whether the pain moves up toward the back, as above."), ("donelson",)),
            Paragraph(
                N_(
                    "Numbness and tingling. The journal follows the strongest of each day and speaks of improvement"
                    " from 30 % less on."
                ),
                (OURS,),
            ),
            Paragraph(
                N_(
                    "Strength. From one day to another healthy people do up to 6 heel raises more or fewer, so only a"
                    " change of 7 or more counts. How weak a leg feels is shown but decides nothing: in one study,"
                    " measured weakness explained only 19 % of it."
                ),
                ("hebert", "grovle"),
            ),
            Paragraph(
                N_(
                    "The signs need not agree, and none of them is worked into a total: each is told by itself, with"
                    " its own figures, so that you and your clinician can weigh them."
                ),
                (OURS,),
            ),
        ),
    ),
    Section(
        "phases",
        N_("The four phases, and their limits"),
        (
            Paragraph(
                N_(
                    "One clinic describes healing in four phases: less inflammation, better oxygen supply, nerve"
                    " cells that regenerate, and at last rehabilitation and desensitization."
                ),
                ("clinic",),
            ),
            Paragraph(
                N_(
                    "That is a description and no test. A diary cannot see a nerve: the journal only says which of"
                    " the four your last two weeks look like, if any, by rules of our own. It may go back as well as"
                    " forward, often none fits, and while an urgent sign is open it says nothing about phases."
                ),
                (OURS,),
            ),
        ),
    ),
    Section(
        "flares",
        N_("Flare-ups, episodes and coming back"),
        (
            Paragraph(
                N_(
                    "A flare-up is a worsening that lasts from hours to weeks and is hard to bear. The journal asks"
                    " about one when the worst pain of a day stands two points above what was usual in the two weeks"
                    " before. You say whether it was one. It is shaded in the charts, and its days still count."
                ),
                ("costa", OURS),
            ),
            Paragraph(
                N_(
                    "An episode ends with a month without pain. Pain that comes back after that is a new episode,"
                    " which happens to many people and does not mean that you did something wrong."
                ),
                ("de_vet", "stanton"),
            ),
            Paragraph(
                N_(
                    "After a new treatment it often hurts more for a day or two. The clinic’s article says one to"
                    " seven days; the studies we found are about one day. When it lasts beyond a week, or when"
                    " numbness or weakness is new, ask your clinician."
                ),
                ("clinic", OURS),
            ),
        ),
    ),
    Section(
        "help",
        N_("When to get help"),
        (
            Paragraph(
                N_(
                    "At once, by the emergency number: new numbness, tingling or changed feeling round the genitals,"
                    " the back passage or both buttocks; trouble starting, holding or feeling urine; not holding or"
                    " feeling stool; changed feeling during sex or new trouble getting an erection; sciatica in both"
                    " legs; both legs getting weak or numb quickly; after a serious accident, or a fall with"
                    " osteoporosis; with chest pain or sudden breathlessness."
                ),
                ("nhs", "girft"),
            ),
            Paragraph(
                N_(
                    "The same day: a foot that drops, new weakness, or weakness that is getting worse (within hours"
                    " it is an emergency); fever, feeling ill or shivery with the back pain; one calf that is swollen,"
                    " warm or red."
                ),
                ("nhs", "girft"),
            ),
            Paragraph(
                N_(
                    "Within days: losing weight without a reason; pain that is much worse at night and not eased by"
                    " rest; a lump, swelling or changed shape of the back; pain between the shoulder blades; a first"
                    " back pain under 20 or over 50 that does not ease in a few weeks; and if you have had cancer, take"
                    " steroids, have a weak immune system or osteoporosis, or have had drugs injected other than by a"
                    " clinician."
                ),
                ("nhs",),
            ),
            Paragraph(
                N_(
                    "Getting better is no protection against these signs, which is why the journal keeps an open one"
                    " in view whatever the trend."
                ),
                ("nhs", OURS),
            ),
        ),
    ),
)
"""In reading order."""


def heading(section: Section) -> str:
    """Return a section's heading."""
    return _(section.heading)


def text(paragraph: Paragraph) -> str:
    """Return a paragraph's words."""
    return _(paragraph.text)


def cited(paragraph: Paragraph) -> str:
    """Return the short names of a paragraph's sources: "Donelson 1990; our own choice"."""
    return "; ".join(_(SOURCES[key][0]) for key in paragraph.sources)


def references() -> tuple[str, ...]:
    """Return every source in full, in the order of their short names, our own choices last."""
    keys = sorted(SOURCES, key=lambda key: (key == OURS, _(SOURCES[key][0]).casefold()))
    return tuple(_("{name}: {reference}").format(name=_(SOURCES[key][0]), reference=_(SOURCES[key][1])) for key in keys)
