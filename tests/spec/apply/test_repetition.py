"""A sentence that was quoted once is not quoted again further down."""

import pytest

from probatum.apply.composing.repetition import directed_once, once, told_in_full
from probatum.model import Identifier, Kind, Record, RecordKind, Section, SectionKind, SourceSection, Span, Statement

TEXT = "Syrup helped. Knees were better. Elbows were not."
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="T",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
)


def quoted(name: str, start: int, end: int, kind: Kind = Kind.QUOTED) -> Statement:
    return Statement(id=name, text=TEXT[start:end], kind=kind, supports=(Span(RECORD, "abstract", start, end),))


def kept(*sections: tuple[Statement, ...]) -> list[list[str]]:
    made = once(Section(f"s{n}", "S", statements) for n, statements in enumerate(sections))
    return [[s.id for s in section.statements] for section in made]


def test_a_part_of_what_was_quoted_is_left_out_below():
    assert kept((quoted("a", 0, 32),), (quoted("b", 14, 32), quoted("c", 33, 49))) == [["a"], ["c"]]


def test_a_longer_quotation_and_a_finding_stay():
    told = kept((quoted("a", 0, 13),), (quoted("b", 0, 32), quoted("c", 0, 13, Kind.FINDING)))
    assert told == [["a"], ["b", "c"]]


def test_a_section_that_is_emptied_says_where_its_sentences_stand():
    assert kept((quoted("a", 0, 13),), (quoted("b", 0, 13),)) == [["a"], []]


def test_directions_of_the_bottom_line_are_not_said_again_where_more_is_told() -> None:
    said = Statement("x.1", "A with B is to be avoided.", Kind.DIRECTIVE, (Span(RECORD, "abstract", 0, 13),))
    more = Statement("x.2", "Boxed warning of A.", Kind.DIRECTIVE, (Span(RECORD, "abstract", 0, 13),))
    first = Section("bottom_line", "", (said,))
    made = directed_once((first, Section("safety", "", (said, more)), Section("monitoring", "", (said,))))
    assert [[s.text for s in section.statements] for section in made] == [[said.text], [more.text], [said.text]]


def test_advice_is_not_repeated_among_the_alternatives_unless_it_is_all_they_have() -> None:
    said = Statement("x.1", "Guideline (A): B or C first.", Kind.DIRECTIVE, (Span(RECORD, "abstract", 0, 13),))
    more = Statement("x.2", "C (label of C): for D.", Kind.DIRECTIVE, (Span(RECORD, "abstract", 14, 32),))
    first = Section("bottom_line", "", (said,))
    both, alone = Section("alternatives", "", (said, more)), Section("alternatives", "", (said,))
    assert [s.text for s in once((first, both))[1].statements] == [more.text]
    assert [s.text for s in once((first, alone))[1].statements] == [said.text]


def directed(name: str, text: str) -> Section:
    made = Statement(id=f"{name}.1", text=text, kind=Kind.DIRECTIVE, supports=(Span(RECORD, "abstract", 0, 13),))
    return Section(name, name, (made,))


LONG = "gravelol may cause grave pebble fever in people who have had a stone before"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (f"Boxed warning (US label of gravelol): {LONG}; keep it dry.", "keep it dry; the rest stands in the short"),
        (f"Caution (US label of gravelol): {LONG}.", "as told in the short answer"),
        (f"Contraindicated (US label of gravelol): {LONG}.", LONG),
        ("Caution (US label of gravelol): keep it dry.", "keep it dry."),
    ],
)
def test_what_the_short_answer_tells_whole_stands_there(line: str, stays: str) -> None:
    short = directed("bottom_line", f"On the harm asked about (US label of gravelol): {LONG}.")
    safety = told_in_full((short, directed("safety", line)))[1]
    assert stays in safety.statements[0].text
    assert (LONG in safety.statements[0].text) is (stays == LONG)
