"""A library with vectors: what is embedded, what is found by meaning, and what is refused."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from probatum.acquire.library import Library
from probatum.acquire.library.passages import LONGEST, MOST, TITLE, passages
from probatum.errors import ProbatumError
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

TEXTS = {
    "1": ("Stretching at night", "A charley-horse at night was rarer after stretching."),
    "2": ("Quinine for cramps", "Quinine made cramps rarer in adults."),
    "3": ("Walking and the heart", "Walking made the heart stronger."),
}


def record(number: str, title: str, text: str, kind: RecordKind = RecordKind.ARTICLE) -> Record:
    sections = [SourceSection("title", SectionKind.TITLE, title)]
    sections += [SourceSection("abstract", SectionKind.ABSTRACT, text)] if text else []
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", number),),
        kind=kind,
        title=title,
        sections=tuple(sections),
        year=2000 + int(number),
        format="test",
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library.open(tmp_path / "library", create=True)
    opened.add(record(number, *texts) for number, texts in TEXTS.items())
    return opened


def found(library: Library, words: str, **filters: Any) -> list[str]:
    return [hit.record.id for hit in library.search(words, **filters)]


def test_without_vectors_words_alone_are_found(library: Library) -> None:
    assert found(library, "cramps") == ["pmid:2"]
    assert library.info().encoder == ""


def test_with_vectors_what_means_the_same_is_found_too(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    assert "pmid:2" in found(library, "spasm")
    assert "pmid:3" not in found(library, "spasm")


def test_a_record_that_only_means_the_same_says_so(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    hit = next(hit for hit in library.search("spasm") if hit.record.id == "pmid:2")
    told = {part.name: part.why for part in hit.parts}
    assert told["meaning"].startswith("cosine 0.") and "tiny" in told["meaning"]
    assert hit.score == pytest.approx(sum(part.score for part in hit.parts), abs=0.001)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [({"year": (2002, 2002)}, ["pmid:2"]), ({"kind": "guideline"}, []), ({"as_of": "1999"}, [])],
)
def test_filters_hold_for_what_is_near_in_meaning(
    library: Library, tiny: Any, filters: dict[str, Any], ids: list[str]
) -> None:
    library.embed(tiny)
    assert found(library, "spasm", **filters) == ids


def test_embedding_goes_on_where_it_stopped(library: Library, tiny: Any) -> None:
    first = library.embed(tiny)
    library.add([record("4", "Cold", "Cold hands in kids.")])
    assert library.info().without_vectors == 1
    second = library.embed(tiny)
    assert (first.made, first.kept, second.made, second.kept, second.missing) == (3, 0, 1, 3, 0)
    assert library.info().without_vectors == 0
    assert library.embed(tiny).made == 0


def test_an_interrupted_embedding_keeps_what_was_done(
    library: Library, tiny: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probatum.acquire.library.embedding.BATCH", 1)

    def interrupt(done: Any) -> None:
        if done.made == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.embed(tiny, on_batch=interrupt)
    done = library.embed(tiny)
    assert (done.made, done.kept) == (1, 2)


def test_a_changed_record_is_not_found_by_its_old_vector(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    library.add([record("2", "Quinine", "Quinine made malaria rarer.")])
    assert "pmid:2" not in found(library, "spasm")
    done = library.embed(tiny)
    assert (done.made, done.removed) == (1, 1)


def test_a_removed_record_is_not_found(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    library.remove("pmid:2")
    assert "pmid:2" not in found(library, "spasm")
    assert library.embed(tiny).removed == 1


def test_vectors_of_two_encoders_are_not_mixed(library: Library, make_tiny: Callable[..., Any]) -> None:
    library.embed(make_tiny())
    with pytest.raises(ProbatumError, match="P362"):
        library.embed(make_tiny("other", "other"))
    library.embed(make_tiny("other", "other", 16), anew=True)
    assert library.info().encoder == "other"


def test_a_question_by_another_encoder_is_refused(library: Library, make_tiny: Callable[..., Any]) -> None:
    library.embed(make_tiny())
    library.use(make_tiny("tiny", "changed"))
    with pytest.raises(ProbatumError, match="P365"):
        library.search("spasm")


def test_without_the_encoder_words_are_searched_and_it_is_said_once(
    library: Library, tiny: Any, caplog: pytest.LogCaptureFixture
) -> None:
    library.embed(tiny)
    again = Library.open(library.location)
    with caplog.at_level(logging.WARNING, "probatum"):
        assert found(again, "cramps") == ["pmid:2"]
        assert found(again, "spasm") == []
    assert [message for message in caplog.messages if "words alone" in message] == caplog.messages
    assert len(caplog.messages) == 1 and "P361" in caplog.messages[0]


def test_a_word_is_known_by_the_word_and_not_by_its_meaning(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    asked = tiny.encode_question
    tiny.encode_question = lambda text: pytest.fail(f"{text} was encoded")
    assert library.has_term("cramps") and not library.has_term("spasm")
    tiny.encode_question = asked
    assert not library.has_term("zzz")


def test_vectors_can_be_switched_off(library: Library, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    library.embed(tiny)
    monkeypatch.setenv("PROBATUM_ENCODER", "off")
    assert found(Library.open(library.location), "spasm") == []


def test_an_encoder_that_gives_no_vectors_is_refused(library: Library, tiny: Any) -> None:
    tiny.encode = lambda texts: tiny.encode_question(" ".join(texts))
    with pytest.raises(ProbatumError, match="P364"):
        library.embed(tiny)


def test_a_record_without_words_of_the_question_needs_to_be_near(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    assert found(library, "zzz") == []


def document(title: str, text: str) -> Record:
    return Record.build(
        id="probatum:9",
        identifiers=(Identifier("probatum", "9"),),
        kind=RecordKind.GUIDELINE,
        title=title,
        sections=(SourceSection("body.1", SectionKind.BODY, text),),
        format="test",
    )


def test_of_an_abstract_its_end_is_the_passage() -> None:
    text = " ".join(f"Sentence {number} speaks of cramps and of how they were measured." for number in range(60))
    (made,) = passages(record("9", "A title", text))
    assert made.startswith("A title\nSentence ") and made.endswith(
        "Sentence 59 speaks of cramps and of how they were measured."
    )
    assert LONGEST / 2 < len(made) <= LONGEST + len("A title\n")


def test_every_word_of_a_document_stands_in_a_passage_with_its_title() -> None:
    text = " ".join(f"Sentence {number} speaks of cramps and of how they were measured." for number in range(60))
    made = passages(document("A title", text))
    assert all(passage.startswith("A title\n") for passage in made)
    assert " ".join(passage.removeprefix("A title\n").strip() for passage in made) == text
    assert max(map(len, made)) <= LONGEST + len("A title\n")


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("", "", 1),
        ("Title alone", "", 1),
        ("Long words", "x" * 100_000, MOST),
        ("t" * 5_000, "One sentence.", 1),
        ("Blank", "   \n ", 1),
    ],
)
def test_passages_are_bounded(title: str, text: str, count: int) -> None:
    made = passages(document(title, text))
    assert len(made) == count
    assert all(0 < len(passage) <= LONGEST + TITLE + 1 for passage in made)


def test_many_vectors_are_found_through_an_index(library: Library, tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.acquire.library.vectors.INDEX_FROM", 300)
    library.add(
        record(str(number), f"Topic {number}", f"word{number} and word{number + 1}.") for number in range(4, 400)
    )
    library.embed(tiny)
    table = library._store.vectors._shelf.table
    assert [index.index_type for index in table.list_indices() if index.columns == ["vector"]] == ["IvfRq"]
    assert found(library, "spasm")[0] == "pmid:2"


def test_what_says_not_what_made_it_is_refused(library: Library, tiny: Any) -> None:
    library.embed(tiny)
    library._store.vectors._connection.create_table("vectors", [{"id": "x"}], mode="overwrite")
    again = Library.open(library.location)
    with pytest.raises(ProbatumError, match="P367"):
        again.search("spasm")
    assert again.embed(tiny, anew=True).made == 3
