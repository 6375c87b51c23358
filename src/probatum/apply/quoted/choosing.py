"""Choosing: which sentence of a source speaks to the question, and which only speaks about the paper."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.evidence import harm_order
from probatum.apply.evidence.flow import is_flow
from probatum.model import (
    Appraisal,
    Intent,
    Question,
    Record,
    Role,
    SectionKind,
    SectionRole,
    Span,
)
from probatum.text import doses, words
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression
from probatum.vocabulary.outcomes import composites_of, names_of

_NUMBER = expression(r"\d+(?:[.,·]\d+)*")
LONGEST_CONCLUSION = 380


def _overlap(question: Question, span: Span) -> float:
    """Words of the question that a sentence holds, by its record's abbreviations too, rarer ones counting more."""
    known = vocabulary.load()
    said = spelled(span)
    return sum(known.weight(w) for w in set(question.terms) if words.stem(w) in said)


_SILENT = expression(r"\b(?:no|not) (?:\w+ )?(?:results?|data|given|measured)\b|\bnot reported\b", re.IGNORECASE)


def silent(span: Span) -> bool:
    """Whether a sentence says that something was not reported."""
    return bool(_SILENT.search(span.quote))


def calls_for_research(span: Span) -> bool:
    """Whether a sentence says what should be studied next."""
    return bool(_CALL.search(span.quote))


_SCOPE = expression(
    r"^\W*(?:(?:background|introduction|objectives?|methods?(?: and results)?|aims?|purpose)\b[: ]+)?"
    r"(?:the |this |our )?(?:primary |main |present |current |systematic )?(?:review|paper|article|study|report|aim"
    r"|purpose|objective|trial"
    r"|meta-analysis|analysis|survey)s? "
    r"(?:focus|aim|describe|discuss|summari[sz]e|review|present|outline|sought to|set out|was to|is to|of this)"
    r"|^\W*in this (?:article|paper|review|report|study),? (?:we|the authors?) (?:\w+ )?(?:review|describ|discuss"
    r"|summari|present|outlin|aim|examin|explor|focus)"
    r"|\b(?:papers|articles|studies|trials|rcts|records|citations|samples|patients|participants|subjects|people"
    r"|individuals|adults|women|men|children|infants)"
    r"(?: \w+){0,4} (?:were|was) (?:finally |eventually |then )?(?:included|identified|retrieved|analy[sz]ed|enrolled"
    r"|recruited|screened|selected|assessed|eligible|accrued)\b"
    r"|\b(?:patients|participants|subjects|people|individuals|adults|women|men|children|infants|families)(?: \w+){0,3}"
    r" (?:completed (?:the|this|all) (?:study|trial|follow-?up|protocol)|received (?:≥ ?1|at least (?:1|one)) )"
    r"|\b(?:median|mean) follow-?up (?:was|time|period)|^\W*(?:main )?outcome measures?\b"
    r"|^\W*(?:click here|check the list|visit|for (?:more |further )?information|see (?:more |further )?information"
    r"|much of this information|general information about)\b|\bplease visit\b|\bweb ?site (?:offers|has)\b",
    re.IGNORECASE,
)
"""Sentences about the paper and its flow, or that point elsewhere: no answer and no result."""
_POINTS = expression(
    r"^\W*(?:to the best of our knowledge, )?this is (?:one of )?the first\b|"
    r"^\W*(?:this|it) was (?:one of )?the first (?:\w+ )?(?:stud|report|trial|review|work)|"
    r"^\W*(?:click|see (?:the|also|our|a list)|read more|learn more|contact|call \d|a (?:separate )?window will open)\b"
    r"|\bclick (?:here|on)\b"
    r"|\bmore information (?:is|can be|about)\b|\bhealth topic\b"
    r"|\b(?:usually|also be) listed as a\b|\bno information on frequency\b|\bsymptom may be rare or common\b"
    r"|\bto learn more\b|\bfor (?:more|additional|further|general) information\b"
    r"|\b(?:resources|links|pages?) (?:below|address|from|provide)|\bmedical dictionary\b|\bpublications? list\b"
    r"|\bfollowing list of (?:signs|symptoms|features|resources|genes)\b|\btable below\b"
    r"|^\W*for example, a frequency of\b|\bfirst number of the fraction\b"
    r"|\bfrequencies are based on\b"
    r"|^\W*we (?:report|present|describe) (?:an? |the |two |three )(?:\w+ )?(?:cases?|patients?)\b"
    r"|\b(?:the (?:signs|frequency of a sign)) (?:and|or) symptoms? (?:is|are) usually listed\b"
    r"|\bis usually listed as a rough estimate\b|\bhas collected information on how often\b"
    r"|\bdeclare (?:that|no)\b|\bconflicts? of interest\b"
    r"|^\W*(?:supplement\w+ )?(?:fig(?:ure)?s?\.?|tables?) ?S?\d+\w{0,2} (?:shows?|presents?|depicts?|illustrates?"
    r"|displays?|summari[sz]es?|lists?|gives?|provides?)\b"
    r"|\bphone\b|\bhttps?:|www\.|^\W*(?:FUNDING|SPONSORS?|TRIAL REGISTRATION|REGISTRATION|CLINICALTRIALS?)\b",
    re.IGNORECASE,
)
"""Sentences that send the reader elsewhere, and the forms of pages and papers."""
_OWN = expression(
    r"^\W*(?:objectives?: |aims?: |purpose: )?to (?:\w+ly )?(?:study|investigate|determine|assess|evaluate"
    r"|examine|explore|describe|compare|analy[sz]e|identify|test|review|report|find|understand|clarify|establish"
    r"|elucidate)\b|\bstudy was (?:designed|undertaken|set up|made) (?:with the aim|to)\b"
    r"|^\W*we (?:performed|conducted|carried out|undertook|did) (?:this|a|an|the)\b[^.]{0,60}\bto\b"
    r"|^\W*(?:we|our|here|(?:in )?t?his (?:study|paper|article|review|report)|the (?:present|aim|purpose|objective))\b"
    r"[^.]{0,80}\b(?:aim\w*|purpose|investigat\w*|examin\w*|explor\w*|review\w*|sought|hypothesi\w+|objective|describe|determine"
    r"|evaluate|assess|compare|identify|test)\b",
    re.IGNORECASE,
)
"""Sentences about what a paper set out to do."""


_DONE = expression(
    r"\b(?:we|the authors) (?:\w+ )?(?:extracted|searched|included|enrolled|recruited|randomi[sz]ed|assigned"
    r"|conducted)\b"
    r"|\b(?:was|were) (?:\w+ )?(?:randomi[sz]ed|assigned|allocated|enrolled|recruited|undertaken|extracted|searched"
    r"|conducted|performed|included|eligible|compared)\b"
    r"|\b(?:was|were) (?:\w+ly )?(?:assessed|measured|determined|evaluated|quantified) (?:using|by means|with)\b"
    r"|\b(?:participants|patients|subjects|people|children|women|men) (?:received|were given|are usually|must)\b"
    r"|^\W*(?:ABSTRACT )?This (?:study|trial|review|analysis) (?:examined|compared|investigated|assessed|evaluated)\b"
    r"|^\W*(?:INTERVENTIONS?|METHODS?|DESIGN|PARTICIPANTS|PATIENTS|SETTING|OBJECTIVES?|BACKGROUND|CONTEXT|AIMS?)"
    r"\s?[:A-Z]",
)
_TELLS = expression(
    r"\bp ?[<=>≤]|\bCIs?\b|%|\d[·.]\d+ ?[-–] ?\d|\bratios?\b|\b(?-i:RR|OR|HR|SMD|MD)\b|\bsignifican|\bdiffer"
    r"|\b(?:reduc|improv|increas|decreas|prevent|reliev|benefi|superior|inferior|associat)\w*"
    r"|\b(?:lower|higher|fewer|more|less|greater|better|worse|longer|shorter) (?:\w+ ){0,3}?"
    r"(?:in|with|than|among|for)\b"
    r"|\bno (?:effect|difference|benefit|evidence)",
    re.IGNORECASE,
)


_DOSE = expression(r"\b(?:dos(?:e|es|ed|age|ages|ing)|titrat\w+)\b", re.IGNORECASE)


def tells_dose(span: Span) -> bool:
    """Whether a sentence speaks of a dose, by an amount or by the word."""
    return bool(_DOSE.search(span.quote) or doses.read(span.quote))


@lru_cache(maxsize=8192)
def methodical(text: str) -> bool:
    """Whether a sentence tells what was done and nothing of what was found."""
    return bool(_DONE.search(text)) and not _TELLS.search(text)


def is_aim(span: Span) -> bool:
    """Whether a sentence says what a paper set out to do: what was done then is told after it."""
    return span.source_section.role is SectionRole.OBJECTIVE or _OWN.search(span.quote) is not None


@lru_cache(maxsize=8192)
def of_the_paper(text: str) -> bool:
    """Whether a sentence speaks of its paper, of how it came about or of other pages, and not of the matter."""
    return bool(_SCOPE.search(text) or _POINTS.search(text) or _OWN.search(text)) or methodical(text)


_MATCHED = expression(
    r"\b(?:no (?:significant |statistically significant )?differences?|similar|comparable|did not differ|well matched"
    r"|well balanced)\b[^.;]{0,60}\b(?:baseline|birth ?weight|gestational age|demographic\w*|age|sex|gender)\b",
    re.IGNORECASE,
)
"""Groups that were alike when they came in: no result."""
_BY_INTENT = {
    Intent.PROGNOSIS: expression(r"\b(?:surviv|mortalit|hazard|recurren|predict|prognos|relapse|risk)", re.IGNORECASE),
    Intent.DIAGNOSIS: expression(
        r"\b(?:sensitiv|specific|accura|AUC|predictive value|likelihood|detect)", re.IGNORECASE
    ),
}
"""What a sentence should speak of to answer that kind of question."""


def _telling(question: Question, span: Span) -> float:
    """How near a result sentence is to the question, those with figures and of the right kind first, those of parts of
    the people last."""
    text = span.quote
    weight = _overlap(question, span)
    if re.search(r"\b(?:sensitivity|sub-?group) anal", text, re.IGNORECASE):
        weight -= 4.0
    kind = _BY_INTENT.get(question.intent)
    if kind is not None and kind.search(text):
        weight += 4.0
    if re.search(r"\b(?:pooled|overall|combined|meta-analysis)\b", text, re.IGNORECASE):
        weight += 2.0
    return weight + (1.0 if _NUMBER.search(text) else 0.0)


@lru_cache(maxsize=256)
def _defined(record: Record) -> tuple[tuple[str, str], ...]:
    """The abbreviations that title and abstract define."""
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    return tuple(pair for s in record.sections if s.kind in kept for pair in definitions(s.text))


@lru_cache(maxsize=4096)
def spelled(span: Span) -> frozenset[str]:
    """Stems of a sentence, with those of the names that its record's own abbreviations stand for; words joined by a
    hyphen count as one word and apart too (`breast-feeding`)."""
    joined = " ".join(w for w in words.content(span.quote) if "-" in w)
    either = words.stems(f"{joined.replace('-', ' ')} {joined.replace('-', '')}") if joined else frozenset()
    return frozenset(map(words.stem, words.content(span.quote))) | either | abbreviated(span.source, span.quote)


def abbreviated(record: Record, text: str) -> frozenset[str]:
    """Stems of the names that a record's own abbreviations in a text stand for."""
    return frozenset(
        words.stem(w)
        for short, long in _defined(record)
        if short in text and re.search(rf"(?<!\w){re.escape(short)}s?(?!\w)", text)
        for w in words.content(long)
    )


_SIDES = words.stems("more fewer less higher lower increased reduced extra")
"""Words for the side of an outcome: who asks for `more gravel` asks for gravel."""


def on_outcome(context: Context, span: Span, *, figures: bool = True) -> bool:
    """Whether a sentence speaks of the outcome asked about, with a figure unless `figures` is off."""
    said = spelled(span)
    names = [n for c in context.question.having(Role.OUTCOME) for n in (c.label, *c.synonyms)] or [context.outcome]
    names += [other for name in names for other in (*names_of(name), *composites_of(name))]
    stems = [{words.stem(w) for w in words.content(name)} - _SIDES for name in names]
    if figures and not _NUMBER.search(span.quote):
        return False
    return any(s and s <= said for s in stems)


def names_outcome(context: Context) -> bool:
    """Whether what a question was read to ask about is an outcome by any known name: leftover words of it (`the head
    too`, `sense this late`) are none, and nothing is denied of them."""
    return bool(vocabulary.load().find(context.outcome) or names_of(context.outcome))


_CALL = expression(
    r"\b(?:(?:further|future|more|additional|other|larger|independent|prospective)(?: \w+){0,3} "
    r"(?:stud(?:y|ies)|research|trials?|work)"
    r"|(?:is|are|be) (?:still |urgently |also |therefore |clearly )?(?:needed|required|warranted|necessary)"
    r"|(?:knowledge|understanding)\b[^.]{0,90}\b(?:can|could|may|will) help)\b",
    re.IGNORECASE,
)
"""A call for more research answers nothing."""


def best_conclusion(appraisal: Appraisal, question: Question) -> Span | None:
    """The conclusion, as long as it is short; else as much of it as fits around the sentence nearest to the question.

    It never begins with a sentence that only calls for more research, but keeps one that follows.
    """
    answering = [s for s in appraisal.conclusions if not of_the_paper(s.quote)]
    telling = [s for s in answering if not _CALL.search(s.quote)] or answering
    if not telling:
        return None
    harm = question.intent is Intent.HARM  # what it does for the illness is not what was asked
    best = max(telling, key=lambda s: (harm and harm_order.tells(s.quote), _overlap(question, s)))
    at = answering.index(best)
    span = best
    # A caution or a call for more research behind the claim travels with it.
    for other in (*answering[at + 1 :], *reversed(answering[:at])):
        joined = _join(span, other)
        if joined is not None and len(joined) <= LONGEST_CONCLUSION:
            span = joined
    return span


def _join(one: Span, other: Span) -> Span | None:
    """The span from the one to the other when nothing but a blank stands between them."""
    first, second = sorted((one, other), key=lambda s: s.start)
    if first.section != second.section or first.record != second.record or second.start - first.end > 2:
        return None
    return Span(first.source, first.section, first.start, second.end)


def best_results(appraisal: Appraisal, question: Question, most: int, seen: Collection[Span] = ()) -> tuple[Span, ...]:
    """The result sentences nearest to the question's words that were not `seen`, in the order of the source.

    A sentence that shares no word with the question is never among them while another does.
    """
    usable = [s for s in appraisal.results if s not in seen and not _SCOPE.search(s.quote) and not is_flow(s)]
    usable = [s for s in usable if not methodical(s.quote)]
    usable = [s for s in usable if not _MATCHED.search(s.quote)] or usable
    near = [s for s in usable if _overlap(question, s) > 0]
    usable = near or usable
    ranked = sorted(usable, key=lambda s: -_telling(question, s))[:most]
    return tuple(sorted(ranked, key=lambda s: (s.section, s.start)))
