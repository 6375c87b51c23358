"""Technical words are explained in easy words; those without an entry are found."""

from __future__ import annotations

import itertools

import pytest

from probatum.vocabulary import glossary, kinds

EXPLAINED = [
    ("a dummy pill (placebo)", "placebo", "a dummy treatment that looks like the real one but does nothing"),
    ("A randomised trial.", "randomised trial", "a study in which chance decides who gets which treatment"),
    ("it is contraindicated", "contraindicated", "must not be used"),
    ("third-degree atrioventricular (AV) block", "atrioventricular block", "the signal from the top of the heart"),
    ("an electrocardiogram (ECG)", "ECG", "a tracing of the heartbeat"),
    ("CYP2D6 inhibitors", "CYP1A2", "an enzyme in the liver that breaks down some medicines"),
    ("sore with plimbitis", "plimbitis", "a part of the body that is sore and swollen"),
    ("calm with gabapentin", "gabapentin", "a medicine that stops fits (seizures)"),
    ("with bisoprolol", "bisoprolol", "a medicine that slows the heart and lowers blood pressure"),  # by its class
    ("or candesartan", "candesartan", "a medicine that lowers blood pressure"),  # by the ending of its name
    ("with keratoconus", "keratoconus", "an illness of the eyes"),  # by its branch of MeSH
    ("with clavulanate", "clavulanate", "something that is given with some antibiotics"),  # by its own row of kinds
]


def entries(text: str) -> set[glossary.Entry]:
    return {found.entry for found in glossary.find(text) if found.entry is not None}


@pytest.mark.parametrize(("text", "term", "meaning"), EXPLAINED)
def test_a_technical_word_is_explained(text: str, term: str, meaning: str) -> None:
    found = {entry.term: entry.meaning for entry in entries(text)}
    assert found[term].startswith(meaning)


PLAIN = [
    "Who gets it, and who does not?",  # not the World Health Organization
    "The doctor looks at the heart and the lungs.",
    "It may mean fewer bad days.",
    "Women and children with pain took the medicine.",
    "Drinking grapefruit juice can lead to falls, numbness and hair loss.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_everyday_words_need_no_entry(text: str) -> None:
    assert glossary.find(text) == ()


UNEXPLAINED = [
    ("the glimbocyte went well", ["glimbocyte"]),
    ("a randomised trial of placebo", []),
    ("sore with plimbitis and nausea", []),
]


@pytest.mark.parametrize(("text", "terms"), UNEXPLAINED)
def test_a_medical_word_without_an_entry_is_found(text: str, terms: list[str]) -> None:
    assert list(glossary.unexplained(text)) == terms


def test_terms_do_not_overlap_and_stand_in_the_text() -> None:
    text = "A randomised crossover trial of quinine for muscle cramps; AV block, ECG and myotonia."
    found = glossary.find(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert text[found[0].start : found[0].end] == "randomised crossover trial"


def test_every_meaning_is_short_and_names_no_harder_word() -> None:
    for form, entry in glossary.written().items():
        assert len(entry.meaning.split()) <= glossary.LONGEST, form
        harder = glossary.unexplained(entry.meaning)
        assert not harder, (form, harder)


def test_every_kind_of_medicine_is_told_in_few_and_easy_words() -> None:
    for name, told in kinds.rows().items():
        assert len(told.split()) <= glossary.LONGEST, name
        assert not glossary.unexplained(told), (name, told)


@pytest.mark.parametrize("text", ["on amoxicillin", "on digoxin", "with chickenpox"])
def test_a_clipped_name_explains_nothing(text: str) -> None:
    assert all("people may say" not in entry.meaning for entry in entries(text))


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("with cluster headache", "cluster headache", "very bad pain around one eye"),
        ("tendon rupture", "rupture", "a tear"),
        ("Graves disease", "Graves disease", "the body's defences make the thyroid"),
        ("a chalazion", "chalazion", "a lump in the eyelid"),
        ("because of a disulfiram-like reaction", "disulfiram-like reaction", "a hot, red face"),
        ("vitamin K", "vitamin K", "a vitamin that blood needs to clot"),
    ],
)
def test_an_entry_says_more_than_the_sort_of_thing(text: str, term: str, meaning: str) -> None:
    found = {entry.term: entry.meaning for entry in glossary.printed(text)}
    assert found[term].startswith(meaning)


def test_a_meaning_that_repeats_the_word_is_not_printed() -> None:
    assert not glossary.printed("a preferred painkiller")
    assert [entry.term for entry in glossary.printed("an analgesic")] == ["analgesic"]


def test_no_entry_written_by_hand_repeats_its_term() -> None:
    small = {"a", "an", "the", "of", "in"}
    for entry in set(glossary.written().values()):
        assert not set(entry.meaning.lower().split()) - small <= set(entry.term.lower().split()), entry
