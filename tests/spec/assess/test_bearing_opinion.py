"""A small model's opinion of a sentence and its source flags and never supports."""

from __future__ import annotations

from assess_cases import record

from probatum.assess.audit.opinion import probes
from probatum.assess.bearing import borne, flag

SOURCE = record(
    "Night cramps are common. Zerafine significantly reduced the frequency of night cramps compared with placebo."
)


def test_the_opinion_names_the_characters_it_rests_on() -> None:
    found = borne("Zerafine reduces the frequency of night cramps.", SOURCE)
    assert found.stance == "supports"
    assert found.span is not None
    assert "reduced the frequency" in found.span.quote


def test_the_contrary_is_read_as_contradicted() -> None:
    assert borne("Zerafine increases the frequency of night cramps.", SOURCE).stance == "contradicts"


def test_no_audit_asks_the_model_unless_it_is_named() -> None:
    assert flag.by == "model"
    assert flag.name not in {check.name for check in probes()}
