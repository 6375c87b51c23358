"""Where a study in people answers, one in animals or cells stays out; where none does, it is told as what it is."""

from __future__ import annotations

from reports import LibraryOf, report

from probatum import pipeline

BENCH = report(
    1,
    "Artesunate and glioma cell lines",
    kind="",
    results="In vitro, artesunate reduced the growth of two cell lines, and in mice it shrank gliomas.",
    conclusions="Artesunate reduced glioma growth in vitro and in mice.",
)
PEOPLE = report(
    2,
    "Artesunate in glioma: a randomised trial",
    methods="In this randomised trial, 90 adults with glioma were given artesunate or placebo.",
    results="Survival at 1 year did not differ between artesunate and placebo (52% versus 50%; p = 0.81).",
    conclusions="Artesunate did not prolong survival in glioma.",
)


def _cited(answer: object) -> set[str]:
    return {one.record for one in answer.references}  # type: ignore[attr-defined]


def test_people_first(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Does artesunate help glioma?", library=library_of((BENCH, PEOPLE)))
    assert _cited(answer) == {"pmid:99000002"}
    assert ("pmid:99000001", "studied in animals or cells, where studies in people are held") in answer.search.excluded


def test_the_bench_where_nothing_else_is_held_or_asked(library_of: LibraryOf) -> None:
    assert _cited(pipeline.answer("Does artesunate help glioma?", library=library_of((BENCH,)))) <= {"pmid:99000001"}
    answer = pipeline.answer("Does artesunate reduce glioma in mice?", library=library_of((BENCH, PEOPLE)))
    assert not any("studied in animals" in reason for _, reason in answer.search.excluded)
