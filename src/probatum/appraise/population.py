"""Whom a record studies: the noun phrase, read from the title first, then from aim and methods.

A disease named in the background is not the population; a title, an inclusion sentence or an aim is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.appraise.counting import NOUN
from probatum.appraise.numbers import NUMBER
from probatum.appraise.reading import Sentence
from probatum.model import SectionKind, SectionRole, Sourced
from probatum.text.expressions import expression

STOP = (
    r"(?=\s*(?:[.:;?!]|$|\s[-–—]\s|--|,? (?:we|were|was|is|are|had|has|have|treated|randomi[sz]ed|randomly"
    r"|received?|receiv\w+|compared"
    r"|versus|vs\.?|using|by|after|before|during|from|at|over|underwent|participated|assigned|enrolled|entered"
    r"|completed|on day|who were (?:randomly|assigned)"
    r"|following|to (?:receive|take|determine|assess|evaluate|compare|predict|identify|investigate|examine"
    r"|explore|test|one)|in (?:a|an|the|two|three|primary|our)"
    r"|for \d|between|under|attending"
    r"|may|can|could|should|will|would|did|does|do|showed|reported|and to)\b|,? ?\())"
)
QUALIFIER = (
    r"(?:with|who (?:have|had|were|are|wanted?|met|received?)|wh(?:o|ose)|suffering from|undergoing|having"
    r"|affected by|diagnosed with"
    r"|at (?:high |low |increased )?risk|aged|living with|requiring|on|receiving|hospitali[sz]ed (?:for|with)"
    r"|admitted (?:for|with)|presenting with|in whom)"
)
# The next three are looked for in lower case.
PEOPLE_WITH = expression(
    rf"\b(?P<noun>{NOUN})(?: \([^)]{{1,60}}\))? (?P<q>{QUALIFIER})"
    rf" (?P<what>[^.:;?!()]{{2,140}}?){STOP}",
)
THREE_WORDS = expression(r"(?:\b[A-Za-z][\w-]+ ){1,3}$")
ADJECTIVAL = expression(
    rf"\b(?:in|of|for|among|on)\s+(?:{NUMBER} )?(?P<phrase>(?:(?!the |a |an |two |three |and |or |to |in |on "
    rf"|of |by |with |both |these "
    rf"|those |all )[\w'/-]+[ -]){{1,4}}{NOUN})\b{STOP}",
)
TITLE_IN = expression(
    r"\b(?:(?:in|for)(?: the (?:treatment|management|prevention|therapy|prophylaxis|relief|control) of)?"
    r"|(?:treatment|management|prevention|therapy|prophylaxis|relief|control) (?:of|in|for))\s+"
    rf"(?P<phrase>(?!(?:the |a |an )?(?:effects?|use|role|two|three|primary|patients|vitro|vivo|combination|general"
    rf"|treatment|management|prevention|uk|us|usa)\b)[^.:;?!()]{{2,90}}?){STOP}",
)
NOT_PEOPLE = expression(
    r"\b(?:program(?:me)?s?|trials?|stud(?:y|ies)|comparison|effects?|versus|routes?|decisions?|screening|clinics?"
    r"|hospitals?|guidelines?|implementation|care|countries|evaluation"
    r"|outcomes?|analysis|approach|setting|centers?|centres?|response|use|control|cohorts?"
    r"|era|count(?:y|ies)|cessation|randomi[sz]ation|options?|anchorage|designs?|models?|simulations?"
    r"|registr(?:y|ies)"
    r"|databases?|survivors|impacts?|rates?|mechanisms?|performance|life|quality|development|production)\b"
    r"|^(?:the )?[A-Z][a-z]+(?:,? [A-Z][a-z]+)*$|^(?:the )?U\.?[KS]\.?A?$"
)
"""Title phrases after in and for that name a place, a purpose or a design and nobody."""
LEAD = expression(
    rf"(?:(?:we|including(?: all)?|a total of|consecutive|performed (?:on|in)|conducted (?:on|in)|carried out (?:on|"
    rf"in)|eligible"
    rf"|included|enrolled|recruited|studied|treated|the|these|all|of|in"
    rf"|among|for|comparing|adult human|randomi[sz]ed|one hundred)\b\s*|{NUMBER}\s+(?!to\b|and\b))+",
    re.IGNORECASE,
)
GENERIC = expression(
    rf"^(?:{NOUN}|study|studies|trials?|group|groups|both|each|all|either|this|these|those|healthy|treated|placebo"
    rf"|control|of|in|who|many|most|some|few)"
    rf"(?: {NOUN})?$",
    re.IGNORECASE,
)


DECIMALS = expression(r"(?<=\d)\.\d+")
HANGING = expression(
    r"(?:\s+(?:did|does|have|had|were|caused|treated|who|whom|that|which|with|to|in|of|and|or|at|for|from))+$",
    re.IGNORECASE,
)
"""Words that a cut phrase leaves hanging at its end."""


RESULT = expression(r"\bp\s?[<=>]|\b(?:showed|revealed|found|demonstrated) that\b|\bsignifican(?:t|tly)\b|\d\s?%")
"""A sentence that tells results, in lower case: the people in it are those of a result."""
SAYS = expression(r"\b(?:that|showed?|shows|revealed|suggests?|tends?)\b", re.IGNORECASE)


SHORT = expression(r"\b(?:with|of) (?:[a-z]+ ){0,2}[A-Za-z]?[A-Z]{2,}[\w-]*\b")
"""People who have an abbreviation."""


def _no_more(found: Sourced, named: Sourced) -> bool:
    """Whether people found in the abstract say no more than the title, which spells the illness out."""
    return SHORT.search(found.value) is not None or named.value.lower() in found.value.lower()


def _apart(found: Sourced, titles: Sequence[Sentence]) -> bool:
    """Whether people of the abstract share no word with the title, which names whom the study is about."""
    words = {w[:5] for s in titles for w in re.findall(r"[a-z]{4,}", s.low)}
    own = {w[:5] for w in re.findall(r"[a-z]{4,}", GENERIC_WORD.sub(" ", found.value.lower()))}
    return bool(own) and not own & words


GENERIC_WORD = expression(
    rf"\b(?:{NOUN}|with|who|were|have|having|aged|year|years|undergoing|receiving|and)\b", re.IGNORECASE
)


def find(sentences: Sequence[Sentence]) -> Sourced | None:
    """The population phrase with its span, or None. `people with sporadic ALS`, `postmenopausal women`."""
    titles = [s for s in sentences if s.section.kind is SectionKind.TITLE]
    aims = [s for s in sentences if s.role in (SectionRole.METHODS, SectionRole.OBJECTIVE)]
    plain = (
        s
        for s in sentences
        if s.role is SectionRole.NONE and s.section.kind is not SectionKind.TITLE and not RESULT.search(s.low)
    )
    named = next((found for s in titles if (found := _title_in(s))), None)
    for group in (titles, aims, plain):
        for sentence in group:
            found = _people_with(sentence) or (_adjectival(sentence) if group is titles or not named else None)
            if found and group is not titles and named and (_no_more(found, named) or _apart(found, titles)):
                return named
            if found:
                return found
        if group is aims and named:
            return named
    return named


def _sourced(sentence: Sentence, start: int, end: int) -> Sourced | None:
    text = sentence.text
    lead = LEAD.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    cut = DECIMALS.match(text, end)
    end = cut.end() if cut else end  # a point between digits ends nothing: `a T-score below -2.5`
    phrase = text[start:end].rstrip(" ,")
    phrase = HANGING.sub("", phrase)
    phrase = phrase if SOMEBODY.search(phrase) else TREATED.sub("", phrase)
    if phrase.endswith(("]", ")")) and not re.search(r"[\[(]", phrase):
        phrase = phrase[:-1]  # the title stands in brackets, or the bracket opened before
    if len(phrase) < 4 or GENERIC.match(phrase) or SAYS.search(phrase) or UNTOLD.search(phrase):
        return None
    return Sourced(phrase, sentence.span(start, start + len(phrase)))


NOT_THEIRS = expression(
    r"(?:the |an? )?(?:methods?|procedures?|study|use|instructions?|information|opportunit|samples?\b|"
    r"(?:mean |median |average )?ages?\b|reduction|improvement|response|died|dropp|pilot|at least one)",
    re.IGNORECASE,
)
"""What people are made familiar with or are given, or how they fared: nothing they were chosen for."""
LEFT_OUT = expression(
    r"^[^.;]{0,60}\b(?:excluded|exclusion|ineligible|not eligible|withdrawn|not included)\b", re.IGNORECASE
)
SHARE_OF = expression(r"\b(?:number|proportion|percentage|share|rate|fraction)s? of (?:the )?$", re.IGNORECASE)
UNTOLD = expression(r"\b(?:these|this|those|such|additional|remaining|other|per|each)\b|^\w+ly$", re.IGNORECASE)
"""A phrase that only what stands before it explains, or that is an adverb."""
SOMEBODY = expression(rf"\b{NOUN}\b", re.IGNORECASE)
TREATED = expression(r"\s+(?:treatment|management|therapy)$", re.IGNORECASE)
"""`acne treatment`, in a title, is of people with acne."""
BESIDE_PEOPLE = expression(rf"\b(?:{NOUN})(?:,? (?:and|or) |/)$", re.IGNORECASE)
"""`women and men with gout`: the people before are meant too."""


def _people_with(sentence: Sentence) -> Sourced | None:
    for match in PEOPLE_WITH.finditer(sentence.low):
        noun = match.start("noun")
        lead = THREE_WORDS.search(sentence.text, max(0, noun - 60), noun)
        before = lead[0] if lead else ""
        told_out = LEFT_OUT.match(sentence.text[match.end("what") :])
        if NOT_THEIRS.match(match["what"]) or told_out or SHARE_OF.search(sentence.low[:noun]):
            continue
        start = (
            noun
            if re.search(
                r"\d|\b(?:and|or|of|in|on|to|the|for|were|was|enrolled|included|recruited|trial|study)\b", before
            )
            else noun - len(before)
        )
        if beside := BESIDE_PEOPLE.search(sentence.text, 0, noun):
            start = beside.start()
        found = _sourced(sentence, start, match.end("what"))
        if found:
            return found
    return None


def _adjectival(sentence: Sentence) -> Sourced | None:
    for match in ADJECTIVAL.finditer(sentence.low):
        found = _sourced(sentence, match.start("phrase"), match.end("phrase"))
        if found:
            return found
    return None


IN_PEOPLE = expression(rf".*\bin (?=(?:[\w-]+ ){{0,3}}{NOUN}$)", re.IGNORECASE)
"""`problems in older infants`: the people stand behind."""
OF_A_DISEASE = expression(
    r".*\b(?:treatment|management|prevention|therapy|prophylaxis|control) of (?=\w)", re.IGNORECASE
)


def _title_in(sentence: Sentence) -> Sourced | None:
    found = None
    for match in TITLE_IN.finditer(sentence.low):
        phrase = sentence.text[slice(*match.span("phrase"))]
        if not (NOT_PEOPLE.search(phrase) or NOT_PEOPLE.search(phrase.lower())):
            inner = OF_A_DISEASE.match(phrase) or IN_PEOPLE.match(phrase)
            start = match.start("phrase") + (inner.end() if inner else 0)
            found = _sourced(sentence, start, match.end("phrase")) or found
    return found
