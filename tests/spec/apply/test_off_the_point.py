"""A study that only mentions a treatment, or reports nothing of what is asked of it, is near and no answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection

SUGAR = (
    "We randomised 90 overweight adults to vitamin D or placebo for eight weeks. "
    "Fasting insulin was lower with vitamin D than with placebo (P < 0.001). "
    "Supplementation with vitamin D improved sensitivity to insulin in overweight adults."
)
MARKER = (
    "We measured plasma methylmalonic acid in 120 patients with heart failure. "
    "Treatments targeting mitochondrial function may correct the deficiencies and improve prognosis in heart failure. "
    "Methylmalonic acid may be used for monitoring response to treatment."
)
QUIT = (
    "We randomised 400 smokers to a nicotine inhaler with a patch or without for smoking cessation. "
    "One-year survival analysis showed a significant association between abstinence and the patch (P = 0.04)."
)


def _record(number: int, title: str, text: str) -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, text),
        ),
        format="test",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("off") / "library", create=True)
    made.add(
        [
            _record(90000011, "Vitamin D and insulin in overweight adults: a randomised trial", SUGAR),
            _record(90000012, "Plasma methylmalonic acid and iron trapping in heart failure", MARKER),
            _record(90000013, "Nicotine inhaler and patch for smoking cessation", QUIT),
        ],
        describe=describe,
    )
    return made


def _short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


def test_another_outcome_is_no_answer(library: Library) -> None:
    answer = probatum.answer("Does vitamin D reduce falls in older adults?", library=library, as_of="2026-01-01")
    told = [s.text for s in answer.section("bottom_line").statements]
    assert all(text.startswith("Nearest, but no answer") for text in told if "insulin" in text)
    assert any("No included study reports the effect of vitamin D on falls" in text for text in told)


def test_the_outcome_that_is_asked_is_told(library: Library) -> None:
    said = _short(probatum.answer("Does vitamin D lower insulin?", library=library, as_of="2026-01-01"))
    assert "nsulin" in said and "no source that answers" not in said


def test_what_is_only_mentioned_was_not_studied(library: Library) -> None:
    said = _short(probatum.answer("Does intravenous iron help in heart failure?", library=library, as_of="2026-01-01"))
    assert "Treatments targeting mitochondrial" not in said
    assert "no source that answers" in said


def test_the_words_of_an_illness_that_is_nowhere_named_are_said_to_be_of_others(library: Library) -> None:
    answer = probatum.answer(
        "Does smoking cessation improve survival in lung cancer?", library=library, as_of="2026-01-01"
    )
    told = [s for one in answer.sections for s in one.statements if "survival analysis" in s.text]
    assert all("lung cancer" in s.text or "lung cancer" in s.directness for s in told)
