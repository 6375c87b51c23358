"""How far passages lean with a sentence or against it, and what the text around it tells."""

from __future__ import annotations

import pytest

from probatum.assess.audit import auditing, context, document, leaning
from probatum.assess.audit.case import Cited
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

TITLE = "Marovine versus placebo for tension headache in office workers: a randomised trial"
TEXT = (
    "Two hundred office workers with tension headache took marovine or placebo for 8 weeks. "
    "Headache days fell with marovine compared with placebo. Neck stiffness did not differ between marovine "
    "and placebo (P = 0.62). Sick leave was longer with placebo than with marovine. Drowsiness was reported by 14% of "
    "the marovine group and 5% of the placebo group at 8 weeks. Time to first meal was 9 hours in the marovine group "
    "and 14 hours in the placebo group. Serum kallidin was 999 (109) pg/mL before treatment and 168 pg/mL after "
    "treatment. Marovine brought a smaller improvement in sleep than placebo."
)
RECORD = Record.build(
    id="pmid:9000071",
    identifiers=(Identifier("pmid", "9000071"),),
    kind=RecordKind.ARTICLE,
    title=TITLE,
    sections=(
        SourceSection("title", SectionKind.TITLE, TITLE),
        SourceSection("abstract.1", SectionKind.ABSTRACT, TEXT, "Results", SectionRole.RESULTS),
        SourceSection(
            "body.1", SectionKind.BODY, "People with migraine were excluded.", "Methods", SectionRole.METHODS
        ),
    ),
    format="test",
)


class Shelf:
    """The invented trial alone."""

    def get(self, identifier: str) -> Record | None:
        """It, by its PMID."""
        return RECORD if identifier == "pmid:9000071" else None

    def search(self, text: str, limit: int) -> list[Record]:
        """Nothing."""
        return []


def case(*sentences: str, title: str = "Tension headache in office workers") -> Cited:
    body = " ".join(f"{s} [1]." for s in sentences)
    text = f"# {title}\n\n{body}\n\n## References\n\n1. {TITLE}. PMID: 9000071\n"
    return auditing.read(document.read(text), Shelf())[0][-1]


@pytest.mark.parametrize(
    ("sentence", "measure", "sign"),
    [
        ("Headache days dwindled on marovine", "lean way lead", 1),
        ("Headache days soared on marovine", "lean way lead", -1),
        ("Sick leave lengthened under placebo", "lean way lead", 1),
        ("Sick leave lengthened under marovine", "lean way lead", -1),
        ("Neck stiffness was on a par in both groups", "lean denial lead", 1),
        ("Neck stiffness improved on marovine", "lean denial lead", -1),
        ("Time to first meal was shorter on marovine", "lean way lead", 1),
        ("Time to first meal was longer on marovine", "lean way lead", -1),
        ("Serum kallidin fell over the weeks", "lean way lead", 1),
        ("Serum kallidin climbed over the weeks", "lean way lead", -1),
        ("Sleep improved less on marovine", "lean way lead", 1),
        ("Sleep improved more on marovine", "lean way lead", -1),
        ("Headache days fell on marovine, while sick leave was longer", "lean way other", 1),
    ],
)
def test_passages_lean_with_a_sentence_or_against_it(sentence: str, measure: str, sign: int) -> None:
    assert leaning.measures(case(sentence))[measure] * sign > 0


@pytest.mark.parametrize(
    ("sentence", "measure", "above"),
    [
        ("It was tried in people with migraine", "people one out", True),
        ("It was tried in people with tension headache", "people one out", False),
        ("It was tried in people with tension headache", "people front", True),
    ],
)
def test_people_who_were_shut_out_are_told_from_those_let_in(sentence: str, measure: str, above: bool) -> None:
    assert (leaning.measures(case(sentence)).get(measure, 0.0) > 0) is above


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("Neck stiffness did not differ between the groups", "Neck stiffness differed between the groups", True),
        ("Drowsiness troubled 14% on marovine", "Neck stiffness differed between the groups", False),
    ],
)
def test_the_same_matter_is_told_otherwise_nearby(first: str, second: str, clash: bool) -> None:
    assert (context.measures(case(first, second)).get("around other", 0.0) > 0) is clash


@pytest.mark.parametrize(
    ("sentence", "title", "untold"),
    [
        ("Days in pain fell on marovine", "Low back pain", 1.0),
        ("Days with tension headache fell on marovine", "Low back pain", 0.0),
        ("Days in pain fell on marovine", "Tension headache", 0.0),
    ],
)
def test_another_illness_is_told_or_kept_silent(sentence: str, title: str, untold: float) -> None:
    assert context.measures(case(sentence, title=title))["strange untold"] == untold


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("At 8 weeks 14% on marovine were drowsy", 1.0),
        ("At 30 weeks 14% on marovine were drowsy", 0.0),
    ],
)
def test_a_result_stands_beside_its_time(sentence: str, beside: float) -> None:
    assert context.measures(case(sentence))["time beside"] == beside


def test_every_measure_lies_between_minus_one_and_one() -> None:
    for sentence in (
        "Marovine worked",
        "You will be helped",
        "It was 1, 2, 3, 4 and 5",
        "Nothing differed by 8 weeks, 14%",
    ):
        made = {**leaning.measures(case(sentence)), **context.measures(case(sentence))}
        assert all(-1 <= value <= 1 for value in made.values())
