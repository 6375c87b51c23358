"""An effect is said of the arm it was seen in, in every section and register, whichever drug is asked about first."""

from __future__ import annotations

import re

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Record


def trial(number: int, one: str, other: str, results: str, people: int = 400) -> Record:
    """An invented trial of two drugs in gout."""
    title = f"{one.capitalize()} compared with {other} in gout: a randomised trial"
    methods = (
        f"In this double-blind randomised trial, {people} adults with gout were given {one} or {other} for 1 year."
    )
    ends = f"In gout, {one} and {other} differed in gout flares."
    return report(number, title, methods=methods, results=results, conclusions=ends)


FEWER = (
    "Gout flares were less frequent with {one} than with {other} "
    "(12% versus 24%; hazard ratio 0.50, 95% CI 0.32 to 0.78; p = 0.002)."
)
MORE = (
    "Gout flares were more frequent with {one} than with {other} "
    "(24% versus 12%; hazard ratio 2.00, 95% CI 1.28 to 3.12; p = 0.002)."
)
LIBRARIES = {
    "one trial": (trial(1, "febuxostat", "allopurinol", FEWER.format(one="febuxostat", other="allopurinol")),),
    "both orders": (
        trial(1, "febuxostat", "allopurinol", FEWER.format(one="febuxostat", other="allopurinol")),
        trial(2, "allopurinol", "febuxostat", MORE.format(one="allopurinol", other="febuxostat"), 500),
    ),
}
QUESTIONS = (
    "Allopurinol or febuxostat for gout flares?",
    "Febuxostat or allopurinol for gout flares?",
    "Allopurinol versus febuxostat for gout flares",
    "Febuxostat versus allopurinol for gout flares",
    "Does allopurinol reduce gout flares?",
    "Does allopurinol reduce gout flares compared with febuxostat?",
    "Does febuxostat reduce gout flares compared with allopurinol?",
    "Is allopurinol better than febuxostat for gout flares?",
    "Allopurinol for gout",
)


@pytest.fixture(scope="module", params=sorted(LIBRARIES))
def library(request: pytest.FixtureRequest, library_of: LibraryOf) -> Library:
    return library_of(LIBRARIES[request.param])


def texts(answer: Answer) -> list[str]:
    """Everything the answer says in words of its own, for both registers."""
    told = (one for section in answer.sections for one in section.statements if one.kind.asserts)
    return [text for one in told for text in (one.text, one.plain) if "“" not in text]


WRONG = re.compile(
    r"(?:allopurinol|or febuxostat|or allopurinol) (?:probably |may )?(?:reduc|lower|increas|results? in)"
    r"|(?:lower|less frequent|fewer) with allopurinol"
    r"|(?:higher|more frequent) with febuxostat|reduction in [^;.]* with allopurinol|increase in [^;.]* with febuxostat"
    r"|^(?:probably|possibly|yes)\b[^.]*with allopurinol than",
    re.IGNORECASE,
)


@pytest.mark.parametrize("reader", ["doctor", "patient"])
@pytest.mark.parametrize("typed", QUESTIONS)
def test_no_statement_swaps_the_arms(typed: str, reader: str, library: Library) -> None:
    answer = pipeline.answer(typed, library=library, as_of="2026-11-26", reader=reader)
    assert [text for text in texts(answer) if WRONG.search(text)] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (typed, r"higher with allopurinol than with febuxostat")
        if typed.split("Does ")[-1].split("Is ")[-1].lower().startswith("allop")
        else (typed, r"lower with febuxostat than with allopurinol")
        for typed in QUESTIONS
    ],
)
def test_the_effect_is_told_and_names_both_arms(typed: str, said: str, library: Library) -> None:
    answer = pipeline.answer(typed, library=library, as_of="2026-11-26")
    for section in ("bottom_line", "conclusion"):
        assert re.search(said, " ".join(s.text for s in answer.section(section).statements)), section


def test_a_trial_against_placebo_compares_no_two_drugs(library_of: LibraryOf) -> None:
    record = report(
        9,
        "Probenecid in gout: a randomised trial",
        methods="In this double-blind randomised trial, 300 adults with gout were given probenecid or placebo.",
        results="Gout flares occurred in 12% with probenecid and in 24% with placebo (hazard ratio 0.50, 95% CI 0.32 "
        "to 0.78; p = 0.002).",
        conclusions="Probenecid lowered gout flares.",
    )
    told = texts(pipeline.answer("Probenecid versus uricosuric agents for gout", library=library_of((record,))))
    assert any("placebo" in text for text in told)
    assert not any("than with uricosuric" in text for text in told)


def test_a_sham_is_not_the_treatment(library_of: LibraryOf) -> None:
    record = report(
        10,
        "Acupuncture in migraine: a randomised trial",
        methods="In this randomised trial, 200 adults with migraine were given acupuncture or sham acupuncture.",
        results="Bruising was higher with active than with sham acupuncture (p = 0.01).",
        conclusions="Acupuncture caused bruising.",
    )
    told = texts(pipeline.answer("Does acupuncture help migraine?", library=library_of((record,))))
    assert not any("lower with acupuncture" in text or "reduces bruising" in text for text in told)
