"""Own dose: whether a dose in a sentence is one of what was asked about, and whether it is a dose at all.

`prednisolone (25 mg twice daily), aciclovir, both or placebo` tells the dose of prednisolone alone; `blood loss was 435
ml lower` tells none. A trial that found nothing, or whose authors are against what they tried, gives no dose to begin.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.model import Appraisal, Kind, Statement
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import caseless

_NEAR: Final = 60
"""Characters before a dose within which a drug's name is its own."""


def told(text: str, context: Context) -> bool:
    """Whether a sentence tells doses, and each of them is one of what was asked about."""
    read = doses.read(text)
    return bool(read) and all(not measured(text, dose) and not _of_another(text, dose, context) for dose in read)


def stands(one: Statement, context: Context) -> bool:
    """Whether a statement on doses can stand as a step: not one of a study that speaks against what it gave, and of a
    quotation only one of what was asked about."""
    held = {span.record for span in one.supports}
    if any(appraisal.record.id in held and unproven(appraisal) for appraisal in context.answering):
        return False
    return one.kind is not Kind.QUOTED or told(one.text, context)


def measured(text: str, dose: Dose) -> bool:
    """Whether an amount is a result: how much more or less of something there was, or what was lost."""
    before, behind = text[max(0, dose.start - _NEAR) : dose.start], text[dose.end :]
    return bool(_DIFFERS.match(behind) or _LOST.search(before) or (_FLUID.match(dose.unit) and _BLOOD.search(text)))


_DIFFERS: Final = caseless(
    r"^\s*(?:\([^()]{1,60}\)\s*)?(?:lower|higher|less|more|fewer|greater|smaller|lost)\b(?! (?:often|frequent|than \d))"
    r"|^\s*\(?(?:95%|credible|confidence)"
)
_LOST: Final = caseless(
    r"\b(?:differences?|loss|volumes?|output|weight|change[ds]?|reduc(?:ed|tion)|f[ae]ll|rose|rise|gain(?:ed)?)"
    r"(?: \w+){0,2} (?:was|were|of|by|is) (?:[-\u2212])?$"
)
_FLUID: Final = caseless(r"^m?l$")
_BLOOD: Final = caseless(r"\b(?:blood|urine|bleeding|drain(?:age)?) (?:loss|volume|output)\b")


def _of_another(text: str, dose: Dose, context: Context) -> bool:
    """Whether the drug that a dose stands next to is another than those asked about."""
    held = [m for m in vocabulary.load().find(text) if m.term.semantic == "drug"]
    behind = next((m for m in held if m.start >= dose.end and _OF.fullmatch(text[dose.end : m.start])), None)
    before = [m for m in held if m.end <= dose.start and dose.start - m.end <= _NEAR]
    before = [m for m in before if _SAME.search(text[m.end : dose.start]) is None]
    one = behind if behind is not None and not _bracketed(text, dose) else before[-1] if before else behind
    return one is not None and not context.names_intervention(text[one.start : one.end])


def _bracketed(text: str, dose: Dose) -> bool:
    """Whether a dose stands in brackets behind the name that it belongs to."""
    before = text[: dose.start]
    return before.count("(") > before.count(")")


_OF: Final = caseless(r"\s*(?:of |of an? |oral |daily )?\s*")
_SAME: Final = caseless(r"[.;)]")
"""What ends that to which a name belongs."""


def unproven(appraisal: Appraisal) -> bool:
    """Whether a trial's authors conclude of what they tried nothing but that it did no more, or are against it: no dose
    is begun on that."""
    said = [span.quote for span in appraisal.conclusions]
    return bool(said) and all(_AGAINST.search(text) and not _FOR.search(text) for text in said)


_AGAINST: Final = caseless(
    r"\bno (?:\w+ ){0,4}(?:met|reached|fulfilled) the criteri(?:on|a)\b|\bno firm conclusion\b"
    r"|\bshould not be (?:used|given)\b|\b(?:did|does|do) not (?:\w+ )?(?:prevent|reduce|lower|improve|shorten|relieve"
    r"|prolong|increase|raise)\b|\bno (?:better|more effective) than\b|\bno (?:\w+ )?(?:benefit|effect) (?:of|was)\b"
)
_FOR: Final = caseless(
    r"\b(?:lowered|reduced|improved|shortened|relieved|prolonged|prevented|raised|better|fewer|superior|effective)\b"
    r"(?! than)|\bnoninferior\b"
)
