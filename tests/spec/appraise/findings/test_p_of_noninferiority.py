"""A p of non-inferiority is no p of a difference; `V` in a drug's name is no `versus`; hospitals are no clusters."""

from __future__ import annotations

import pytest

from probatum.appraise import read
from probatum.appraise.keeping import Reading
from probatum.model import Design, Identifier, Record, RecordKind, SectionKind, SourceSection

METHODS = "In this double-blind randomised trial, 900 people with gout received zorbin or apixaban."


def reading(results: str, methods: str = METHODS) -> Reading:
    """A reading of an invented trial."""
    texts = (("title", "Zorbin in gout: a randomised trial", ""), ("a", methods, "METHODS"), ("b", results, "RESULTS"))
    return read(
        Record.build(
            id="pmid:1",
            identifiers=(Identifier("pmid", "1"),),
            kind=RecordKind.TRIAL_REPORT,
            title=texts[0][1],
            sections=tuple(
                SourceSection(name, SectionKind.TITLE if name == "title" else SectionKind.ABSTRACT, text, heading=head)
                for name, text, head in texts
            ),
            publication_types=("Randomized Controlled Trial",),
            year=2020,
        )
    )


RATIO = "Stroke occurred in 5.2% with zorbin and 5.4% with apixaban"
INTERVAL = "hazard ratio 0.96, 95% CI 0.80 to 1.15"


@pytest.mark.parametrize(
    ("sentence", "kind", "significant"),
    [
        (f"{RATIO}, which met noninferiority ({INTERVAL}; p < 0.001).", "non-inferiority", False),
        (f"{RATIO} ({INTERVAL}), which met noninferiority (p < 0.001).", "non-inferiority", False),
        (f"{RATIO} ({INTERVAL}; noninferiority p < 0.001; superiority p = 0.65).", "non-inferiority", False),
        (f"{RATIO} (hazard ratio 0.70, 95% CI 0.60 to 0.82; p < 0.001).", "", True),
        (f"Zorbin was noninferior for death, but {RATIO.lower()} ({INTERVAL}; p = 0.65).", "", False),
    ],
)
def test_a_p_of_noninferiority_is_none_of_a_difference(sentence: str, kind: str, significant: bool) -> None:
    found = next(f for f in reading(sentence).findings if f.estimate is not None)
    assert (found.p.kind if found.p else None, found.significant, found.problems) == (kind, significant, ())


@pytest.mark.parametrize("drug", ["penicillin V", "zorbin"])
def test_a_capital_v_is_part_of_a_name(drug: str) -> None:
    told = f"Cure was more frequent with {drug} than with placebo (85.6% versus 70.1%; p = 0.01)."
    done = reading(told, f"In this randomised trial, 123 people with cellulitis received {drug} or placebo.")
    assert [a.arm for a in done.findings[0].arms] == [drug, "placebo"]


@pytest.mark.parametrize(
    ("methods", "design"),
    [
        ("In 193 hospitals in 21 countries, 2060 women were randomised to zorbin or placebo.", Design.RANDOMISED),
        ("People from 193 hospitals with gout were randomised to zorbin or placebo.", Design.RANDOMISED),
        ("The 24 hospitals were randomised to zorbin or usual care.", Design.CLUSTER),
        ("Twelve hospitals in two counties were randomised to zorbin or usual care.", Design.CLUSTER),
    ],
)
def test_hospitals_where_people_were_randomised_are_no_clusters(methods: str, design: Design) -> None:
    assert reading("Death was less frequent with zorbin (4% versus 6%).", methods).study.design is design


def test_a_number_after_a_count_of_people_is_no_year() -> None:
    told = "Stroke occurred in 361 of 1863 people with zorbin and in 462 of 1867 with apixaban (p < 0.001)."
    assert [
        (a.events and a.events.text, a.denominator and a.denominator.text) for a in reading(told).findings[0].arms
    ] == [
        ("361", "1863"),
        ("462", "1867"),
    ]
