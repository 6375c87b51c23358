"""Which arm a comparing word or a pair of figures speaks for, and whether the sentence calls it significant."""

from __future__ import annotations

import pytest

from probatum.appraise.effects import comparing, sides, signs, tokens
from probatum.appraise.effects.sides import Asked
from probatum.model import Record, RecordKind, SectionKind, SourceSection

ASKED = Asked("zelamide", "placebo", "cramp frequency")


def record(*texts: str) -> Record:
    """An invented record of one abstract."""
    section = SourceSection("abstract.1", SectionKind.ABSTRACT, " ".join(texts) or "Nothing.")
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="", sections=(section,))


def reading(text: str, asked: Asked = ASKED) -> comparing.Reading:
    """The sentence with the words of `asked` tagged."""
    return signs.reading(text, tokens.read(text), sides.of(asked, record(text)))


VOTES = [
    ("Cramp frequency was lower with zelamide than with placebo.", -1),
    ("Cramp frequency was higher in the placebo group than in the zelamide group.", -1),
    ("Zelamide increased cramp frequency compared with placebo.", 1),
    ("Compared with placebo, zelamide reduced cramp frequency.", -1),
    ("Fewer cramps occurred in controls.", 1),
    ("There was a greater rise in cramp frequency under zelamide.", 1),
]


@pytest.mark.parametrize(("text", "sign"), VOTES)
def test_a_comparing_word_speaks_for_the_arm_its_sentence_gives_it(text: str, sign: int) -> None:
    assert next(comparing.votes(reading(text))).sign == sign


def test_a_comparing_word_behind_a_denial_is_denied() -> None:
    (vote,) = comparing.votes(reading("Zelamide did not reduce cramp frequency."))
    assert vote.denied


def test_a_comparing_word_that_is_part_of_a_name_does_not_vote() -> None:
    asked = Asked("zelamide", "placebo", "pain reduction")
    assert not list(comparing.votes(reading("Pain reduction was measured.", asked)))


PAIRS = [
    ("Cramp frequency was 3.1 with zelamide and 5.2 with placebo.", -1),
    ("Cramp frequency was 5.2 in the placebo group vs 3.1 in the zelamide group.", -1),
    ("Zelamide and placebo differed in cramp frequency (6.5 vs 4.0).", 1),
]


@pytest.mark.parametrize(("text", "sign"), PAIRS)
def test_the_figures_of_two_arms_are_matched_by_their_order(text: str, sign: int) -> None:
    assert next(comparing.pairs(reading(text)))[0] == sign


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("(p = 0.03)", "p_sig"), ("(p = 0.4)", "p_ns"), ("no significant difference", "says_not_significant")],
)
def test_significance_is_judged_from_p_values_and_words(text: str, verdict: str) -> None:
    assert verdict in set(comparing.judged(text))


def test_a_label_of_a_group_stands_for_the_arm_its_methods_name() -> None:
    methods = "Group A received zelamide for six weeks; group B received placebo for six weeks."
    told = sides.of(ASKED, record(methods))
    assert dict(told.groups) == {"a": "I", "b": "C"}


def test_the_question_turned_turns_the_arms() -> None:
    told = sides.of(ASKED, record("Zelamide beat placebo."))
    words = tokens.read("zelamide placebo")
    assert told.tags(words) == ("I", "C")
    assert told.swapped.tags(words) == ("C", "I")


def test_a_feature_holds_no_name_of_the_source() -> None:
    from probatum.appraise.effects.candidates import candidates

    source = record("Cramp frequency fell more under zelamide than under placebo in Ruritania (p = 0.01).")
    told = sides.of(ASKED, source)
    names = " ".join(signs.of(candidates(source)[0], told)).lower()
    assert not any(word in names for word in ("zelamide", "ruritania", "cramp"))
