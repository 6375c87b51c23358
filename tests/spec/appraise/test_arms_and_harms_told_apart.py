"""Arms that differ in how long they are treated, harms in a list whose first member names the arms, and a primary
outcome that is called by what it counts."""

from __future__ import annotations

import pytest

from probatum import appraise
from probatum.model import Finding, Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


def _found(results: str) -> tuple[Finding, ...]:
    key = Identifier("pmid", "99000902")
    methods = "In this double-blind randomised trial, 300 adults with lymphoma received pixantrone or gemcitabine."
    sections = (
        SourceSection("title", SectionKind.TITLE, "Pixantrone in lymphoma"),
        SourceSection("a1", SectionKind.ABSTRACT, methods, heading="METHODS", role=SectionRole.METHODS),
        SourceSection("a2", SectionKind.ABSTRACT, results, heading="RESULTS", role=SectionRole.RESULTS),
    )
    kind = RecordKind.TRIAL_REPORT
    record = Record.build(id=str(key), identifiers=(key,), kind=kind, title="Pixantrone", sections=sections, year=2020)
    return appraise.read(record).findings


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (
            "Relapse occurred in 30.0% with rituximab for 6 months and in 28.0% with rituximab for 24 months.",
            [("relapse", "rituximab for 6 months", "30.0", "rituximab for 24 months", "28.0")],
        ),
        (
            "The commonest adverse events were fever (pixantrone 40% versus gemcitabine 22%) and chills (9% vs 4%).",
            [("fever", "pixantrone", "40", "gemcitabine", "22"), ("chills", "pixantrone", "9", "gemcitabine", "4")],
        ),
        (
            "Relapse occurred in 21% and 33%, respectively, of pixantrone and gemcitabine patients (P = 0.02).",
            [("relapse", "pixantrone", "21", "gemcitabine", "33")],
        ),
        (
            "Pixantrone led to a longer remission (pixantrone: 8.0 ± 2.1 months; gemcitabine: 5.5 ± 2.0 months).",
            [("remission", "pixantrone", "8.0", "gemcitabine", "5.5")],
        ),
        (
            "Fever was not increased (9.0% in the gemcitabine group and 8.0% in the pixantrone group).",
            [("fever", "gemcitabine", "9.0", "pixantrone", "8.0")],
        ),
        (
            "Fever was higher in the pixantrone group compared with the gemcitabine group: 30/150 (20.0%) vs 12/150 "
            "(8.0%) (p = 0.003).",
            [("fever", "pixantrone", "20.0", "gemcitabine", "8.0")],
        ),
        (
            "Demographics and stage were similar, except that pixantrone patients had higher weight (82 vs 79 kg).",
            [],
        ),
        (
            "Cough developed or worsened in 11.0% with pixantrone and in 15.0% with gemcitabine.",
            [("cough", "pixantrone", "11.0", "gemcitabine", "15.0")],
        ),
        (
            "The primary outcome (relapse, stroke, lung injury, infection or death) was less frequent with "
            "intensive treatment (2.10% per year) than with standard treatment (3.40% per year; p = 0.01).",
            [
                (
                    "relapse, stroke, lung injury, infection or death",
                    "intensive treatment",
                    "2.10",
                    "standard treatment",
                    "3.40",
                )
            ],
        ),
    ],
)
def test_arms(results: str, told: list[tuple[str, ...]]) -> None:
    made = [
        (f.outcome, *(part for a in f.arms for part in (a.arm, a.value.text if a.value else "")))
        for f in _found(results)
    ]
    assert made == told


def test_members_of_a_list_of_harms_are_harms() -> None:
    found = _found(
        "The commonest adverse events were fever (9% with pixantrone v 4% with gemcitabine) and chills (3% v 1%)."
    )
    assert [f.harm for f in found] == [True, True]


def test_a_benefit_behind_a_word_on_harms_is_none() -> None:
    found = _found(
        "Adverse events were similar, and relapse occurred in 5% with pixantrone and in 9% with gemcitabine."
    )
    assert [f.harm for f in found] == [False]


@pytest.mark.parametrize(("short", "harm"), [("AEs", True), ("TEAEs", True), ("SAE", True), ("aes", False)])
def test_adverse_events_by_their_initials_are_harms(short: str, harm: bool) -> None:
    found = _found(f"The frequency of {short} was 21.0% with pixantrone and 33.0% with gemcitabine (p = 0.02).")
    assert [f.harm for f in found] == [harm]
