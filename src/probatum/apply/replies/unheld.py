"""Unheld: the medicine or the illness of a question on which the library holds no source at all.

That nothing answers may mean that sources on it leave the question open, or that there are none: which it is, is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.quoted import of_the_asked
from probatum.apply.selection import is_proposed
from probatum.model import Appraisal, Concept, Directness, Fit, Role
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

MOST_WORDS: Final = 3
"""Words of a name; more of them are a phrase in which something else is told."""
_ILL: Final = ("condition", "symptom")
_WORD: Final = expression(r"[^\W\d_]{4,}")
_KNOWN: Final = ("drug", "procedure")


def treatment(context: Context) -> str:
    """The one treatment asked about where no word of it is known and no source names it; else empty."""
    given = context.question.having(Role.INTERVENTION)
    if len(given) != 1 or context.question.patient.drugs:
        return ""
    one = given[0]
    return one.text if not one.semantic and not one.id and _strange(one.text) and not _held(one, context) else ""


ON_OTHERS: Final = "what follows is on other treatments"
"""How it is said that what is told is not of the remedy that is asked about."""
ON_TREATING: Final = "what follows is on it when it is there"
"""How it is said that what is told keeps nothing away."""


def remedy(context: Context) -> str:
    """The one remedy of which neither a study, a label nor advice that was found tells, though others are told of for
    the same; else empty. `do copper bracelets help arthritis` is not answered by what else is given for arthritis."""
    given = context.question.having(Role.INTERVENTION)
    asked = context.question
    if len(given) != 1 or is_proposed(asked) or context.labels or asked.danger or asked.patient.drugs:
        return ""
    one = given[0]
    if _WAITED.search(asked.read.lower().partition(one.text.lower())[0]):
        return ""  # what something waits for is no remedy
    if members(one.label) or context.classes:  # sources on its members tell of a class without its name
        return ""
    if not one.id or one.semantic not in _REMEDIES:
        return ""
    if not asked.having(Role.POPULATION) and not asked.having(Role.OUTCOME) and _held(one, context):
        return ""  # for nothing in particular: whatever tells of it answers
    on_it = [a for a in _sources(context) if _bears(a.directness)]
    meant = any(a.directness.intervention.fit is Fit.DIRECT for a in on_it)
    if meant or of_the_asked.by_text(one, [s.text for a in on_it for s in a.record.sections]):
        return ""
    low = context.question.read.lower()
    behind = _MADE_OF.match(low, low.find(one.text.lower()) + len(one.text))
    return one.text + (behind[0].rstrip() if behind else "")


_WAITED: Final = expression(
    r"\b(?:wait(?:s|ing|ed)? (?:for|until|till)|before|until|till|pending|delay\w* (?:for|until)|without)"
    r"(?: (?:an?|the|his|her|my|their|any|having|getting))? $"
)
_ASKED_OF: Final = (
    r"(?:help|work|eas|cur|stop|treat|prevent|reduc|kill|get|do|does|make|is|are|for|in|on|with|to|any|good|really|and"
    r"|or|of|be|clear|lower|relie|if|at|when|while|during|after|before|instead)"
)
_MADE_OF: Final = expression(rf"(?: (?!{_ASKED_OF})[a-z]{{3,}}){{1,2}}(?= {_ASKED_OF})")
"""What is made of the thing that is named: the bracelets of `copper bracelets`."""


def _bears(found: Directness) -> bool:
    """Whether a source is about the illness: what a label of another thing says of iron is no word on it."""
    return any(part.fit in (Fit.DIRECT, Fit.RELATED) for part in (found.population, found.outcome))


_REMEDIES: Final = ("drug", "procedure", "food", "")
"""Sorts of what is taken, done or worn against an illness."""


def named(context: Context) -> str:
    """What is asked about of which no source tells: the treatment, else the illness; empty where each is named."""
    if unknown := treatment(context):
        return unknown
    given = [c for c in context.question.having(Role.INTERVENTION) if c.semantic in _KNOWN]
    asked = [c for role in (Role.POPULATION, Role.OUTCOME) for c in context.question.having(role)]
    ill = [c for c in asked if c.semantic in _ILL or _foreign(c)]
    lacking = [c for c in (*given, *ill) if not _held(c, context)]
    return lacking[0].text if lacking else ""


_ACTS: Final = expression(
    r"\b(?:bridg(?:e|ed|ing)|desensiti[sz]ation|desensiti[sz]e\w*|re-?challeng\w+|drug holidays?"
    r"|treatment holidays?|pulsed? therapy|pulse (?:dose|treatment)s?|micro-?dos(?:e|ing))\b"
)
"""What is done with a medicine in a way of its own: what is told of its use as such is no answer."""


def act(context: Context) -> str:
    """The act with a medicine that is asked about and that no source on that medicine names; else empty: a steroid may
    bridge until another drug works, and eye movements desensitise."""
    found = _ACTS.search(context.question.read.lower())
    if found is None or not context.drug_like:
        return ""
    own = words.stems(found[0])
    meant = [c for c in context.question.concepts if c.semantic == "drug"]
    names = [words.stems(n) for c in meant for n in (*c.names, *members(c.label))]
    for source in _sources(context):
        said = [words.parted(section.text) for section in source.record.sections]
        whole = frozenset().union(words.parted(source.record.title), *said)
        if any(own <= text for text in said) and (not names or any(name and name <= whole for name in names)):
            return ""
    return found[0]


def _strange(text: str) -> bool:
    """Whether every word of a name is neither an ordinary one nor one of a name that is known."""
    known = vocabulary.load()
    said = [found[0].lower() for found in _WORD.finditer(text)]
    return 0 < len(said) <= MOST_WORDS and not any(known.is_english(w) or known.in_names(w) for w in said)


def _foreign(concept: Concept) -> bool:
    """Whether what is asked about is known by no sort and named in no ordinary word: a germ, a rare illness."""
    said = [found[0].lower() for found in _WORD.finditer(concept.text)]
    sortless = concept.semantic in ("", "other") and 0 < len(said) <= MOST_WORDS
    return sortless and not any(map(vocabulary.load().is_english, said))


def _held(concept: Concept, context: Context) -> bool:
    """Whether a source that was found has all words of one of its names, or of a member of that class."""
    return of_the_asked.by_text(concept, _texts(context))


def _texts(context: Context) -> Iterator[str]:
    """What the sources that were found say."""
    for appraisal in _sources(context):
        yield from (section.text for section in appraisal.record.sections)


def _sources(context: Context) -> Iterator[Appraisal]:
    """The sources that were found."""
    yield from (*context.appraisals, *context.further, *context.option_labels)
