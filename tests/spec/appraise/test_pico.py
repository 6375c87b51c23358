"""Words of an abstract that tell participants, interventions and outcomes. All texts are invented."""

from __future__ import annotations

import numpy as np
import pytest
from appraise_records import make

from probatum.appraise import pico
from probatum.appraise.models.hashed_chain import HashedChain
from probatum.appraise.pico import features, labelling, words
from probatum.appraise.pico.features import Line
from probatum.model import SectionKind, SourceSection

TITLE = "Melatonin versus placebo for sleep disturbance in children with epilepsy: a randomised trial."
ABSTRACT = (
    "BACKGROUND: Sleep is often poor in epilepsy. METHODS: Sixty children aged 6 to 12 years with epilepsy were "
    "randomly assigned to receive melatonin 3 mg or placebo for eight weeks. The primary outcome was total sleep time. "
    "RESULTS: Sleep latency and total sleep time improved with melatonin compared with placebo (p = 0.02). "
    "Headache was the most common adverse event. CONCLUSIONS: Melatonin improved sleep in children with epilepsy."
)


def quotes(title: str, abstract: str) -> tuple[str, str, str]:
    found = pico.read(make(abstract, title=title))
    told = (found.population, found.intervention, found.outcome)
    first, second, third = (" | ".join(span.quote for span in spans) for spans in told)
    return first, second, third


def test_whom_what_and_what_for_are_found() -> None:
    population, intervention, outcome = quotes(TITLE, ABSTRACT)
    assert "children" in population and "epilepsy" in population
    assert "melatonin" in intervention.lower() and "placebo" in intervention
    assert "sleep time" in outcome and "latency" in outcome.lower()


def test_spans_lie_in_title_and_abstract_alone_and_in_order() -> None:
    body = SourceSection(
        id="body.1", kind=SectionKind.BODY, text="Sixty children received melatonin.", heading="Methods"
    )
    found = pico.read(make(ABSTRACT, title=TITLE, sections=(body,)))
    for spans in (found.population, found.intervention, found.outcome):
        assert {s.section for s in spans} <= {"title", "abstract"}
        starts = [(s.section != "title", s.start) for s in spans]
        assert starts == sorted(starts)


def test_a_span_neither_begins_nor_ends_with_a_stop_or_an_open_bracket() -> None:
    found = pico.read(make(ABSTRACT, title=TITLE))
    for span in (*found.population, *found.intervention, *found.outcome):
        assert span.quote[0] not in pico.NO_START and span.quote[-1] not in pico.NO_END


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "((((((",
        "\x00\x07 \u202e",
        "a" * 5000,
        "word " * 20000,
        "👩‍🔬 ½ µg",
        "1 2 3 4 5",
        "RESULTS:",
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    pico.read(make(text, title=""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.5 mg/kg b.i.d.", ["0.5", "mg/kg", "b.i.d", "."]),
        ("(n = 40)", ["(", "n", "=", "40", ")"]),
        ("low-dose aspirin, 5%", ["low-dose", "aspirin", ",", "5", "%"]),
        ("3.2 +/- 1.1", ["3.2", "+/-", "1.1"]),
    ],
)
def test_words_are_parted_as_the_training_texts_are(text: str, expected: list[str]) -> None:
    assert words.TOKEN.findall(text) == expected


def test_the_quick_sums_are_those_of_all_features() -> None:
    table = features.table([Line(words.TOKEN.findall(TITLE)), Line(words.TOKEN.findall(ABSTRACT), "Methods")])
    chain = HashedChain.load("pico")
    slow = np.array([chain.weights[buckets].sum(axis=0, dtype=int) for buckets in labelling.buckets(table)])
    expected = chain.marginals(slow * chain.scale, table.sizes)
    np.testing.assert_allclose(labelling.marginals(chain, table), expected, rtol=1e-9)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("METHODS", "m"),
        ("CONCLUSIONS", "c"),
        ("OBJECTIVE", "a"),
        ("PATIENTS AND METHODS", "m"),
        ("", ""),
        ("COUGH", ""),
    ],
)
def test_a_heading_tells_the_part_of_the_abstract(heading: str, role: str) -> None:
    assert features.role_of(heading) == role
