"""Aspects: which side of an illness or a thing a question asks about, and which side a heading or a sentence tells.

Patients ask of an illness what it is, what one notices, where it comes from, whether it runs in families, what helps
(the question types of MedQuAD: Ben Abacha and Demner-Fushman 2019, doi:10.1186/s12859-019-3119-4). Pages on
illnesses are divided in the same way, so that the part that answers can be told from those that do not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.model import Question
from probatum.text import words
from probatum.text.expressions import expression

DESCRIPTION: Final = "description"
KIND: Final = "kind"
TOLD: Final = frozenset({KIND, "mechanism"})
"""Sides that are told in words though their thing be a treatment: no effect is asked about."""
WITHOUT_PARTS: Final = frozenset({"role", *TOLD})
"""Sides that papers tell anywhere: no part of a document is given to them."""


class Aspect(NamedTuple):
    """How one side of a thing is asked for, headed and told."""

    name: str
    asked: re.Pattern[str]
    headed: re.Pattern[str]
    told: re.Pattern[str]


def _aspect(name: str, asked: str, headed: str, told: str) -> Aspect:
    asking, heading, telling = (expression(pattern, re.IGNORECASE) for pattern in (asked, headed, told))
    return Aspect(name, asking, heading, telling)


DESCRIBING: Final = (
    r"^\W*(?:(?:so|and|exactly),? )*(?:what(?:['’]?s| is| are)(?: \(are\))?(?: exactly)?|what exactly (?:is|are)"
    r"|(?:(?:can|could) you |please )*(?:tell me (?:more )?about|describe|define|summari[sz]e"
    r"|explain(?! (?:why|how|whether)))"
    r"|(?:(?:do|can|could|is|are) (?:you|there) )?(?:(?:have|find|give me|any|some|an?) )*(?:information|overview)"
    r" (?:about|on|of)) "
)
"""How a question begins that asks what something is."""
_KINDS: Final = (
    r"(?:inhibitor|agonist|antagonist|antibod(?:y|ie)|blocker|modulator|drug|medicine|medication|antibiotic|vaccine"
    r"|hormone|steroid|enzyme|protein|kinase|phosphatase|protease|receptor|ligand|gene|peptide|virus|bacterium|fungus"
    r"|parasite|vitamin|mineral|toxin|opioid|nsaid|inflammatory|diuretic|statin|tablet|inhaler|disease|disorder"
    r"|syndrome|cancer|tumou?r|infection)s?"
)
_WORD: Final = r"(?!(?:an?|the|there|it|this|that|is|safe|to|of|for|in|on|with|by|after)\b)[^\s?,;]{1,30}"
_WORDS: Final = rf"{_WORD}(?: {_WORD}){{0,4}}"
OF_KIND: Final = (
    rf"^\W*(?:so,? )?(?:is (?:the )?(?P<kind_of>{_WORDS})|(?:the )?(?P<kind_told>{_WORDS}) is)"
    rf" an? (?:{_WORD} ){{0,4}}[^\s?,;]{{0,30}}{_KINDS}(?: not an? [\w -]{{2,30}})?(?:,? yes or no)?\s*\?*\s*$"
    rf"|^\W*(?:what|which) (?:type|kind|class|sort|family)(?:es|s)? of (?:\w+ )?{_KINDS} (?:is|are) (?:the )?"
    rf"(?P<kind_asked>{_WORDS})\s*\?*\s*$"
)
"""How it is asked whether a thing is of some kind, or of which: `is zorbin a kinase inhibitor?`, `what class of drug is
zorbin?`."""
STANDING: Final = r"^\W*what (?:does|do) (?P<letters>[\w-]{2,12}) (?:stand for|mean)\s*\?*\s*$"
"""How it is asked what letters stand for."""
_ABOUT: Final = r"\b(?:of|for|from|in|with|to)\b"
ASPECTS: Final = (
    _aspect(
        "symptoms",
        rf"\b(?:signs?|symptoms?|manifestations?|clinical features)(?: and (?:signs?|symptoms?))? {_ABOUT}"
        r"|\bhow (?:do|can|would) (?:i|you|we) (?:know if|tell if|recogni[sz]e)\b",
        r"\bsymptoms?\b|\bsigns?\b|\bclinical features\b|\bmanifestations?\b|\bpresentation\b",
        r"\b(?:symptoms?|signs?|features?|characteri[sz]ed by|present(?:s|ed|ing)? (?:with|as)|manifest\w*)\b",
    ),
    _aspect(
        "inheritance",
        r"\binherit\w*|\bhereditary\b(?=\W*(?:$|\?|or\b|too\b|and\b|illness|disease|condition))"
        r"|\brun(?:s|ning)? in (?:the |my |our )?famil"
        r"|\bpass(?:ed)? (?:it )?(?:on )?to (?:my|our) child",
        r"\binherit\w*|\bhereditary\b|\bheredity\b",
        r"\b(?:inherit\w*|hereditary|autosomal|X-linked|dominant|recessive|sporadic|run(?:s)? in families)\b",
    ),
    _aspect(
        "genes",
        r"\bgenetic changes?\b|\b(?:which|what) (?:genes?|mutations?)\b|\bgenes? (?:related|linked|associated)\b",
        r"\bgenetic (?:changes?|causes?)\b|\bgenetics\b|\bgenes?\b|\bmutations?\b",
        r"\b(?:genes?|mutations?|variants?|chromosom\w+|deletions?)\b",
    ),
    _aspect(
        "frequency",
        r"\bhow (?:common|frequent|many people|rare)\b|\b(?:prevalence|incidence) of\b",
        r"\bfrequency\b|\bhow common\b|\bepidemiology\b|\bprevalence\b|\bincidence\b|\bstatistics\b",
        r"\b(?:incidence|prevalence|frequency|common|rare|affects?|per \d|in \d|worldwide|estimated)\b",
    ),
    _aspect(
        "risk",
        r"\bwho (?:is at|has a) (?:\w+ )?risk\b|\bwho gets\b|\brisk factors? (?:for|of)\b|\bat risk (?:for|of)\b",
        r"\bsusceptib\w+|\bat risk\b|\brisk factors?\b|\bwho gets\b",
        r"\b(?:risk|more likely|more often|predispos\w+)\b",
    ),
    _aspect(
        "tests",
        r"\bhow (?:to|is|are|do|does|can)\b[^?]{0,60}\b(?:diagnos\w+|tested)\b|\b(?:tests?|exams?) (?:for|to check)\b"
        r"|\bto check for\b|\bdiagnosis of\b",
        r"\bexams?\b|\btests?\b|\btesting\b|\bdiagnos\w+|\bscreening\b",
        r"\b(?:diagnos\w+|tests?|testing|confirmed|detect\w*|imaging|biops\w+|examination|ultrasound)\b",
    ),
    _aspect(
        "outlook",
        r"\b(?:outlook|prognosis|life expectancy|natural (?:history|course))\b|\bhow long (?:do|does|will)\b[^?]{0,60}"
        r"\b(?:last|live)\b",
        r"\boutlook\b|\bprognosis\b|\bexpectations\b|\blife expectancy\b|\bsurvival\b",
        r"\b(?:prognosis|outlook|surviv\w+|recover\w*|life expectancy|course|mortality|fatal|improve\w*|progress\w*)\b",
    ),
    _aspect(
        "prevention",
        r"\bhow (?:to|can|do|could|should)\b[^?]{0,60}\b(?:prevent\w*|avoid\w*)\b|\bprevention of\b",
        r"\bprevent\w*",
        r"\b(?:prevent\w*|avoid\w*|vaccin\w*|prophyla\w+)\b",
    ),
    _aspect(
        "complications",
        r"\bcomplications? (?:of|from)\b",
        r"\bcomplications?\b",
        r"\b(?:complications?|lead(?:s)? to|result(?:s)? in|risk of)\b",
    ),
    _aspect(
        "stages",
        r"\bstages of\b|\bhow is\b[^?]{0,60}\bstaged\b",
        r"\bstag(?:es|ing)\b",
        r"\b(?:stages?|grades?)\b",
    ),
    _aspect(
        "research",
        r"\b(?:what )?(?:research|clinical trials\)?) (?:is|are) being (?:done|conducted)\b",
        r"\bresearch\b|\bclinical trials\b",
        r"\b(?:research\w*|trials?|stud(?:y|ies))\b",
    ),
    _aspect(
        "living with it",
        r"\bwhat to do (?:for|about)\b|\bliving with\b|\bhow (?:to|do i|can i) (?:cope|live) with\b",
        r"\bconsiderations\b|\bliving with\b|\bself-?care\b|\bwhat to do\b|\b(?:diet|eating|nutrition)\b",
        r"\b(?:diet|eat\w*|avoid|cope|coping|care|exercise|rest)\b",
    ),
    _aspect(
        "treatment",
        r"\b(?:what|which)\b[^?]{0,30}\b(?:treatments?|therap(?:y|ies)) (?:of|for|is|are)\b"
        r"|\bhow (?:is|are|to|can|do)\b[^?]{0,60}\b(?:treat(?:ed)?|cured?|managed?)\b",
        r"\btreatments?\b|\btherap(?:y|ies)\b|\bmanagement\b",
        r"\b(?:treat\w*|therap\w+|manag\w+|surg\w+|medic\w+|drugs?)\b",
    ),
    _aspect(
        "causes",
        r"\bwhat causes\b|\bcauses? of\b|\bwhy do (?:people|some|we|i) (?:get|have|develop)\b|\bhow (?:do|does|did) "
        r"(?:people|someone|you|i|one) (?:get|catch|develop)\b",
        r"\bcauses?\b|\ba?etiology\b",
        r"(?<!any )(?<!all )(?<!all-)\bcaus\w+\b|\b(?:due to|result(?:s)? from|because|triggered)\b",
    ),
    _aspect(
        "role",
        r"\b(?:roles?|purpose|functions?) of\b|\bwhat (?:does|do) [^?]{2,60} do\b|\bused for\b",
        r"\bfunctions?\b|\bnormal function\b|\buses\b",
        r"\b(?:roles?|functions?|aims? to|designed to|used (?:to|for|as)|required for|regulat\w+|mediat\w+|links?"
        r"|plays?|controls?|promot\w+|synthesi[sz]ed by|essential)\b",
    ),
    _aspect(
        "mechanism",
        r"\bmechanisms?\b|\bmodes? of action\b|\breasons? (?:for|of|why)\b"
        r"|\b(?:which|what) (?:\w+ )?(?:molecules?|receptors?|enzymes?|proteins?|kinases?|pathways?|targets?)\b"
        r"[^?]{0,60}\b(?:inhibit|bind|block|target|antagoni[sz]|activat|modulat)\w*|\bwhat is the target of\b"
        r"|^\W*why (?:does|do|is|are|did)\b(?! [^?,]{2,60}?\b(?:given|used|prescribed|recommended|advised|offered)\b)"
        r"|^\W*how (?:is|are|was|were) [^?]{2,80}\b(?:created|formed|made|produced|regulated|activated)\b"
        r"|^\W*how (?:does|do|can|did) [^?]{2,80}\b(?:work|act|function|arise|occur|develop|spread|form|contribute)\b"
        r"|^\W*how (?:does|do|did) (?!(?:i|you|we|one|people)\b)[^?]{2,80}\b(?:cause|protect|damage|kill|trigger|induce"
        r"|lead to|result in|regulate|inhibit|block|interact)\b",
        r"\bmechanisms?\b",
        r"\b(?:by \w+ing|through|via|because|due to|mediat\w+|mechanisms?|thereby|thus|leads? to"
        r"|results? in|facilitat\w+)\b",
    ),
    _aspect(KIND, OF_KIND, r"(?!)", r"\s(?:is|are|as|called|an?)\s"),
    _aspect(
        DESCRIPTION,
        rf"{DESCRIBING}|{STANDING}",
        r"\binformation\b|\boverview\b|\babout\b|\bsummary\b|\bdefinition\b|\bdescription\b|^what (?:is|are)\b",
        r"\s(?:is|are|refers? to|means|consists? of|comprises?|describes?)\s",
    ),
)
"""The more specific come first: `what is the outlook for ...` asks for the outlook."""
_BY_NAME: Final = {aspect.name: aspect for aspect in ASPECTS}
_NARROWER: Final = expression(
    r"\b(?:of|for|between|by|with|to|in|on|from|role|cause|symptom|treatment|outlook|effect|dose|best|between)s?\b",
    re.IGNORECASE,
)
"""Words that make `what is ...` ask for something about its subject, and not what it is."""
_TITLED: Final = expression(r"\bwhat i need to know about\b", re.IGNORECASE)
ASKING: Final = words.stemmed(
    "sign symptom manifestation clinical feature inherit hereditary genetic change related frequency common people "
    "affected prevalence incidence risk susceptible diagnose diagnosis test exam outlook prognosis course prevent "
    "prevention complication stage research trial being done treatment treat cause caused what describe define explain "
    "work act action mechanism "
    "association role purpose reason need know mode"
)
"""Stems that say which side is asked for, and not of what."""


_INTRODUCING: Final = words.stemmed("information overview summary definition tell please find give available exactly")
"""Stems that ask for something, and say nothing of what."""


def subject(question: str) -> frozenset[str]:
    """The stems of what a question asks one side of, where documents give that side a part (`what are the symptoms of
    quarry fever?`: quarry, fever); empty for other questions."""
    return titled(question) - _INTRODUCING if has_parts(asked(question)) else frozenset()


def titles(question: Question) -> tuple[frozenset[str], ...]:
    """How pages may be titled on what one side is asked of: in the question's words, as read and as typed, and by the
    other names of the one thing that it names; empty where no side is asked."""
    own = dict.fromkeys(filter(None, map(subject, (question.read, question.typed))))
    for concept in question.concepts:
        if concept.id and titled(concept.text) in own:
            own |= dict.fromkeys(filter(None, map(titled, concept.names)))
    return tuple(own)


def titled(title: str) -> frozenset[str]:
    """The stems of what a page is on, by its title: without the words that only tell what kind of page it is."""
    return words.stems(_TITLED.sub(" ", title)) - ASKING


_NEXT_PART: Final = expression(
    r"(?:[?;.]|,? and)\s+(?:where|how|what|which|why|who|when|is|are|does|do|can|could|should)\b", re.IGNORECASE
)
"""Where the next part of a question begins: `what is a fibroid and where would it be found`."""


_TO_WHOM: Final = expression(r"\b(?:to|for) (?:me|us|my [a-z]+|a [a-z]+|someone)\b(?: please)?(?=\W*$)", re.IGNORECASE)
"""To whom something is to be explained."""


def first_part(text: str) -> str:
    """What a question asks to be described, without the part that asks on."""
    text = _TO_WHOM.sub("", text)
    found = _NEXT_PART.search(text)
    return text[: found.start()] if found else text


def _narrowed(rest: str) -> bool:
    """Whether `what is ...` goes on to ask for something of its subject: `the outlook for quarry fever`, but not where
    the words belong to the name of an illness (`palsy with scoliosis`, `cancer of the ureter`)."""
    found = list(_NARROWER.finditer(rest))
    if not found:
        return False
    named = all(_WITHIN_NAME.match(one.group()) for one in found) and not _TREATED.search(rest)
    return not named or _ILLNESS.search(rest[: found[0].start()]) is None


_WITHIN_NAME: Final = expression(r"(?:of|with|in|to)$", re.IGNORECASE)
_TREATED: Final = expression(r"\b(?:treat\w*|manag\w+|given|used)\b", re.IGNORECASE)


_ILLNESS: Final = expression(
    r"^\W*(?!the\b)(?:[\w-]+ ){0,6}?(?:cancer|carcinoma|tumou?r|diseases?|disorders?|syndrome|palsy|absence|deficiency"
    r"|dysplasia|atrophy|dystrophy|aplasia|failure|infection|injur(?:y|ies)|defects?|anomal(?:y|ies)|inflammation|fever"
    r"|fracture|anemia|anaemia|malformation|intolerance|disability|immunodeficiency|\w{3,}(?:itis|oma|osis|pathy|emia"
    r"|aemia|algia|plegia|ism|trophy|iasis))\s*$",
    re.IGNORECASE,
)
"""The name of an illness up to the word with which it goes on."""


@lru_cache(maxsize=256)
def asked(question: str) -> str:
    """The side that a question asks for, `symptoms`; empty where it asks something else."""
    for aspect in ASPECTS:
        found = aspect.asked.search(question)
        if found is None:
            continue
        if aspect.name == DESCRIPTION and _narrowed(first_part(_TITLED.sub("", question[found.end() :]))):
            return ""
        return aspect.name
    return ""


@lru_cache(maxsize=4096)
def headed(heading: str) -> str:
    """The side that a part of a document tells, by its heading; empty where the heading names none."""
    return next((aspect.name for aspect in ASPECTS if aspect.headed.search(heading)), "") if heading else ""


def tells(aspect: str, sentence: str) -> bool:
    """Whether a sentence speaks of that side."""
    return aspect in _BY_NAME and bool(_BY_NAME[aspect].told.search(sentence))


def has_parts(aspect: str) -> bool:
    """Whether documents on an illness give that side a part of its own."""
    return bool(aspect) and aspect not in WITHOUT_PARTS
