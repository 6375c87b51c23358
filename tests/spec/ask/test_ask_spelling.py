"""Misspelt questions are read as the likeliest line of words; what is known stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.ask import read
from probatum.ask.words.lattice import Way, likeliest
from probatum.ask.words.misspelt import line_of
from probatum.vocabulary import load

V = load()

READ_AS = [
    # one slip of each kind
    ("Does exrecise lower blood pressure?", "Does exercise lower blood pressure?"),
    ("Does exercse lower blood pressure?", "Does exercise lower blood pressure?"),
    ("Does exerccise lower blood pressure?", "Does exercise lower blood pressure?"),
    ("Does exercixe lower blood pressure?", "Does exercise lower blood pressure?"),
    ("Does exersise lower blood pressure?", "Does exercise lower blood pressure?"),
    ("Does exercuse lower blood pressure?", "Does exercise lower blood pressure?"),
    ("neonatal hipoglicaemia management", "Neonatal hypoglycaemia management"),
    # two slips in a word
    ("Is endoscopy safe in cirhossis?", "Is endoscopy safe in cirrhosis?"),
    ("Is endoscopy safe in pregnnacyy?", "Is endoscopy safe in pregnancy?"),
    # the neighbours decide
    ("Does the facial plasy heal?", "Does the facial palsy heal?"),
    ("small cell lyng cancer screening", "Small cell lung cancer screening"),
    ("a randomised controled trail of physiotherapy", "A randomised controlled trail of physiotherapy"),
    # torn apart and run together
    ("Does infla mmation cause pain?", "Does inflammation cause pain?"),
    ("Does heartfailure worsen after surgery?", "Does heart failure worsen after surgery?"),
    ("Is screening for breastcancer useful?", "Is screening for breast cancer useful?"),
    # every word
    (
        "Dose erly mobillisation aftre sugery redcue the lenght of hospitl stay?",
        "Dose early mobilisation after surgery reduce the length of hospital stay?",
    ),
]


@pytest.mark.parametrize(("typed", "meant"), READ_AS)
def test_misspelt_questions_are_read_as_meant(typed: str, meant: str) -> None:
    assert read(typed, vocabulary=V).read == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Is Kawasaki disease rarer in spring?",
        "Does hemicraniectomy help?",
        "Ist Ibuprofen in der Schwangerschaft sicher?",
        "Does TNF-alpha matter in mice?",
        "What does the gene brca do?",
    ],
)
def test_what_is_no_slip_stays(typed: str) -> None:
    assert not [a for a in read(typed, vocabulary=V).assumptions if a.what == "spelling"]


def test_every_correction_is_said() -> None:
    typed = "Does exrecise lowr blod presure in eldrly peple?"
    question = read(typed, vocabulary=V)
    said = {a.from_.lower(): a.to for a in question.assumptions if a.what == "spelling"}
    assert set(said) >= {"exrecise", "lowr", "presure", "eldrly", "peple"}
    assert all(why for why in (a.why for a in question.assumptions))


def test_a_word_that_the_vocabulary_lacks_is_sought_in_the_library() -> None:
    near = {"zorblatomib": ("zorblatimib",)}
    question = read("Does zorblatomib help in asthma?", vocabulary=V, library_near=lambda w: near.get(w, ()))
    assert question.read == "Does zorblatimib help in asthma?"


def test_a_word_that_the_library_has_is_left() -> None:
    question = read("Does exrecise help in asthma?", vocabulary=V, library_knows=lambda w: w == "exrecise")
    assert question.read == "Does exrecise help in asthma?"


@pytest.mark.parametrize(
    ("typed", "beside", "meant"),
    [
        # what the library's records on the rest of the question speak of decides between near words
        ("Is maging of use in appendicitis?", {"imaging": 0.8}, "Is imaging of use in appendicitis?"),
        ("Is maging of use in appendicitis?", {"making": 0.8}, "Is making of use in appendicitis?"),
        # words that the vocabulary lacks
        ("Does zorbaltomib help in asthma?", {"zorblatomib": 0.5}, "Does zorblatomib help in asthma?"),
        ("Does zorbla tomib help in asthma?", {"zorblatomib": 0.5}, "Does zorblatomib help in asthma?"),
        ("Do eyelidzorblats matter?", {"zorblats": 0.5}, "Do eyelid zorblats matter?"),
        # a word that is known, and one that is a form of a known word, are left
        ("Does exercise help?", {"exorcise": 1.0}, "Does exercise help?"),
        ("Does denephrosis help?", {"renephrosis": 1.0}, "Does denephrosis help?"),
    ],
)
def test_the_records_on_the_rest_of_the_question_tell_what_was_meant(
    typed: str, beside: dict[str, float], meant: str
) -> None:
    assert read(typed, vocabulary=V, library_beside=lambda text: beside).read == meant


def test_words_in_doubt_are_not_sought() -> None:
    """The records that have a rare reading would come first and speak for it."""
    sought: list[str] = []

    def beside(text: str) -> dict[str, float]:
        sought.append(text)
        return {}

    read("leg crmaps and quinin or zzorblatt", vocabulary=V, library_beside=beside)
    assert "leg" in sought[0].split()
    assert not {"quinin", "quinine", "quinone", "zzorblatt"} & set(sought[0].split())
    read("zzorblatt", vocabulary=V, library_beside=beside)
    assert len(sought) == 1


def test_the_records_are_sought_by_the_words_as_first_read() -> None:
    sought: list[str] = []

    def beside(text: str) -> dict[str, float]:
        sought.append(text)
        return {}

    read("Does exrecise lower blood pressure?", vocabulary=V, library_beside=beside)
    read("Does exercise lower blood pressure?", vocabulary=V, library_beside=beside)
    assert len(sought) == 1
    assert {"exercise", "lower", "blood", "pressure"} <= set(sought[0].split())


def test_two_drugs_that_are_as_near_are_asked_about_whatever_the_library_speaks_of() -> None:
    question = read("Does prednislone help?", vocabulary=V, library_beside=lambda text: {"prednisolone": 1.0})
    assert [choice.options for choice in question.choices] == [("prednisolone", "prednisone")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdeghiklmnoprstuy ", min_size=1, max_size=60))
def test_known_words_are_never_changed(typed: str) -> None:
    line = line_of(typed, V, None)
    assert not any(piece.unknown and V.is_english(piece.word) for piece in line.pieces)
    assert all(line.text[p.start : p.end].lower() == p.word for p in line.pieces)


@pytest.mark.parametrize(
    ("ties", "words"),
    [({}, ["a", "c"]), ({("b", "c"): 8.0}, ["b", "c"]), ({("b", "d"): 9.0}, ["b", "d"])],
)
def test_the_cheapest_chain_is_taken(ties: dict[tuple[str, str], float], words: list[str]) -> None:
    ways = [Way(0, 0, ("a",), 1.0), Way(0, 0, ("b",), 3.0), Way(1, 1, ("c",), 1.0), Way(1, 1, ("d",), 2.0)]
    chain = likeliest([*ways, Way(0, 1, ("ab",), 9.0)], 2, lambda _, one, other: ties.get((one, other), 0.0))
    assert [word for way in chain for word in way.words] == words


def test_two_words_read_as_one_when_that_is_cheaper() -> None:
    ways = [Way(0, 0, ("in",), 5.0), Way(1, 1, ("put",), 5.0), Way(0, 1, ("input",), 4.0)]
    assert [way.words for way in likeliest(ways, 2, lambda *_: 0.0)] == [("input",)]
    assert likeliest([], 0, lambda *_: 0.0) == []
