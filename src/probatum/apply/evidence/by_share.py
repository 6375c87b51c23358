"""By share: how likely something is, how many need it and how well a test tells, answered with shares of people first.

`How likely is it to work` is answered by how many of those who had it got better, not by a ratio or by a verdict. Where
the short answer tells no such figure and a source has one that fits, that sentence stands first among what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.quoted import of_the_asked
from probatum.apply.quoted.admitting import leads
from probatum.apply.quoted.own_sentence import quoted
from probatum.apply.quoted.picking import picks, told
from probatum.apply.quoted.salience import Salient
from probatum.apply.replies.left_out import LIMIT
from probatum.model import Fit, Intent, Kind, Question, RecordKind, Role, Section, Statement
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.wants import EMPTY

WORDS: Final = 90
"""Words of the short answer with the sentence."""
SURE: Final = 0.6
"""Worth from which a sentence is told first."""
_ASKS: Final = caseless(
    r"\bhow (?:likely|probable|often|common|accurate)\b|\bhow many (?:people|patients|children|women|men|babies|of)\b"
    r"|\bhow many (?:\w+ ){0,2}(?:need|treat)\w*|\b(?:chances?|odds|likelihood"
    r"|probability) (?:of|that|it|are|is|i)\b|\b(?:what|any) (?:is |are |'?s )?(?:the |my |his |her |their )?"
    r"(?:chances?|odds|risks?|likelihood|probability)\b|\bNNT\b|\bNNH\b|\bnumber needed\b"
)
_ACCURACY: Final = caseless(r"\bsensitivity\b|\bspecificity\b|\baccura\w+")
SHARE: Final = caseless(
    r"\b\d+(?:\.\d+)?% (?!CI|credible|confidence|higher|lower|greater|more|less|better|worse)"
    r"|\b\d+(?:\.\d+)?%[).,;]|\b\d[\d,]* (?:of|in) (?:every )?\d[\d,]*\b|\bnumber needed\b|\bof every\b"
    r"|\b(?:per|for every|in every) 1(?:,?000|00)\b|\bper (?:\w+-)?(?:person|patient)[- ]year\b"
)
"""A share of people, or a number of them."""
_FOUND: Final = (Kind.FINDING, Kind.POOLED, Kind.CALCULATED, Kind.QUOTED)


def asked(question: Question) -> bool:
    """Whether a question wants a share of people."""
    if question.intent in (Intent.DOSING, Intent.INTERACTION) or question.danger:
        return False
    return bool(_ASKS.search(question.typed) or of_test(question))


def of_test(question: Question) -> bool:
    """Whether it is asked how well a test tells."""
    return question.intent is Intent.DIAGNOSIS and bool(_ACCURACY.search(question.typed))


def led(section: Section, context: Context) -> Section:
    """The short answer with a sentence that tells a share first, where one is asked for and none is told."""
    if not asked(context.question) or _told(section, context):
        return section
    every = context.salient if of_test(context.question) else picks(context)  # each of a test's two figures is wanted
    found = [one for one in every if one.worth >= SURE and _fits(one, context)]
    best = _first(found, context)
    if of_test(context.question):
        best = _both_kinds(best, [one for one in every if _fits(one, context)])
    if not best or _composed(best[0], section):
        return section
    new: tuple[Statement, ...] = ()
    for one in best:
        new += tuple(msgspec.structs.replace(s, kept=True) for s in quoted(new, section.id, section.title, one))
    opens = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    stays = [s for s in section.statements if s.kind not in (Kind.NAVIGATION, Kind.ABSENCE)]
    rest = [unit for unit in _with_grades(stays) if not _within(unit[0], best)]
    room = WORDS - sum(len(s.text.split()) for s in (*opens, *new))
    for weaker in [unit for unit in reversed(rest) if unit[0].kind is Kind.QUOTED]:
        if sum(len(s.text.split()) for unit in rest for s in unit) <= room:
            break
        rest.remove(weaker)
    made = (*opens, *new, *(s for unit in rest for s in unit))
    numbered = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1))
    return msgspec.structs.replace(section, statements=tuple(numbered), empty="")


def _with_grades(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The statements, each with the certainty that is told of it: it goes where that goes."""
    made: list[list[Statement]] = []
    for one in statements:
        if made and is_grade(one):
            made[-1].append(one)
        else:
            made.append([one])
    return made


def _within(one: Statement, best: Sequence[Salient]) -> bool:
    """Whether a statement quotes one of the sentences themselves."""
    return one.kind is Kind.QUOTED and one.supports[0] in {salient.span for salient in best}


def is_grade(one: Statement) -> bool:
    """Whether a statement tells the certainty of the one before it."""
    return bool(_GRADED.match(one.text))


def _told(section: Section, context: Context) -> bool:
    """Whether the short answer tells such a share; of a test, both of what it finds and of what it clears."""
    lines = [s for s in section.statements if s.kind in _FOUND and not LIMIT.match(s.text)]
    if of_test(context.question):
        return all(any(kind.search(s.text) and SHARE.search(s.text) for s in lines) for kind in _KINDS)
    wanted = _wanted(context)
    return any(SHARE.search(s.text) and (not wanted or wanted & words.stems(s.text)) for s in lines)


def _composed(one: Salient, section: Section) -> bool:
    """Whether the short answer tells a sentence, or its figures as people of every 1,000."""
    counted = [s for s in section.statements if s.calculation and SHARE.search(s.text)]
    return told(one, section.statements) or any(one.span in s.supports for s in counted)


def _first(found: Sequence[Salient], context: Context) -> list[Salient]:
    """The sentence that is worth most; of a test what tells how many with the illness it finds before how many without
    it it clears, since each alone says little."""
    if not of_test(context.question):
        return list(found[:1])
    wanted = _wanted(context)
    nearest = sorted(found, key=lambda one: -len(wanted & words.parted(one.span.quote)))
    each = [next((one for one in nearest if kind.search(one.span.quote)), None) for kind in _KINDS]
    return list(dict.fromkeys(one for one in each if one is not None)) or list(found[:1])


def _both_kinds(best: Sequence[Salient], every: Sequence[Salient]) -> list[Salient]:
    """What a test finds and what it clears: the one that is lacking, from the same study, however little it tells."""
    study = {one.span.record for one in best}
    rest = [one for one in every if one.span.record in study and one not in best]
    said = [next((one for one in (*best, *rest) if kind.search(one.span.quote)), None) for kind in _KINDS]
    return list(dict.fromkeys(one for one in (*said, *best) if one is not None))[: max(len(best), len(_KINDS))]


_KINDS: Final = (caseless(r"\bsensitivity\b"), caseless(r"\bspecificity\b"))
_GRADED: Final = caseless(r"^this is of\b")


def _fits(one: Salient, context: Context) -> bool:
    """Whether a sentence of a study tells a share of what was asked about."""
    study = one.appraisal.record.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)
    text, wanted = one.span.quote, _wanted(context)
    if not study or not SHARE.search(text):
        return False
    if of_test(context.question):
        return any(kind.search(text) for kind in _KINDS) and _on_test(one, context)
    return bool(wanted & one.stems) or (not wanted and leads(one, context))


def _on_test(one: Salient, context: Context) -> bool:
    """Whether a source is on the test whose accuracy is asked for, and on people who may have the illness: what another
    test finds is no answer."""
    ill = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
    near = one.appraisal.directness.population.fit in (Fit.DIRECT, Fit.RELATED)
    return of_the_asked.by_source(one.appraisal, context.question) and (near or not ill)


def _wanted(context: Context) -> frozenset[str]:
    """The words of the question besides its treatments, its people and what every such question is made of: a share of
    another outcome answers none that names one."""
    given = (c for c in context.question.concepts if c.role in _GIVEN)
    besides = (c for c in context.question.concepts if c.role not in _GIVEN and c.semantic != "drug")
    named = frozenset(s for c in besides for s in words.stems(c.label))
    away = frozenset(s for c in given for n in c.names for s in words.stems(n))
    own = words.parted(context.question.read) - away - EMPTY - _GETTING_BETTER
    return frozenset(s for s in own | named if not s.isdigit())


_GIVEN: Final = (Role.INTERVENTION, Role.COMPARATOR, Role.POPULATION)
_GETTING_BETTER: Final = words.stems(
    "better faster cured cure curing fix fixes get well recover recovery relief relieved improve improvement respond"
    " response success successful likely many often common accurate number needed NNT"
)
