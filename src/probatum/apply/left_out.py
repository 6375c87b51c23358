"""Left out: whether an answer meets its question, and what is said where it had to be put again with fewer words."""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import Answer, Intent, Kind, Question, Statement
from probatum.text import missed, words
from probatum.text.expressions import caseless

LEFT_OUT: Final = "left out"
"""What an assumption is called that names what no source spoke of together with the rest."""
_WORKED_OUT: Final = (Kind.CALCULATED, Kind.POOLED)
AS_CLASS: Final = "class"
"""What an assumption is called by which the class of a medicine stands in its place."""
LIMIT: Final = caseless(
    r"(?:boxed warning|contraindicated|caution|interactions|this use is off-label|no study of this use was found"
    r"|nearest is)\b"
)
"""How what any label says of its drug begins: true whatever was asked, and no answer to it."""
_SAID: Final = ("overdose", "self-harm")
"""Dangers beside which nothing else matters."""
_OF_ANOTHER: Final = caseless(r"in [^,]+, not ")
"""How it is said that a source is on another illness: that answers nothing."""
_WIDER: Final = "as a whole"
"""How it is said that a source is on the wider illness, of which the one asked about is a kind."""
_WEIGHED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.PROGNOSIS)


_NO_DOSE: Final = caseless(
    r"\bno dose for a child of\b|\bgives a dose of [^.;]+ for (?:newborns|infants|toddlers|children)\b"
)
"""That no dose for such a young patient is held."""


def unmet(answer: Answer) -> bool:
    """Whether the bottom line tells that nothing answers, or no more than limits that hold for everybody."""
    if answer.question.danger in _SAID or any(s.kind in _WORKED_OUT for s in answer.section("evidence").statements):
        return False
    if missed.asks(answer.question.read):
        return False  # that nothing tells what to do then is an answer, and what else is known of it is none
    told = [s for s in answer.section("bottom_line").statements if s.kind is not Kind.NAVIGATION]
    if any(s.kind is Kind.ABSENCE and _NO_DOSE.search(s.text) for s in told):
        return False  # nor is what it does in adults one to how much a child may have
    asserted = [s for s in told if s.kind.asserts and not _of_another(s)]
    if any(not LIMIT.match(s.text) for s in asserted):
        return False
    return not asserted or told[0].kind is Kind.ABSENCE or answer.question.intent in _WEIGHED


def _of_another(one: Statement) -> bool:
    """Whether a statement is on another illness; the wider one, of which the one asked about is a kind, is none."""
    return bool(_OF_ANOTHER.match(one.directness)) and _WIDER not in one.directness


def keeps_medicine(question: Question, answer: Answer) -> bool:
    """Whether an answer to a question put with fewer words still tells of a medicine that was asked about, if one was:
    what is done about one of the illnesses without it answers something else."""
    if any(one.what == AS_CLASS for one in answer.question.assumptions):
        return True
    away = {*question.patient.drugs, *question.patient.allergies}
    drugs = [c for c in question.concepts if c.semantic == "drug" and c.label not in away]
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    said = words.parted(" ".join((lead, *(one.citation for one in answer.references))))
    names = [own for c in drugs for n in c.names if (own := words.stems(n))]
    return not drugs or any(own <= said for own in names)


def say(draft: Draft, context: Context) -> bool:
    """That no source speaks of some of what was asked together with the rest, before what is told without it; False
    where nothing was left out."""
    left = next((one.from_ for one in context.question.assumptions if one.what == LEFT_OUT), "")
    if left:
        names = wording.join(left.split(", "))
        draft.add(
            f"nothing in the library answers all of this at once; left out here: {names}",
            Kind.NAVIGATION,
            plain=f"We found nothing that answers all of this at once. Left out here: {names}.",
        )
    _say_class(draft, context)
    return bool(left)


def _say_class(draft: Draft, context: Context) -> None:
    """That a medicine was studied as one of its class, before what is told of that."""
    for one in context.question.assumptions:
        if one.what == AS_CLASS:
            draft.add(
                f"no study of {one.from_} by itself answers this; what follows was studied as a class ({one.to})",
                Kind.NAVIGATION,
                plain=f"We found no study of {one.from_} alone. What follows is about its kind of medicine ({one.to}).",
            )


def of_its_class(answer: Answer) -> bool:
    """Whether a source that is cited is on the class that stands in the place of a medicine, by its title, and in no
    other illness; True where none does so. A trial of another member is none of the class."""
    family = next((one.to for one in answer.question.assumptions if one.what == AS_CLASS), "")
    if not family:
        return True
    terms = vocabulary.load().lookup(family)[:1]
    names = [words.stems(name) for name in (family, *(n for term in terms for n in (term.label, *term.synonyms)))]
    cited = [words.parted(one.citation) for one in answer.references]
    told = [s for s in answer.section("bottom_line").statements if s.kind.asserts and not LIMIT.match(s.text)]
    if all(map(_of_another, told)):
        return False
    return any(name and name <= said for name in names for said in cited)
