"""Told before: an illness that somebody has had (`had B 2 years ago`) beside the medicine asked about.

Who tells it asks what it means for that medicine. Where nothing told speaks of it, what the medicine's label says of
it is told; where the label says nothing of it, that is.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.patient import beside, for_patient
from probatum.apply.patient.akin import Kin, kinship
from probatum.model import Concept, DirectiveAction, Intent, Kind
from probatum.text import words
from probatum.text.expressions import caseless

_ASKED: Final = (Intent.THERAPY, Intent.DOSING)
_SAYS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.STOP,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
    DirectiveAction.ADVERSE_EFFECT,
)
"""What a label says of an illness besides what it forbids in it, which is told as such."""
_HAD: Final = caseless(
    r"\b(?:had|history of|previous|prior|past|earlier) (?:(?:an?|the|acute|severe|mild|one|some) ){0,3}$"
)
"""What stands before an illness that is over."""


def say(draft: Draft, context: Context) -> None:
    """What the label of a medicine asked about says of an illness that is over, where nothing told names it."""
    for illness in _unspoken(draft, context):
        rows = [row for row in context.directives(*_SAYS) if kinship(row[1].text, illness.label) is Kin.SAME]
        name = wording.lower(illness.label)
        directives(draft, rows[:1], f"On {name}, which is told", f"On {name}, which you told of")


def say_silence(draft: Draft, context: Context) -> None:
    """That the label says nothing of it, where no word of the label is near it."""
    for illness in _unspoken(draft, context):
        if any(_is_near(item.text, illness) for label in context.labels for item in label.directives):
            continue
        names = wording.join(list(dict.fromkeys(d.drug.lower() for a in context.labels for d in a.directives[:1])))
        name = wording.lower(illness.label)
        draft.add(
            f"the label of {names} that is held says nothing of {name}, which is told",
            Kind.ABSENCE,
            plain=f"the official label of {names} that we hold says nothing of {name}, which you told of",
        )


def _is_near(text: str, illness: Concept) -> bool:
    """Whether words name an illness or what it is a kind of, share a word with it, or are of its organ."""
    own = words.stems(" ".join((illness.label, illness.text, *illness.synonyms)))
    organ = fitting.LIVER.search(illness.label) or fitting.KIDNEY.search(illness.label) or _LIVERS.search(illness.label)
    return kinship(text, illness.label) is not Kin.NONE or bool(own & words.stems(text)) or organ is not None


_LIVERS: Final = caseless(r"hepat|cirrho|nephr")


def _unspoken(draft: Draft, context: Context) -> list[Concept]:
    """The first illness that is over, where nothing told speaks of it."""
    asks = context.question.intent in _ASKED and not for_patient.barred(context)
    if not asks or context.by_members or not context.labels or context.question.danger:
        return []
    said = " ".join(s.text for s in draft.statements)
    return [c for c in _over(context)[:1] if not _names(said, c)]


def _names(said: str, illness: Concept) -> bool:
    """Whether what was said speaks of an illness, by whatever name."""
    return kinship(said, illness.label) is not Kin.NONE or illness.text.lower() in said.lower()


def _over(context: Context) -> list[Concept]:
    """The illnesses that a question tells as over, and that nothing asked about is to treat or prevent."""
    read = context.question.read.lower()
    ill = [c for c in context.question.concepts if c.semantic == "condition"]
    used = [d.text for _, d in context.directives(DirectiveAction.INDICATED)]
    return [
        c
        for c in ill
        if (at := read.find(c.text.lower())) >= 0
        and _HAD.search(read[:at])
        and not any(kinship(text, c.label) is not Kin.NONE for text in used)
        and not beside.feared(c, context)
        and any(other is not c for other in ill)  # what alone is told may be what is to be kept from coming again
    ]
