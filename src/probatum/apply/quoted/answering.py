"""Answering: whether a sentence tells what was asked, where a question is answered in words and no effect is weighed.

A sentence that shares an illness or one rare word with a question, and has no word of what is asked of it, is no answer
however near it seems: then it is said that nothing held answers, and what is nearest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.naming import is_page
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.describing import describes, subject
from probatum.apply.quoted.passages import is_told
from probatum.apply.quoted.wanted import Wanted
from probatum.apply.replies import polar
from probatum.apply.selection import is_open
from probatum.model import Appraisal, Concept, Intent, Question, RecordKind, Role, Span
from probatum.text import aspects, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members
from probatum.vocabulary.wants import EMPTY

LEAST: Final = 0.5
"""Share of the question's words, rarer ones counting more, that a sentence and its title must hold."""
WHETHER: Final = 0.65
"""The same where yes or no is asked: one of two things that a question relates says nothing of the other."""
TITLED: Final = 0.65
"""Share of them that a title must hold to be of a study that was made to answer the question."""
RARE: Final = 4.5
"""Weight from which a word tells of what a question is."""
ALIKE: Final = 5
"""Letters at the beginning that two words of one family share: `activation`, `activator`."""
_STANDING: Final = caseless(aspects.STANDING)
_EMPTY: Final = (
    EMPTY
    | aspects.ASKING
    | words.stems(
        "worsen raise increase lower reduce decrease affect influence improve change link linked associate connect tie "
        "more less better worse bad good safe useful effective worth available possible likely normal lot lots lately "
        "make lead result trigger predict predictor show tell alleviate hold promise kid kids guy folk guys folks "
        "summarise summarize describe explain"
    )
)
"""Words that say how things are related or how much, and not what they are."""
_THINGS: Final = ("drug", "condition", "symptom", "test", "procedure")
_ADVISED: Final = ("treatment", "prevention", "living with it", "tests", "complications")
"""Sides of an illness that tell what is done."""
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.BOOK)
_HOW: Final = caseless(
    r"\b(?:mechanisms?|inhibit\w*|bind(?:s|ing)?|receptors?|pathways?|acts? (?:by|on|as|through|via)|block\w*"
    r"|activat\w+|stimulat\w+|agonists?|antagonists?|modulat\w+|mimics?|channels?|enzymes?|synthesis|(?:re-?)?uptake"
    r"|antibod(?:y|ies)|target(?:s|ed|ing)?|suppress\w*|mediat\w+|induc\w+|alkylat\w+|expression|signal\w*)\b"
)


_RECURS: Final = caseless(r"\b(?:recur\w*|relaps\w*)\b")
_AGAIN: Final = words.stems("come comes coming back return again")
"""What people call it that an illness recurs."""


def answers(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence, with the title of its record, tells what is asked; of treatments that are weighed, and of
    documents that are on one thing from end to end, always."""
    question = context.question
    if appraisal.record.kind is RecordKind.GUIDELINE:
        return wants_advice(context) or advises(context, appraisal, span)
    if appraisal.record.kind in _DOCUMENTS or is_page(appraisal.record):
        return True
    if not is_told(question, treatable=context.treatable):
        return question.intent is not Intent.PROGNOSIS or _names_all(question, appraisal, span)
    return _names_all(question, appraisal, span) and _tells_side(question, span)


def relates(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """The same of a sentence that nobody composed; where it is asked whether a medicine brings on an illness, it has to
    name both."""
    question = context.question
    if question.intent is Intent.HARM and question.having(Role.OUTCOME) and appraisal.record.kind not in _DOCUMENTS:
        return _names_all(question, appraisal, span)
    return answers(context, appraisal, span)


def wants_advice(context: Context) -> bool:
    """Whether what is advised of an illness can answer: where it is asked what is done, and not if something is so,
    whom it befalls or what one notices of it."""
    question = context.question
    if is_open(question) or not is_told(question, treatable=context.treatable):
        return True
    side = aspects.asked(question.read)
    return side in _ADVISED if side else not (_whether(question) or _ACCURATE.search(question.read))


def advises(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether advice tells the very thing that is asked, though no advice is asked for."""
    return _names_all(context.question, appraisal, span) and _tells_side(context.question, span)


def _names_all(question: Question, appraisal: Appraisal, span: Span) -> bool:
    """Whether each illness, medicine and test is named, and enough of all words held."""
    named = _titled(appraisal.record.title)
    held = _held(question, named | spelled(span) | words.parted(span.quote))
    if _RECURS.search(span.quote):
        held |= _AGAIN
    wanted = Wanted.of(question)
    if not (
        subject(question) & (wanted.chief or subject(question)) <= held and _share(wanted, held) >= _least(question)
    ):
        return False
    if not _beside(question, held):
        return False
    of_it = _share(wanted, _held(question, named)) >= TITLED
    things = [c for c in question.concepts if c.semantic in _THINGS and not _is_sought(question.read, c.text)]
    if of_it or not all(words.stems(c.text) <= held or _named(c, held) for c in things):
        return of_it
    # Of two things that are related, what befalls people stands in the sentence itself: any study on it names it.
    befalls = [c for c in things if c.role is Role.OUTCOME] if _whether(question) else []
    own = _held(question, spelled(span) | words.parted(span.quote)) if befalls else set[str]()
    return all(words.stems(c.text) <= own or _named(c, own) for c in befalls)


@lru_cache(maxsize=512)
def _titled(title: str) -> frozenset[str]:
    return frozenset(words.stems(title) | words.parted(title))


def _beside(question: Question, held: set[str]) -> bool:
    """Whether something is held of what a question that wants yes or no asks beside the names of illnesses and
    medicines, where it asks anything beside them: of every other thing that it names, and of all its words one."""
    if not _whether(question):
        return True
    weights = Wanted.of(question).weights
    others = [c for c in question.concepts if c.id and c.semantic not in _THINGS]
    rare = [c for c in others if max((weights.get(s, 0.0) for s in words.stems(c.text)), default=0.0) >= RARE]
    if not all(words.stems(c.text) & held or _named(c, held) for c in rare):
        return False
    named = (words.stems(n) for c in question.concepts if c.semantic for n in (c.text, c.label))
    plain = weights.keys() - frozenset[str]().union(*named) - _EMPTY
    return not plain or bool(plain & held)


def _whether(question: Question) -> bool:
    """Whether yes or no is asked, and not politely what a thing is (`can you describe A?`)."""
    return polar.begins(question) and aspects.asked(question.read) != aspects.DESCRIPTION


def _least(question: Question) -> float:
    return WHETHER if _whether(question) else LEAST


def _share(wanted: Wanted, held: set[str]) -> float:
    """The share of what is asked that is held; how things are related is told in many words."""
    telling = {s: w for s, w in wanted.weights.items() if s not in _EMPTY} or wanted.weights
    return sum(w for s, w in telling.items() if s in held) / (sum(telling.values()) or 1.0)


def _held(question: Question, said: frozenset[str]) -> set[str]:
    """Some words, with those of the question that they have by another name or by one of the same family."""
    wanted = Wanted.of(question)
    begins = frozenset(s[:ALIKE] for s in said if len(s) >= ALIKE)
    return {*said, *wanted.held(said), *(s for s in wanted.weights if _like(s, said, begins))}


def _is_sought(text: str, name: str) -> bool:
    """Whether a name is of the sort that is asked for, and of nothing that is told: `which viral infection`."""
    before, found, _ = text.lower().partition(name.lower())
    return bool(found) and _SORT.search(before) is not None


_SORT: Final = caseless(r"\b(?:which|what|any|list|name|(?:sort|kind|type)s? of)\s(?:[\w-]+\s){0,2}$")


def _named(concept: Concept, said: set[str]) -> bool:
    names = (words.stems(n) for n in (*concept.names, *members(concept.label)))
    return any(name and name <= said for name in names)


def _like(stem: str, said: frozenset[str], begins: frozenset[str]) -> bool:
    """Whether some words have one of the same family, or all parts of a compound; a name has no family."""
    if "-" in stem:
        return all(p in said or p[:ALIKE] in begins for p in stem.split("-") if len(p) > 1)
    if len(stem) <= ALIKE or not vocabulary.load().is_english(stem):
        return False
    return stem[:ALIKE] in begins or any(s.endswith(stem) for s in said)


def _tells_side(question: Question, span: Span) -> bool:
    """Whether a sentence tells the side that is asked for: what a thing is, how it works, whom it befalls."""
    side = aspects.asked(question.read)
    if side in (aspects.DESCRIPTION, aspects.KIND):
        return _defines(question, span)
    if side == "mechanism" and any(c.semantic == "drug" for c in question.having(Role.INTERVENTION)):
        return _HOW.search(span.quote) is not None
    if side == "tests":
        return _TESTED.search(span.quote) is not None
    if side in _OF_ILLNESS and _TREATED.search(span.quote):
        return False  # how it answered to a treatment is another matter
    if not side and _ACCURATE.search(question.read):
        return _MEASURES.search(span.quote) is not None
    if not side and _WORTH.search(question.read) and _whether(question):
        return _JUDGES.search(span.quote) is not None
    return not aspects.has_parts(side) or aspects.tells(side, span.quote)


_OF_ILLNESS: Final = ("symptoms", "inheritance", "genes", "frequency", "risk", "causes")
_TREATED: Final = caseless(
    r"\b(?:respon(?:se|ses|ded|ds?) (?:well )?to|(?:improv|resolv|heal)\w+ (?:with|after|on)|treated with"
    r"|treatment (?:with|of)|after (?:treatment|therapy|surgery))\b"
)
_TESTED: Final = caseless(
    r"\bdiagnos\w+ (?:is|was|are|were|by|with|based|using|requires?|relies|rests|of|can|may|should|includes?|criteria"
    r"|tests?|tools?|accura\w+|values?|performance|marker|biomarker)s?\b|\b(?:gold|reference) standard\b"
    r"|\bconfirm\w* (?:by|with|the diagnosis)|\bsensitiv\w+|\bspecificit\w+|\baccura\w+|\bAUC\b|\bcriteria\b"
    r"|\bpositive (?:for|predictive)|\btest(?:s|ed|ing)? (?:for|is|are|should|can|may|of)\b|\bdetect\w*"
    r"|\bscreen(?:ing|ed)? (?:for|with|should|is)\b"
)
"""Words by which a sentence tells how an illness is found: that somebody was seen after its diagnosis tells nothing."""
_ACCURATE: Final = caseless(
    r"\bhow (?:accurate|reliable|sensitive|specific)\b|\b(?:accuracy|sensitivity|specificity) of\b"
)
_MEASURES: Final = caseless(
    r"\b(?:sensitiv|specific|accura|predict|concord|agree|detect|miss|identif|distinguish|discriminat|differentiat|valid"
    r"|reliab)\w*|\b(?:AUC|kappa|NPV|PPV|cut-?offs?|likelihood ratios?|(?:false|true)[- ]\w+|positive|negative)\b"
    r"|\bdiagnostic (?:yield|value|performance|tool|ability)\b|\buseful\b"
)
"""Words by which a sentence tells how well a test finds something."""
_WORTH: Final = caseless(r"\b(?:worth|should|recommended|needed|necessary|any (?:good|use|point)|pointless)\b")
_JUDGES: Final = caseless(
    r"\b(?:recommend\w*|should|benefi\w*|harms?|harmful|effective\w*|cost\w*|useful\w*|valuable|improv\w*|reduc\w*"
    r"|lower\w*|fewer|better|worse|superior\w*|inferior\w*|mortality|surviv\w*|justif\w*|support\w*|advis\w*"
    r"|warrant\w*|necessary|unnecessary|required?|sensitiv\w*|accura\w*|reasonable|detect\w*)\b"
)
"""Words by which a sentence judges what is done."""


def _defines(question: Question, span: Span) -> bool:
    """Whether a sentence says what its subject is; what the vocabulary does not know is told by any that names it."""
    if standing := _STANDING.match(question.read):
        letters = re.escape(standing["letters"].rstrip("s"))
        return re.search(rf"\w \({letters}s?\b|\b{letters}s? \(", span.quote) is not None
    asked = subject(question)
    known = frozenset[str]().union(*(words.stems(n) for c in question.concepts if c.id for n in (c.text, c.label)))
    if not asked & known:
        return True
    parts = re.split(r"(?<=[.!?])\s", span.quote)
    return any(describes(part, asked) > 0 for part in parts) or _apposed(asked).search(span.quote) is not None


@lru_cache(maxsize=64)
def _apposed(asked: frozenset[str]) -> re.Pattern[str]:
    """How a subject is set beside what it is: `the inhibitor A`, `A, an inhibitor`, `inhibitors such as A`."""
    word = rf"(?:{'|'.join(re.escape(s) for s in sorted(asked))})[\w-]{{0,4}}"
    return caseless(
        rf"\b{word}(?: \([^)]{{1,60}}\))?,? (?:(?:also|usually|often|generally) )?(?:is|are|was|were|represents?"
        r"|refers?|means|comprises?|consists?|describes?|denotes?|encodes?|belongs?|includes?|plays?|acts?|functions?|inhibits?"
        r"|binds?|results?|arises?)\b"
        rf"|\b{word}(?: \([^)]{{1,60}}\))?, (?:which|an?|the|one|also|in which|where|whose)\b"
        rf"|\b{word} \((?:an?|the|also)\b|^{word}: |\w \({word}\)"
        rf"|\b(?:called|named|known as|termed|such as|including|like) (?:the )?{word}"
        rf"|\b(?:inhibitor|agonist|antagonist|antibody|blocker|modulator|drug|agent|protein|enzyme|kinase|receptor"
        rf"|vaccine|disease|disorder|syndrome|virus|tool|package|method)s?,? \(?{word}"
    )
