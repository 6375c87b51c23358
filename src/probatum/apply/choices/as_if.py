"""As if: the context as it would stand had another drug been asked about, with that drug's labels and the guidelines.

What an option's label says of this very patient is read by the rules that hold for the treatment asked about.
"""

from __future__ import annotations

import msgspec

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.once import once, once_by_name
from probatum.model import Appraisal, Concept, RecordKind, Role


@once_by_name
def asked(name: str, context: Context) -> Context:
    """The context with `name` in place of what was asked about; it holds no studies."""
    term = next((t for t in vocabulary.load().lookup(name) if t.semantic == "drug"), None)
    own = Concept(
        text=name,
        label=term.label if term is not None else name,
        role=Role.INTERVENTION,
        semantic="drug",
        id=term.id if term is not None else "",
        synonyms=term.synonyms if term is not None else (),
    )
    kept = (c for c in context.question.concepts if c.role not in (Role.INTERVENTION, Role.COMPARATOR))
    question = msgspec.structs.replace(context.question, intervention=name, concepts=(own, *kept), comparator="")
    return msgspec.structs.replace(
        context, question=question, appraisals=(*labels(name, context), *context.guidelines), groups=(), overall=()
    )


def labels(name: str, context: Context) -> tuple[Appraisal, ...]:
    """The labels of a drug, those looked up for options first."""
    terms = vocabulary.load().lookup(name)
    names = {name.casefold(), *(n.casefold() for t in terms for n in (t.label, *t.synonyms) if t.semantic == "drug")}
    return tuple(label for label, drugs in _drugs(context) if not names.isdisjoint(drugs))


@once
def _drugs(context: Context) -> tuple[tuple[Appraisal, frozenset[str]], ...]:
    """The labels, those looked up for options first, with the drugs that their directions are of."""
    every = {a.record.id: a for a in (*context.option_labels, *context.appraisals)}
    held = (a for a in every.values() if a.record.kind is RecordKind.LABEL)
    return tuple((a, frozenset(d.drug.casefold() for d in a.directives)) for a in held)
