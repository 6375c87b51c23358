"""The shipped vocabulary: look-up, names in text, relations."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from probatum.errors import ProbatumError
from probatum.vocabulary import SHIPPED, Term, Vocabulary, load

V = load()


@pytest.mark.parametrize(
    ("name", "label", "semantic"),
    [
        ("Amyotrophic Lateral Sclerosis", "amyotrophic lateral sclerosis", "condition"),
        ("LOU GEHRIG'S DISEASE", "amyotrophic lateral sclerosis", "condition"),
        ("muscle cramps", "muscle cramp", "symptom"),
        ("paracetamol", "acetaminophen", "drug"),
        ("breast cancer", "breast cancer", "condition"),
        ("hip replacement", "hip arthroplasty", "procedure"),
        ("HbA1c", "HbA1c", "test"),
        ("type 2 diabetes", "type 2 diabetes mellitus", "condition"),
    ],
)
def test_lookup(name: str, label: str, semantic: str) -> None:
    term = V.lookup(name)[0]
    assert (term.semantic, term.id != "") == (semantic, True)
    assert label in {term.label, *term.synonyms} or term.label == label


def test_unknown_names_give_nothing() -> None:
    assert V.lookup("qzxwv") == ()
    assert V.find("qzxwv brbrbr") == ()
    assert not V.is_drug("table")


@pytest.mark.parametrize(
    ("drug", "base"),
    [
        ("Coumadin", ("warfarin",)),
        ("metformin hydrochloride", ("metformin",)),
        ("Plavix", ("clopidogrel",)),
        ("Tylenol", ("acetaminophen",)),
        ("Augmentin", ("amoxicillin", "clavulanate")),
        ("sodium chloride", ("sodium chloride",)),
        ("headache", ()),
    ],
)
def test_base_of(drug: str, base: tuple[str, ...]) -> None:
    assert V.base_of(drug) == base


def test_find_takes_the_longest_name_at_word_boundaries() -> None:
    text = "Metformin in type 2 diabetes mellitus; warfarinised mice."
    found = [(text[m.start : m.end], m.term.label) for m in V.find(text)]
    assert ("Metformin", "metformin") in found
    assert any(words == "type 2 diabetes mellitus" for words, _ in found)
    assert not any(label == "warfarin" for _, label in found)


def test_a_name_does_not_run_over_a_full_stop() -> None:
    assert not any(m.term.label == "heart failure" for m in V.find("He has a bad heart. Failure of the pump."))


def test_short_names_in_capitals_are_no_words() -> None:
    assert not any(m.term.semantic == "condition" for m in V.find("It aids and is sad."))


@pytest.mark.parametrize(
    ("label", "apart"),
    [
        ("muscle cramp", "muscle spasticity"),
        ("vertigo", "dizziness"),
        ("dementia", "delirium"),
        ("heart failure", "myocardial infarction"),
        ("type 1 diabetes", "type 2 diabetes"),
    ],
)
def test_near_concepts_are_kept_apart(label: str, apart: str) -> None:
    assert apart in V.near(label)
    assert label not in V.near(label)


@pytest.mark.parametrize(
    ("one", "other"), [("hydroxyzine", "hydralazine"), ("vincristine", "vinblastine"), ("Celebrex", "Celexa")]
)
def test_sound_alikes_work_both_ways(one: str, other: str) -> None:
    assert other in V.sound_alikes(one)
    assert one in V.sound_alikes(other)


def test_ambiguous_abbreviations_keep_all_meanings() -> None:
    meanings = [a.meaning for a in V.abbreviations("MS")]
    assert meanings[0] == "multiple sclerosis"
    assert "mitral stenosis" in meanings


def test_weights_fall_with_frequency() -> None:
    assert V.weight("the") < V.weight("patients") < V.weight("mexiletine") <= V.weight("qzxwv")


@pytest.mark.parametrize("word", ["okay", "haemorrhage", "hemorrhage", "mexiletine", "Coumadin", "socks"])
def test_known(word: str) -> None:
    assert V.known(word)


@pytest.mark.parametrize("word", ["hydralyzine", "diarrohea", "symtoms"])
def test_not_known(word: str) -> None:
    assert not V.known(word)


def test_every_hand_written_target_is_a_term() -> None:
    missing = [b for b in V._own.lay.values() if not V.lookup(b)]
    missing += [c for g in V._own.near for c in g.concepts if not V.lookup(c)]
    missing += [d for pair in V._own.sound_alikes for d in pair if not V.is_drug(d)]
    assert missing == []
    assert len(V._own.lay) >= 2000
    assert len(V._own.near) >= 60
    assert len(V._own.sound_alikes) >= 80
    assert all(g.default in g.concepts or V.lookup(g.default) for g in V._own.near if g.vague)


def test_the_shipped_file_is_built_from_the_files_beside_it() -> None:
    for name, digest in V.inputs.items():
        assert hashlib.sha256((SHIPPED.parent / name).read_bytes()).hexdigest() == digest, f"{name} changed: build anew"


def test_a_users_own_terms_come_first() -> None:
    own = Term(id="mine:1", label="warfarin", semantic="drug", synonyms=("house blend",))
    mine = Vocabulary(SHIPPED, (own,))
    assert mine.lookup("House Blend")[0].id == "mine:1"
    assert mine.lookup("warfarin")[0].id == "mine:1"
    assert mine.find("Is house blend safe?")[0].term is own


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    for content in (b"", b"PROBVOC1", b"something else entirely", SHIPPED.read_bytes()[:5000]):
        path = tmp_path / "v.bin"
        path.write_bytes(content)
        with pytest.raises(ProbatumError, match=r"P403.*v\.bin"):
            Vocabulary(path)
    with pytest.raises(ProbatumError, match="P403"):
        Vocabulary(tmp_path / "none.bin")


def test_it_loads_fast() -> None:
    best = min(_seconds_to_load() for _ in range(5))
    assert best < 0.3


def _seconds_to_load() -> float:
    start = time.perf_counter()
    Vocabulary(SHIPPED)
    return time.perf_counter() - start


TREE = [
    # term, one below it, one above it
    ("cardiovascular diseases", "atrial fibrillation", ""),
    ("heart diseases", "cardiomyopathies", "cardiovascular diseases"),
    ("diabetes mellitus", "type 2 diabetes mellitus", "endocrine system diseases"),
]


@pytest.mark.parametrize(("name", "below", "above"), TREE)
def test_a_term_explodes_into_what_is_narrower(name: str, below: str, above: str) -> None:
    term, child = V.lookup(name)[0], V.lookup(below)[0]
    assert child.id in {t.id for t in V.narrower(term.id)}
    assert term.id in {t.id for t in V.broader(child.id)}
    assert term not in V.narrower(term.id)
    assert not above or V.lookup(above)[0].id in {t.id for t in V.broader(term.id)}


def test_identifiers_lead_to_terms() -> None:
    term = V.lookup("amyotrophic lateral sclerosis")[0]
    assert V.term(term.id) == term
    assert "lou gehrig's disease" in term.synonyms
    assert V.term("mesh:D9999999") is None
    assert V.narrower("mesh:D9999999") == V.broader("nothing") == ()


@pytest.mark.parametrize(
    ("brand", "base"),
    [
        ("Doliprane", ("acetaminophen",)),
        ("Co-trimoxazole", ("sulfamethoxazole", "trimethoprim")),
        ("Champix", ("varenicline",)),
        ("Seroxat", ("paroxetine",)),
    ],
)
def test_brands_of_other_countries(brand: str, base: tuple[str, ...]) -> None:
    assert V.base_of(brand) == base


@pytest.mark.parametrize(("one", "other"), [("facial", "palsy"), ("lung", "cancer"), ("randomized", "trial")])
def test_neighbours_are_known(one: str, other: str) -> None:
    assert V.tie(one, other) > 1
    assert V.tie(other, "zzz") == 0.0


@pytest.mark.parametrize(
    "name", ["vitamin E", "creatine", "ginger", "valerian", "ginseng", "honey", "selenium", "fenugreek"]
)
def test_a_remedy_that_people_take_is_a_treatment(name: str) -> None:
    assert load().lookup(name)[0].semantic == "drug"


def test_a_remedy_of_plants_goes_by_its_common_name() -> None:
    assert load().lookup("Zingiber officinale")[0].label == "ginger"
