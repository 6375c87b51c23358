"""Questions for the care team are those of this very question, with its own names, and assert nothing."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import sample

from probatum.model import Assumption, Concept, Intent, Kind, Patient, Question, Reader, Role, Section, Statement
from probatum.publish.questions import MOST, to_ask

DRUG = Concept("calbrexine", "calbrexine", Role.INTERVENTION, semantic="drug")
OTHER = Concept("lomenide", "lomenide", Role.COMPARATOR, semantic="drug")
ILL = Concept("boils", "furunculosis", Role.POPULATION, semantic="condition")
LAY = Assumption("lay term", "boils", "furunculosis", "the medical name under which the evidence is found")


def asked(reader: Reader = Reader.PATIENT, told: tuple[str, ...] = (), **question: object) -> tuple[str, ...]:
    given = {"typed": "x", "read": "x", "concepts": (DRUG,), **question}
    sections = tuple(Section(name, "", (Statement(f"{name}.1", "Words.", Kind.NAVIGATION),)) for name in told)
    made = msgspec.structs.replace(sample(), reader=reader, question=Question(**given), sections=sections)  # type: ignore[arg-type]
    return to_ask(made)


FIRST = [
    ({}, "How likely is it that calbrexine will help me?"),
    ({"concepts": (DRUG, ILL), "assumptions": (LAY,)}, "How likely is it that calbrexine will help me with boils?"),
    ({"concepts": (DRUG, OTHER), "intent": Intent.INTERACTION}, "Can I take calbrexine and lomenide together,"),
    ({"read": "how do I come off calbrexine"}, "How is calbrexine stopped: how slowly, and in which steps?"),
    ({"intent": Intent.DOSING}, "Which dose would be right for me, and how is it taken?"),
    ({"intent": Intent.HARM}, "How likely is harm from calbrexine for me, in numbers?"),
    ({"intent": Intent.DIAGNOSIS}, "What can the test show, and how often is it wrong?"),
    ({"concepts": (ILL,), "intent": Intent.PROGNOSIS}, "What is to be expected of furunculosis, and over what time?"),
    ({"concepts": (ILL,)}, "Which treatments are there for furunculosis, and which would suit me?"),
    ({"patient": Patient(pregnancy="pregnant")}, "What does calbrexine mean for the baby,"),
    ({"patient": Patient(breastfeeding=True)}, "Can calbrexine get into breast milk,"),
    ({"patient": Patient(kidney="kidney disease")}, "Is the dose of calbrexine to be changed because of the kidneys?"),
    ({"patient": Patient(drugs=("lomenide",))}, "Can calbrexine be taken together with lomenide?"),
]


@pytest.mark.parametrize(("question", "first"), FIRST)
def test_what_kind_of_question_it_is_decides_what_comes_first(question: dict[str, object], first: str) -> None:
    assert asked(**question)[0].startswith(first)


def test_a_carer_asks_for_somebody_else() -> None:
    said = " ".join(asked(Reader.CARER))
    assert "the person I look after" in said
    assert "When should we come back?" in said


def test_what_the_answer_tells_is_asked_about_and_no_more_than_can_be_asked() -> None:
    every = asked(told=("dosing", "monitoring", "safety", "alternatives"))
    assert "Which checks are needed, and when?" in every
    assert "Which checks are needed, and when?" not in asked()
    assert len(every) == MOST == len(set(every))
