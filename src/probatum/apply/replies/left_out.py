"""Left out: whether an answer meets its question, and what is said where it had to be put again with fewer words."""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import noted_value
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.quoted import of_the_asked
from probatum.model import Answer, Concept, Intent, Kind, Question, RecordKind, Role, Statement
from probatum.text import missed, targets, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

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
_OF_ANOTHER: Final = caseless(r"in [^;)]+?, not (?!in (?:adults|children))")
"""How it is said that a source is on another illness: that answers nothing. One in people of another age may."""
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
    if missed.asks(answer.question.read) or targets.asked(answer.question.typed):
        return False  # that nothing tells what to do then is an answer, and what else is known of it is none
    told = [s for s in answer.section("bottom_line").statements if s.kind is not Kind.NAVIGATION]
    if noted_value.asked(answer.question):
        return False  # of a value that a note tells nothing else is an answer
    if any(s.kind is Kind.ABSENCE and (_NO_DOSE.search(s.text) or _UNLISTED.search(s.text)) for s in told):
        return False  # nor is what it does in adults one to how much a child may have
    beside = {span.record for s in told if _NEAREST.match(s.text) for span in s.supports}
    asserted = [s for s in told if s.kind.asserts and not _of_another(s) and not _SURE.match(s.text)]
    asserted = [s for s in asserted if not beside.intersection(span.record for span in s.supports)]
    if any(not LIMIT.match(s.text) and not of_others(s, answer.question) for s in asserted):
        return False
    return not asserted or told[0].kind is Kind.ABSENCE or answer.question.intent in _WEIGHED


_UNLISTED: Final = caseless(r"\bnot found among the harms\b")
"""What a label does not list is not answered by what it lists."""
_NEAREST: Final = caseless(r"nearest\b")
"""How what lies nearest begins: it answers nothing, nor does what its source says besides."""
_SURE: Final = caseless(r"this is of [\w -]+ certainty\b")
"""How it begins how sure that is which stands before it."""


def of_others(one: Statement, question: Question) -> bool:
    """Whether a guideline is quoted that speaks of no medicine or procedure that was asked about, where one was: what
    is done about the illness besides is no answer to what that one does."""
    asked = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug" or _done(c)]
    if _IN_ITS_PLACE.search(question.read):
        return False  # what is given in the place of a medicine need not speak of it
    if one.kind is not Kind.DIRECTIVE or not asked:
        return False
    if any(span.source.kind is not RecordKind.GUIDELINE for span in one.supports):
        return False
    told = " ".join((one.text, *(span.quote for span in one.supports)))
    said = words.parted(told)
    if any(own <= said for c in asked for own in of_the_asked.stems_of(c)):
        return False
    return not any(_of_kind(c, told) for c in asked if _done(c))


def _done(asked: Concept) -> bool:
    """Whether a known procedure or test is asked about, and not what a treatment is set against."""
    known = asked.semantic in ("procedure", "test") and bool(asked.id)
    return known and asked.label.lower() not in of_the_asked.NOTHING


_IN_ITS_PLACE: Final = caseless(
    r"\b(?:alternatives?|substitutes?) (?:to|for|of)\b|\b(?:instead of|in (?:the )?place of)\b"
)
"""Words that ask for something else than the medicine they name."""


def _of_another(one: Statement) -> bool:
    """Whether a statement is on another illness; the wider one, of which the one asked about is a kind, is none."""
    told = one.directness or one.text.rpartition(_INDIRECT)[2] * (one.text.count(_INDIRECT) == 1)
    return bool(_OF_ANOTHER.match(told)) and _WIDER not in told


_INDIRECT: Final = "(indirect: "
"""What it is said with in the words of a sentence; where it stands once, it is said of all of it."""


def keeps_treatment(question: Question, answer: Answer) -> bool:
    """Whether an answer to a question put with fewer words still tells of a medicine or a procedure that was asked
    about, if one was: what is done about one of the illnesses without it answers something else."""
    if any(one.what == AS_CLASS for one in answer.question.assumptions):
        return True
    away = {*question.patient.drugs, *question.patient.allergies}
    drugs = [c for c in question.concepts if c.semantic == "drug" and c.label not in away]
    done = [c for c in question.having(Role.INTERVENTION) if _done(c)]
    if question.intent is Intent.DIAGNOSIS:  # a test may be told beside what it looks for
        done += [c for c in question.having(Role.OTHER) if c.id and c.semantic in ("test", "")]
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    told = " ".join((lead, *(one.citation for one in answer.references)))
    said = words.parted(told)
    names = [own for c in (*drugs, *done) for n in c.names if (own := words.stems(n))]
    return not names or any(own <= said for own in names) or any(_of_kind(c, told) for c in done)


def _of_kind(asked: Concept, told: str) -> bool:
    """Whether a text names a kind of a procedure, or that of which it is one: aerobic training of exercise."""
    known = vocabulary.load()
    trees = [tree for term in known.lookup(asked.label) for tree in term.trees]
    found = {tree for mention in known.find(told) for tree in mention.term.trees}
    near = [*trees, *(tree.rpartition(".")[0] for tree in trees if tree.count(".") > _ROOTS)]
    return any(one == tree or one.startswith(f"{tree}.") for tree in near for one in found)


_ROOTS: Final = 2
"""Steps from its root within which a group of procedures is too wide to stand for one of its kinds."""


def say(draft: Draft, context: Context) -> int:
    """That no source speaks of some of what was asked together with the rest, before what is told without it, and that
    a class stands in the place of a medicine; how many statements that are, none of which answers anything."""
    before = len(draft)
    left = next((one.from_ for one in context.question.assumptions if one.what == LEFT_OUT), "")
    if left:
        names = wording.join(left.split(", "))
        draft.add(
            f"nothing in the library answers all of this at once; left out here: {names}",
            Kind.NAVIGATION,
            plain=f"We found nothing that answers all of this at once. Left out here: {names}.",
        )
    _say_class(draft, context)
    return len(draft) - before


def _say_class(draft: Draft, context: Context) -> None:
    """That a medicine was studied as one of its class, before what is told of that."""
    for one in context.question.assumptions:
        if one.what == AS_CLASS:
            medicine = any(m.semantic == "drug" for m in vocabulary.load().lookup(one.to)[:1])
            kind = "kind of medicine" if medicine else "kind"
            draft.add(
                f"no study of {one.from_} by itself answers this; what follows was studied as a class ({one.to})",
                Kind.NAVIGATION,
                plain=f"We found no study of {one.from_} alone. What follows is about its {kind} ({one.to}).",
            )


def of_its_class(answer: Answer) -> bool:
    """Whether a source that leads is on the class that stands in the place of a medicine, by its title or by what is
    quoted of it, and in no other illness; True where none does so. A trial of another member is none of the class."""
    chosen = next((one.to for one in answer.question.assumptions if one.what == AS_CLASS), "")
    if not chosen:
        return True
    told = [s for s in answer.section("bottom_line").statements if s.kind.asserts and not LIMIT.match(s.text)]
    told = [s for s in told if not _of_another(s)]
    spans = [span for s in told for span in s.supports if span.source.kind is not RecordKind.LABEL]
    said = [words.parted(text) for span in spans for text in (span.source.title, span.quote)]
    return any(name <= held for family in chosen.split(" and ") for name in _names(family) for held in said)


def _names(family: str) -> list[frozenset[str]]:
    """The stems of the names of a class; none of those of its members."""
    terms = vocabulary.load().lookup(family)[:1]
    own = {name.casefold() for name in members(family)}
    names = (family, *(n for term in terms for n in (term.label, *term.synonyms) if n.casefold() not in own))
    return [found for name in names if (found := words.unjoined(name))]
