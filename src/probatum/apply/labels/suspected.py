"""Suspected: what somebody feels while a medicine is taken whose end is asked for, as `on A, has bad dreams, stop?`.

Whether the medicine brought it on is known only where a label says so. Without one it is told to a doctor or pharmacist
soon and first; nobody is asked how well the medicine helps against it.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Concept, Question, Role
from probatum.text import ending, falling, halting
from probatum.text.expressions import expression

_STATE: Final = expression(r"(?:feel|felt|being|be|get|go|have|can|am|is)\w*\b", re.IGNORECASE)
"""Words of a complaint that are no noun: `feel sick`."""
_PURPOSE: Final = r"\b(?:for|against|to treat|to help|helps?|prevents?)(?: \w+){{0,2}} {}"


def on_it(question: Question) -> str:
    """What is felt, in the asker's words; empty where no end is asked for, or the medicine is taken against it."""
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    names = {name.lower() for c in drugs for name in (c.text, c.label)}
    if len(drugs) != 1 or not (ending.asks(question.read) or halting.way(question.read, names) is halting.Way.STOP):
        return ""
    for ill in question.concepts:
        if ill.semantic != "symptom" or ill.role not in (Role.POPULATION, Role.OUTCOME):
            continue
        purpose = expression(_PURPOSE.format(re.escape(ill.text)), re.IGNORECASE)
        if purpose.search(question.read) is None:
            return (ill.label if _STATE.match(ill.text) else ill.text).lower()
    return "falls" if falling.told(question.typed) else ""


def complaints(question: Question) -> list[Concept]:
    """What is felt, as a harm of which the labels may tell: none where nothing is suspected."""
    felt = on_it(question)
    own = [c for c in question.concepts if c.semantic == "symptom" and felt in (c.text.lower(), c.label.lower())]
    return own or [Concept(text=name, label=name, role=Role.OUTCOME, semantic="symptom") for name in [felt] if name]
