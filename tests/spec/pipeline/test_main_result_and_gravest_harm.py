"""A trial is told by the outcome it was made for; who died and the gravest harm are told with it."""

from __future__ import annotations

from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library

ASKED = "does rivaroxaban help in peripheral artery disease?"


def _said(typed: str, library: Library, section: str = "bottom_line") -> list[str]:
    return [s.text for s in pipeline.answer(typed, library=library).section(section).statements]


def _trial(library_of: LibraryOf, results: str) -> Library:
    methods = (
        "In this double-blind randomised trial, 6,000 adults with peripheral artery disease got rivaroxaban or placebo."
    )
    return library_of([report(61, "Rivaroxaban in peripheral artery disease", methods=methods, results=results)])


FIRST = "Loss of a limb or stroke occurred in 8.0% with rivaroxaban and in 10.0% with placebo (p = 0.004)."
DEATHS = "Death from any cause occurred in 5.0% with rivaroxaban and in 6.5% with placebo (p = 0.01)."
BLEEDING = "Major bleeding occurred in 2.9% with rivaroxaban and in 1.4% with placebo (p < 0.001)."


def test_what_a_report_tells_first_leads_where_no_primary_outcome_is_named(library_of: LibraryOf) -> None:
    lead, *_ = _said(ASKED, _trial(library_of, f"{FIRST} {DEATHS}"))
    assert "8.0% with rivaroxaban and 10.0% with placebo" in lead


def test_a_named_primary_outcome_leads_wherever_it_stands(library_of: LibraryOf) -> None:
    results = (
        f"{DEATHS} The primary outcome, loss of a limb, occurred in 3.0% with rivaroxaban and in 4.1% with placebo"
    )
    lead, *_ = _said(ASKED, _trial(library_of, f"{results} (p = 0.02)."))
    assert "loss of a limb" in lead.lower() and "3.0% with rivaroxaban" in lead


def test_the_gravest_harm_has_both_arms_in_the_bottom_line(library_of: LibraryOf) -> None:
    nausea = "Nausea occurred in 9.0% with rivaroxaban and in 4.0% with placebo (p < 0.001)."
    said = " ".join(_said(ASKED, _trial(library_of, f"{FIRST} {nausea} {BLEEDING}")))
    assert "major bleeding, 2.9% with rivaroxaban and 1.4% with placebo (p < 0.001)" in said.replace("Harm: ", "")


def test_a_harm_that_is_not_grave_stands_further_down(library_of: LibraryOf) -> None:
    nausea = "Nausea occurred in 9.0% with rivaroxaban and in 4.0% with placebo (p < 0.001)."
    assert "ausea" not in " ".join(_said(ASKED, _trial(library_of, f"{FIRST} {nausea}")))


def test_who_died_is_told_beside_what_was_asked(library_of: LibraryOf) -> None:
    said = " ".join(_said("does rivaroxaban prevent stroke?", _trial(library_of, f"{FIRST} {DEATHS}"), "evidence"))
    assert "5.0% with rivaroxaban and 6.5% with placebo" in said


def test_an_outcome_that_is_asked_and_untested_is_told_without_an_effect(library_of: LibraryOf) -> None:
    counted = "Stroke occurred in 2.0% with rivaroxaban and in 2.6% with placebo."
    lead, *_ = _said("does rivaroxaban reduce stroke?", _trial(library_of, f"{FIRST} {counted}"))
    assert "2.0% with rivaroxaban and 2.6% with placebo" in lead and "no test" in lead


def test_the_exacerbations_of_a_trial_in_an_illness_are_those_asked_about(library_of: LibraryOf) -> None:
    methods = "In this double-blind randomised trial, 300 adults with bronchiectasis got azithromycin or placebo."
    results = "Exacerbations were fewer with azithromycin than with placebo (rate ratio 0.60, 95% CI 0.45 to 0.80)."
    made = library_of([report(62, "Azithromycin in bronchiectasis", methods=methods, results=results)])
    lead, *_ = _said("does azithromycin prevent bronchiectasis exacerbations?", made)
    assert "educes exacerbations" in lead
