"""The fast ways against slow, obvious ones: the index's BM25 and the second scoring."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probatum.acquire.library import Clause, Library, Query
from probatum.acquire.library.query import STEPS, Filters
from probatum.acquire.ranking import Candidates, Unit, parts, rerank, terms, units
from probatum.acquire.ranking.reranking import BESIDE, CLOSENESS, COVERAGE, NEIGHBOURS, WINDOW
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

K1, B = 1.2, 0.75
WORDS = "cramp cramps magnesium quinine metastasis metastatic IL-2 IL2 zebra leg legs night sleep trial"
TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=30).map(" ".join)
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def slow_bm25(question: str, texts: Sequence[str]) -> list[float]:
    """Robertson's BM25 as Lucene writes it, term by term (Kamphuis 2020, doi:10.1007/978-3-030-45442-5_4)."""
    documents = [terms(text) for text in texts]
    average = sum(map(len, documents)) / len(documents)
    weights: dict[str, float] = {}
    for unit in units(question):
        for term, (weight, _) in unit.terms.items():
            weights[term] = max(weight, weights.get(term, 0.0))
    weights = {term: max(1, round(weight * STEPS)) / STEPS for term, weight in weights.items()}
    scores = []
    for document in documents:
        score = 0.0
        for term, weight in weights.items():
            holding = sum(term in other for other in documents)
            rarity = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            often = Counter(document)[term]
            score += weight * rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * len(document) / average))
        scores.append(score)
    return scores


def slow_parts(asked: Sequence[Unit], score: float, text: list[str], best: float) -> list[float]:
    """BM25, coverage and closeness, looking at every window of the text."""

    def there(words: Sequence[str], unit: Unit) -> float:
        return max((share for term, (_, share) in unit.terms.items() if term in words), default=0.0)

    whole = sum(unit.telling for unit in asked)
    all_of_it = [there(text, unit) for unit in asked]
    covered = sum(unit.telling * share for unit, share in zip(asked, all_of_it, strict=True))
    close = 0.0
    for first in range(len(text)):
        window = text[first : first + WINDOW + 1]
        inside = (unit.telling * most for unit, most in zip(asked, all_of_it, strict=True) if there(window, unit))
        close = max(close, sum(inside))
    pairs = list(pairwise(asked))
    beside = sum(
        math.sqrt(one.telling * other.telling) for one, other in pairs if side_by_side(text, set(one.terms), other)
    )
    most = sum(math.sqrt(one.telling * other.telling) for one, other in pairs) or 1.0
    shares = (COVERAGE * covered / whole, CLOSENESS * close / whole, NEIGHBOURS * beside / most)
    return [score, *(best * share for share in shares)]


def side_by_side(text: Sequence[str], one: set[str], other: Unit) -> bool:
    for place, term in enumerate(text):
        before = [at for at in range(place + 1) if text[at] in one]
        if term in other.terms and before and 0 < place - before[-1] <= BESIDE:
            return True
    return False


def stocked(place: Path, texts: Sequence[str]) -> Library:
    library = Library.open(place, create=True)
    library.add(
        Record.build(
            id=f"pmid:{number}",
            identifiers=(Identifier("pmid", str(number)),),
            kind=RecordKind.ARTICLE,
            title="",
            sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        )
        for number, text in enumerate(texts, 1)
    )
    return library


@SLOW
@given(texts=st.lists(TEXTS, min_size=2, max_size=12), question=TEXTS)
def test_the_index_scores_as_bm25_written_down(tmp_path_factory: pytest.TempPathFactory, texts, question) -> None:
    library = stocked(tmp_path_factory.mktemp("bm25") / "library", texts)
    found = {int(h.record.id[5:]): h.score for h in library.matching(Query.of(question), Filters(), len(texts))}
    expected = {number: score for number, score in enumerate(slow_bm25(question, texts), 1) if score > 0}
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, abs=2e-3)


@given(texts=st.lists(TEXTS, min_size=1, max_size=6), question=TEXTS)
def test_every_part_of_a_score_is_what_a_slow_look_finds(texts: list[str], question: str) -> None:
    asked = units(question)
    candidates = Candidates.of_texts(
        [float(number) for number in range(1, len(texts) + 1)], [" ".join(terms(t)) for t in texts]
    )
    columns = rerank(asked, candidates)
    for number, text in enumerate(texts):
        expected = slow_parts(asked, number + 1.0, terms(text), float(len(texts)))
        assert [part.score for part in parts(columns, number)] == pytest.approx(expected)


def test_of_two_records_that_hold_the_same_words_the_closer_comes_first(empty: Library, make: Callable[..., Record]):
    apart = "Magnesium was given. " + "Nothing else was seen for long. " * 30 + "Cramps came."
    together = "Magnesium eased cramps. " + "Nothing else was seen for long. " * 30 + "That came."
    empty.add([make(1, apart), make(2, together)])
    hits = empty.search("Does magnesium ease cramps?")
    assert [hit.record.id for hit in hits] == ["pmid:2", "pmid:1"]
    assert [part.name for part in hits[0].parts] == ["words", "coverage", "closeness", "neighbours"]
    assert sum(part.score for part in hits[0].parts) == pytest.approx(hits[0].score, abs=1e-3)


def test_the_very_word_comes_before_a_derived_one(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(1, "Metastasis was rare."), make(2, "Metastatic was rare."), make(3, "Metastatic was found.")])
    assert empty.search("metastasis")[0].record.id == "pmid:1"
    assert {hit.record.id for hit in empty.search("metastasis")} == {"pmid:1", "pmid:2", "pmid:3"}


def test_a_telling_word_outweighs_common_ones(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(1, "Isradipine was given."), make(2, "Patients had an effective treatment."), make(3), make(4)])
    assert empty.search("Is isradipine an effective treatment?")[0].record.id == "pmid:1"


def test_a_search_beyond_the_candidates_keeps_its_order(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(n, "cramp " * (n % 7 + 1) + "filling " * (n % 11)) for n in range(1, 160)])
    few, many = empty.search("cramp filling", limit=40), empty.search("cramp filling", limit=159)
    assert [h.record.id for h in few] == [h.record.id for h in many][:40]
    assert [h.score for h in many] == sorted((h.score for h in many), reverse=True)


COMPOUNDS = [("IL-2", {1, 2, 3}), ("IL2", {1, 2}), ("il 2", {1, 3})]


@pytest.mark.parametrize(("name", "found"), COMPOUNDS)
def test_a_name_with_a_hyphen_is_found_as_one_word_and_in_parts(
    empty: Library, make: Callable[..., Record], name: str, found: set[int]
) -> None:
    texts = {1: "IL-2 rose.", 2: "IL2 rose.", 3: "IL 2 rose.", 4: "Two rose.", 5: "IL-6 fell."}
    empty.add([make(n, text, title="Paper") for n, text in texts.items()])
    query = Query(wanted=(Clause(name, every=True),))
    assert {int(hit.record.id[5:]) for hit in empty.search(query)} == found


def test_a_hit_says_where_its_record_answers(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(1, "Forty were asked. Zolvit eased cramps. None fell.")])
    hit = empty.search("Does zolvit ease cramps?")[0]
    assert hit.passage is not None
    assert hit.record.section(hit.passage.section).text[hit.passage.start : hit.passage.end] == "Zolvit eased cramps."
    assert hit.passage.share == 1.0


def test_words_that_the_best_records_share_lift_a_record_that_has_them(
    empty: Library, make: Callable[..., Record]
) -> None:
    named = [make(n, f"Granulosis of the knee (GRK) in {n} adults eased.", title="Report") for n in range(1, 7)]
    others = [make(n, "A knee was seen in adults.", title="Report") for n in range(10, 45)]
    empty.add([*named, *others, make(99, "A knee with GRK in adults.", title="Report")])
    hits = empty.search("granulosis of the knee", limit=60)
    ids = [hit.record.id for hit in hits]
    assert ids.index("pmid:99") == len(named)
    assert ids[0] in {record.id for record in named}
    gain = next(part for part in hits[len(named)].parts if part.name == "shared words")
    assert gain.score > 0
    assert "grk" in gain.why


def test_what_the_words_put_first_stays_first(empty: Library, make: Callable[..., Record]) -> None:
    empty.add([make(n, "cramp " * (n % 7 + 1) + "magnesium tablets " * (n % 5)) for n in range(1, 60)])
    hits = empty.search("cramp", limit=59)
    assert hits[0].record.id == empty.matching(Query.of("cramp"), Filters(), 1)[0].record.id
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_record_that_goes_on_in_abbreviations_is_not_put_down(empty: Library, make: Callable[..., Record]) -> None:
    filler = "It was seen in many of them. "
    empty.add(
        [
            make(1, f"Sharp knee pain (SKP) hurts. {filler * 4} SKP ended. SKP came again."),
            make(2, f"Sharp knee pain hurts. {filler * 4} It ended. It came again. Pain is a word."),
            *(make(n, f"Other things {n}. {filler * 4}") for n in range(3, 20)),
        ]
    )
    assert empty.search("sharp knee pain")[0].record.id == "pmid:1"
