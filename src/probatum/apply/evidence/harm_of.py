"""Harm of: whether what a study counted is harm, and of the very treatment that is asked about.

What came more often where another medicine was added is harm of that other; who took back consent was harmed by
nothing; and what those had who were not studied is no doing of what the others were given.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from probatum.apply.evidence.arms import drugs_named, inactive
from probatum.apply.evidence.given import NAMELESS
from probatum.apply.evidence.spelled_out import spelled_out
from probatum.model import Appraisal, ArmResult, Finding, RecordKind, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

if TYPE_CHECKING:
    from probatum.apply.context import Context

_NO_HARM: Final = caseless(
    r"\b(?:consent|lost to follow-?up|loss(?:es)? to follow-?up|(?:patients?'?s?|participants?|own) (?:preference"
    r"|choice|wish|request|decision)|protocol (?:violations?|deviations?)|moved (?:away|house)|relocat\w+"
    r"|(?:in)?eligib\w+|drop-?outs? of the follow-?up)\b"
)
"""Why people left a study, or were not in it, who came to no harm."""
_NOT_STUDIED: Final = caseless(
    r"\b(?:excluded|non-?(?:participa\w+|randomi[sz]ed|enrolled)|not (?:included|enrolled|randomi[sz]ed))"
    r" (?:population|patients?|people|subjects?|participants?|group|cohort|women|men|children)\b"
)
"""People who were not part of what was compared."""


def counts(appraisal: Appraisal, finding: Finding, context: Context) -> bool:
    """Whether a finding is a harm of what is asked about, as far as its words and its arms tell."""
    if appraisal.record.kind is RecordKind.LABEL:
        return True
    if _NO_HARM.search(finding.outcome) or of_others(finding.sentence.quote):
        return False
    if not context.drugs:
        return True
    own = _own(context)
    arms = tuple(arm for arm in finding.arms if arm.arm)
    asked = [arm for arm in arms if _got(arm, appraisal, own, context)]
    if asked:
        return not _of_another(arms, asked, own)
    if arms and appraisal not in context.answering and _own_arm(appraisal, context):
        return any(NAMELESS.fullmatch(arm.arm) for arm in arms) and not _combined(appraisal, own, context)
    if appraisal not in context.answering:
        return not _combined(appraisal, own, context)
    named = any(NAMELESS.fullmatch(arm.arm) for arm in arms) or not any(_others(arm, own) for arm in arms)
    return named or not _own_arm(appraisal, context)


def words_of_harm(text: str) -> str:
    """A sentence without why people left who came to no harm, so that what is left tells whether it speaks of harm."""
    return _CONSENT.sub(" ", text)


_CONSENT: Final = caseless(
    r"\b(?:withdr\w+ (?:of )?(?:their |his |her |informed )?consents?|consent withdrawals?|withdr\w+ of consent)\b"
)


def of_others(text: str) -> bool:
    """Whether a sentence tells of people who were not part of what was compared."""
    return _NOT_STUDIED.search(text) is not None


def _own(context: Context) -> frozenset[str]:
    """The medicines of the question, on either side, and those of their classes, in lower case."""
    asked = (*context.question.having(Role.INTERVENTION), *context.question.having(Role.COMPARATOR))
    names = (n.lower() for c in asked for n in (c.label, c.text, *members(c.label)))
    return frozenset((*names, *(drug.lower() for drug in context.drugs)))


def _drugs(arm: ArmResult) -> frozenset[str]:
    return frozenset(drug.lower() for drug in arm.drugs) or drugs_named(arm.arm)


def _got(arm: ArmResult, appraisal: Appraisal, own: frozenset[str], context: Context) -> bool:
    """Whether an arm got what is asked about, by its name, written out where the record writes it short."""
    said = spelled_out(arm.arm, appraisal.record)
    return context.names_intervention(said) or bool((_drugs(arm) | drugs_named(said)) & own)


def _others(arm: ArmResult, own: frozenset[str]) -> frozenset[str]:
    """The medicines of an arm that the question does not name, that do something, and that share no word with the name
    of one it does: a salt or another form of it may be meant."""
    every = (drug for drug in _drugs(arm) if drug not in own and not inactive(drug))
    return frozenset(drug for drug in every if not any(words.stems(drug) & words.stems(name) for name in own))


def _of_another(arms: Iterable[ArmResult], asked: list[ArmResult], own: frozenset[str]) -> bool:
    """Whether those who got the treatment all got another medicine with it, which the others did not get alike: what
    came of it is then the other's, or of both together."""
    if not all(_others(arm, own) for arm in asked):
        return False
    beside = [arm for arm in arms if arm not in asked]
    shared = frozenset.intersection(*(_others(arm, own) for arm in asked))
    return not beside or not any(shared <= _others(arm, own) for arm in beside)


def _own_arm(appraisal: Appraisal, context: Context) -> bool:
    """Whether an arm of a study is called by what is asked about: the others then got something else, where otherwise
    they may have got a kind of it."""
    return any(context.names_intervention(f"{arm.drug} {arm.name}") for arm in appraisal.study.arms)


def _combined(appraisal: Appraisal, own: frozenset[str], context: Context) -> bool:
    """Whether a study gave what is asked about with another medicine alone, by the names of its arms."""
    given = [arm for arm in appraisal.study.arms if not arm.control]
    mine = [f"{arm.drug} {arm.name}" for arm in given if context.names_intervention(f"{arm.drug} {arm.name}")]
    return bool(mine) and all(drugs_named(said) - own for said in mine)
