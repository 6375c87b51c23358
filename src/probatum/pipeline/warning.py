"""Warnings: danger in the question, records that must not speak or speak under concern, an empty library."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.acquire.retrieve import Retrieval
from probatum.apply.labels.kinship import of_class
from probatum.apply.replies.danger import brought
from probatum.apply.replies.danger import said as told_first
from probatum.model import NOT_EVIDENCE, Concept, LinkKind, Question, Record, RecordStatus, Role, Warning
from probatum.text import words


def warned(question: Question, retrieval: Retrieval) -> tuple[Warning, ...]:
    """Danger and allergies in the question, retracted records that were left out, an empty library."""
    made: list[Warning] = []
    danger = told_first(question)
    if danger:
        made.append(Warning(question.danger or "critical", danger))
    made += _allergies(question)
    retracted = [h.record for h in retrieval.hits if h.record.status in NOT_EVIDENCE]
    for record in retracted:
        said = f"{record.id} ({_short(record)}) is {record.status.value} and was left out{why(record)}."
        made.append(Warning("retracted", said))
    concerned = [h.record for h in retrieval.hits if h.record.status is RecordStatus.CONCERN]
    for record in concerned:
        said = f"An expression of concern was published on {record.id} ({_short(record)}){why(record)}."
        made.append(Warning("concern", said))
    if not retrieval.records:
        made.append(
            Warning("empty-library", "The library holds no records: add some with `probatum library add PATH`.")
        )
    return tuple(made)


def withdrawn(question: Question, retrieval: Retrieval) -> tuple[str, ...]:
    """What to say of retracted records whose titles name both the treatment and the illness asked about: where nothing
    else was studied, that is what a reader has to know first."""
    given = question.having(Role.INTERVENTION)
    ill = [c for c in (*question.having(Role.POPULATION), *question.having(Role.OUTCOME)) if c.semantic == "condition"]
    told = [
        h.record
        for h in retrieval.hits
        if h.record.status is RecordStatus.RETRACTED and given and ill and _titled(h.record, given, ill)
    ]
    back = "taken back after it was printed, and was left out"
    return tuple(f"a study of this, {r.id} ({_short(r)}), is {r.status.value}, {back}{why(r)}" for r in told)


def _titled(record: Record, *several: Sequence[Concept]) -> bool:
    said = words.stems(record.title)
    names = ([words.stems(n) for c in some for n in c.names] for some in several)
    return all(any(own and own <= said for own in every) for every in names)


def _allergies(question: Question) -> list[Warning]:
    """A drug that is asked about though the patient does not bear it, or its class."""
    if brought(question):
        return []  # that it is not borne is what the question tells, and is said above all
    given = (*question.having(Role.INTERVENTION), *question.having(Role.COMPARATOR))
    asked = [c.label for c in given if c.semantic == "drug"]
    return [
        Warning(
            "allergy",
            f"The question tells of an allergy to {allergen}, and {_kin(drug, allergen)}: "
            "check this before anything is given or taken.",
        )
        for drug in dict.fromkeys(asked)
        for allergen in question.patient.allergies
        if of_class(drug, allergen)
    ]


def _kin(drug: str, allergen: str) -> str:
    same = drug.lower() == allergen.lower()
    return "this is what is asked about" if same else f"{drug} is that or of the same class"


_NOTICES = {RecordStatus.RETRACTED: LinkKind.RETRACTED_BY, RecordStatus.CONCERN: LinkKind.CONCERN}


def why(record: Record) -> str:
    """Who says that a record stands as it does, with the notice: its own source's link, else what lies over it."""
    own = [link for link in record.links if link.kind is _NOTICES.get(record.status)]
    if own:
        named = " ".join(str(part) for part in (own[0].identifier, own[0].note.rstrip(".")) if part)
        return f" (notice: {named})" if named else ""
    laid = [notice for notice in record.notices if notice.status is record.status]
    return f" ({laid[0]})" if laid else ""


def _short(record: Record) -> str:
    author = record.authors[0].rsplit(" ", 1)[0] if record.authors else record.journal
    return f"{author} {record.year or ''}".strip() or record.title[:60]
