"""What every export format does with an answer."""

from __future__ import annotations

import json
import re
from html import unescape

import msgspec
import pytest
from jsonschema import Draft202012Validator
from sample_answer import LABEL, RECORDS, TRIAL, cite, find, sample, say

from probatum.errors import ProbatumError
from probatum.model import Answer, Choice, Depth, Kind, Question, Reader, Section, Verdict, Warning
from probatum.model.wire import decode, schema
from probatum.publish.formats import formats, get, names
from probatum.publish.page import TAIL, TITLES, Line, lead

EVERY = names()
PAGED = ("docx", "pdf")
"""Files that are no text: `test_publish_documents.py` reads them."""
WHOLE = tuple(name for name in EVERY if not get(name).part and name not in PAGED)
PRINTED = tuple(name for name in WHOLE if name != "json")


def text_of(name: str, answer: Answer) -> str:
    """The rendered answer on one line, tags and markup taken away."""
    made = get(name).render(answer, records=find)
    if name == "html":
        made = re.sub(r"<style>.*?</style>|<script>.*?</script>", " ", made, flags=re.DOTALL)
        made = unescape(re.sub(r"<[^>]+>", "", made))
    return " ".join(re.sub(r"[*\\─]", "", made).split())


def change(answer: Answer, **fields: object) -> Answer:
    return msgspec.structs.replace(answer, **fields)


def only(*sections: Section) -> Answer:
    return change(sample(), sections=sections)


def test_the_formats_that_exist() -> None:
    assert set(EVERY) >= {"json", "markdown", "text"}
    assert [f.name for f in formats().values()] == list(EVERY)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(ProbatumError, match=r"P801: There is no format 'papyrus'. Known: .*json, markdown, .*text"):
        get("papyrus")


@pytest.mark.parametrize("name", WHOLE)
class TestEveryFormat:
    def test_is_deterministic(self, name: str) -> None:
        assert get(name).render(sample(), records=find) == get(name).render(sample(), records=find)

    def test_ends_with_one_newline(self, name: str) -> None:
        made = get(name).render(sample(), records=find)
        assert made.endswith("\n") and not made.endswith("\n\n")

    @pytest.mark.parametrize("reader", list(Reader))
    def test_prints_for_every_reader(self, name: str, reader: Reader) -> None:
        assert get(name).render(sample(reader), records=find)

    def test_needs_no_record_that_cannot_be_found(self, name: str) -> None:
        assert get(name).render(sample(), records=lambda record, version: None)

    def test_an_answer_with_nothing_in_it(self, name: str) -> None:
        assert get(name).render(only(), records=find)


@pytest.mark.parametrize("name", PRINTED)
class TestWhatIsPrinted:
    def test_the_sections_stand_in_order_and_once(self, name: str) -> None:
        made = get(name).render(sample(), records=find)
        heading = {"text": r"^{} ─", "markdown": r"^## {}$", "html": r"<h2[^>]*>{}</h2>"}[name]
        at = [
            [m.start() for m in re.finditer(heading.format(re.escape(t)), made, re.MULTILINE)] for t in TITLES.values()
        ]
        assert [len(found) for found in at] == [1] * 14
        assert at == sorted(at)

    def test_every_statement_is_printed_with_its_sources(self, name: str) -> None:
        made = text_of(name, sample())
        for statement in sample().statements:
            assert " ".join(statement.text.split()).rstrip(".") in made, statement.id

    def test_how_the_question_was_read(self, name: str) -> None:
        made = text_of(name, sample())
        for words in ("calbrexin → calbrexine", "charley horses → muscle cramps", "the question names no age"):
            assert words in made
        assert not re.search(r"(?<![\w]) → an adult", made)

    def test_warnings_status_and_caution(self, name: str) -> None:
        made = text_of(name, sample())
        assert "Faux 2015, has been retracted" in made
        assert "Draft: not yet reviewed by a medical board. Use with caution" in made

    def test_what_was_withheld_is_counted_at_the_top_and_explained_at_the_end(self, name: str) -> None:
        warnings = (Warning("withheld", "A statement of Safety: why."), Warning("withheld", "One of Dosing: why."))
        made = text_of(name, change(sample(), warnings=warnings))
        assert made.index("2 sentences were left out because a check failed") < made.index("Read as")
        assert made.rindex("Review status") < made.index("A statement of Safety: why.")

    def test_the_last_sections_do_not_say_things_twice(self, name: str) -> None:
        said = say("review.1", "Last updated on a day.", kind=Kind.NAVIGATION, verdict=Verdict.NOT_CHECKED)
        made = text_of(name, change(sample(), sections=(Section("review", "Review status", (said,), "Nothing."),)))
        assert "Last updated on a day" not in made and "Last updated: 2026-11-22." in made

    def test_what_the_source_does_not_report_is_said(self, name: str) -> None:
        row = msgspec.structs.replace(sample().evidence[0], interval="not reported", p="not reported", judged="no test")
        made = text_of(name, change(sample(), evidence=(row,)))
        assert "no interval reported" in made and "no p value" in made and "no test" not in made

    def test_certainty_with_every_step(self, name: str) -> None:
        made = text_of(name, sample())
        assert "risk of bias −1: dizziness may have unblinded the trial" in made
        assert "imprecision −1: 120 people" in made

    def test_certainty_that_a_statement_tells_is_not_told_twice(self, name: str) -> None:
        told = say("evidence.1", "Certainty for number of cramps: low; few people.", cite(TRIAL, "120 adults"))
        made = text_of(name, change(sample(), sections=(Section("evidence", "Evidence", (told,)),)))
        assert "umber of cramps: low ⊕⊕○○" in made and "imprecision −1: 120 people" not in made

    def test_references_with_design_n_and_status(self, name: str) -> None:
        made = text_of(name, sample())
        assert "randomised trial; n = 120; current" in made
        assert "randomised trial; n = 30; retracted" in made
        assert "guideline; current; read as Probatum's own summary" in made

    def test_the_search_account(self, name: str) -> None:
        made = text_of(name, sample())
        for words in ("example library (214 records)", "2026-11-22", "37 records", "2 (other drug); 1 (animal study)"):
            assert words in made

    def test_an_empty_section_says_what_was_searched(self, name: str) -> None:
        assert "for quality of life and use beyond 12 weeks; nothing was found." in text_of(name, sample())

    @pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.SUPPORTED])
    def test_a_verdict_other_than_supported_is_said(self, name: str, verdict: Verdict) -> None:
        statement = say("safety.1", "Do not use in heart block.", cite(LABEL, "Do not use"), verdict=verdict)
        made = get(name).render(only(Section("safety", "Safety", (statement,))), records=find)
        assert re.search(rf"[\[(>]{verdict.value}[\])<]", made.replace("\n      ", " "))

    def test_supported_is_printed_bare(self, name: str) -> None:
        if name != "html":
            assert "supported" not in text_of(name, sample()).replace("partly supported", "")

    def test_words_that_assert_nothing_need_no_verdict(self, name: str) -> None:
        statement = say("safety.1", "See Dosing.", kind=Kind.NAVIGATION, verdict=Verdict.NOT_CHECKED)
        made = text_of(name, only(Section("safety", "Safety", (statement,))))
        assert "See Dosing." in made and "not checked" not in made

    def test_directness_is_said_where_it_matters(self, name: str) -> None:
        assert "Other population: healthy adults over 60, not people on haemodialysis." in text_of(name, sample())

    def test_a_plain_reader_gets_plain_words_and_no_more(self, name: str) -> None:
        made = text_of(name, sample(Reader.PATIENT))
        assert "may mean fewer leg cramps at night (rate ratio 0.53)" in made
        assert "may reduce night leg cramps in adults on haemodialysis" not in made
        assert "That is 1.9 fewer a week (calculated)" not in made
        assert "Searched for" not in made and "5 records: pmid" not in made
        assert "Evidence table" not in made and "How sure we can be (GRADE)" in made
        assert "reatment" in made and "ntervention" not in made

    def test_when_it_must_ask_it_asks(self, name: str) -> None:
        question = Question("hydralazin or", "", choices=(Choice("hydralazin", ("hydralazine", "hydroxyzine")),))
        made = text_of(name, change(only(), question=question))
        assert "“hydralazin” can mean hydralazine or hydroxyzine. Ask again with the one you mean." in made

    def test_an_address_that_is_not_on_the_web_is_no_link(self, name: str) -> None:
        assert "javascript:" not in get(name).render(sample(), records=find)

    def test_a_section_of_another_package_is_printed(self, name: str) -> None:
        extra = Section("costs", "Costs", (say("costs.1", "Invented words.", cite(TRIAL, "120 adults")),))
        made = text_of(name, change(sample(), sections=(*sample().sections, extra)))
        assert made.index("Conclusion") < made.index("Costs") < made.rindex("References")

    def test_control_characters_of_a_source_never_reach_the_reader(self, name: str) -> None:
        statement = say("safety.1", "Red \x1b[31m and \u202etfel\x9b.", cite(TRIAL, "120 adults"))
        made = get(name).render(only(Section("safety", "Safety", (statement,))), records=find)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


@pytest.mark.parametrize(
    ("words", "step", "label"),
    [
        ("Boxed warning: it may cause heart block.", "", "Boxed warning:"),
        ("Lomenide (low certainty): cramps fell.", "", "Lomenide (low certainty):"),
        ("Cramps fell from 5.0 to 3.9 a week: a third.", "", ""),
        ("The same review reports: “No trial was found.”", "", ""),
        ("Cramps fell.", "", ""),
        ("Ratio 1:2 was used.", "", ""),
        ("Better, and tolerated well: continue.", "", ""),
        ("Better, and tolerated well: continue.", "7a", "Better, and tolerated well:"),
        ("Ask for all drugs that are taken: see Safety.", "7", ""),
    ],
)
def test_the_label_of_a_sentence(words: str, step: str, label: str) -> None:
    line = Line(say("safety.1", words, cite(TRIAL, "120 adults")), words, (), "", "", step)
    assert lead(line) == (label, words.removeprefix(label))


class TestText:
    @pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
    def test_no_line_is_longer_than_the_terminal(self, width: int) -> None:
        made = get("text").render(sample(), records=find, width=width, colour=False)
        assert max(map(len, made.split("\n"))) <= width

    @pytest.mark.parametrize("width", [40, 80, 120])
    def test_nothing_is_cut(self, width: int) -> None:
        made = get("text").render(sample(), records=find, width=width, colour=False)
        assert "…" not in made
        squeezed = re.sub(r"\s+", "", made)
        for reference in sample().references:
            assert re.sub(r"\s+", "", reference.citation) in squeezed
        for row in sample().evidence:
            assert re.sub(r"\s+", "", row.outcome) in squeezed

    def test_no_colour_when_not_asked_for(self) -> None:
        assert "\x1b" not in get("text").render(sample(), records=find)
        assert "\x1b[" in get("text").render(sample(), records=find, colour=True)

    @pytest.mark.parametrize(("columns", "longest"), [("70", 70), ("100", 100), ("300", 120)])
    def test_on_a_terminal_it_is_as_wide_as_that(
        self, columns: str, longest: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        made = get("text").terminal(sample(), records=find)  # type: ignore[misc]
        assert max(map(len, made.split("\n"))) == longest
        assert "\x1b" not in made  # standard output is no terminal here

    def test_branches_stand_under_their_step(self) -> None:
        made = get("text").render(sample(), records=find, width=100, colour=False)
        assert re.search(r"^  1\. Record an ECG \[3\]\.\n     1a\.  Heart block", made, re.MULTILINE)

    def test_a_figure_is_not_cut_in_two(self) -> None:
        for width in range(40, 120):
            made = get("text").render(sample(), records=find, width=width, colour=False)
            assert not re.search(r"\d\n\s*%|\bp\n| [=<]\n", made)

    def test_it_says_how_to_see_the_proof(self) -> None:
        made = get("text").render(sample(), records=find)
        assert "probatum show pmid:90000001 --statement bottom_line.1" in made


class TestMarkdown:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("a *b* c", r"a \*b\* c"),
            ("p < 0.001", "p < 0.001"),
            ("<script>", r"\<script>"),
            ("[x](http://example.org)", r"\[x](http://example.org)"),
            ("as in [2]", "as in [2]"),
            ("[1]: http://example.org", r"\[1]: http://example.org"),
            ("a|b", r"a\|b"),
            ("# not a heading", r"\# not a heading"),
            ("1. not a list", r"1\. not a list"),
            ("- 4 points", r"\- 4 points"),
            ("-4 points", "-4 points"),
            ("snake_case and _x_", r"snake_case and \_x\_"),
            ("&lt;", r"\&lt;"),
            ("two\nlines", "two lines"),
        ],
    )
    def test_nothing_of_a_text_is_taken_as_markup(self, words: str, expected: str) -> None:
        from probatum.publish.formats.markdown import escape

        assert escape(words) == expected


class TestJson:
    KEYS = (
        "schema question reader title sections certainty evidence references search warnings status disclaimer engine"
    )

    def made(self) -> dict[str, object]:
        return json.loads(get("json").render(sample(), records=find))  # type: ignore[no-any-return]

    def test_the_keys_at_the_top(self) -> None:
        made = self.made()
        assert next(iter(made)) == "schema"
        assert set(made) == set(self.KEYS.split())

    @pytest.mark.parametrize(
        ("path", "keys"),
        [
            ("question", "typed read assumptions population intervention comparator outcome intent patient"),
            ("question.assumptions.0", "what from to why"),
            ("sections.0", "id title statements empty"),
            ("sections.0.statements.0", "id text kind supports calculation verdict checks directness"),
            ("sections.0.statements.0.supports.0", "record version section start end quote"),
            ("certainty.0", "outcome level steps"),
            ("certainty.0.steps.0", "domain change reason"),
            ("references.0", "number record citation design n status"),
            ("search", "library queries considered included excluded as_of services"),
            ("warnings.0", "code text"),
        ],
    )
    def test_the_keys_inside(self, path: str, keys: str) -> None:
        here: object = self.made()
        for step in path.split("."):
            here = here[int(step)] if step.isdigit() else here[step]  # type: ignore[index]
        assert set(keys.split()) <= set(here)  # type: ignore[call-overload]

    def test_it_holds_to_its_schema(self) -> None:
        Draft202012Validator(schema("answer")).validate(self.made())

    def test_it_reads_back_as_the_same_answer(self) -> None:
        assert decode(get("json").render(sample(), records=find), Answer, find) == sample()

    def test_every_quote_is_what_the_record_says(self) -> None:
        for section in self.made()["sections"]:  # type: ignore[attr-defined]
            for statement in section["statements"]:
                for span in statement["supports"]:
                    source = RECORDS[span["record"]].section(span["section"]).text
                    assert source[span["start"] : span["end"]] == span["quote"]


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_sections_printed_from_the_answers_own_data_do_not_say_that_details_are_hidden(name: str) -> None:
    tail = [Section(part, "", (say(f"{part}.1", "Words.", kind=Kind.NAVIGATION),)) for part in TAIL]
    made = text_of(name, only(*tail))
    assert "choose another reader" not in made


def test_at_standard_depth_the_searches_are_named_and_not_written_out() -> None:
    asked = ("question: does it help", "labels of calbrexine: (calbrexine OR calbrex), preferring: cramps")
    answer = change(sample(), search=msgspec.structs.replace(sample().search, queries=asked))
    short = change(answer, engine=msgspec.structs.replace(answer.engine, depth=Depth.STANDARD))
    assert "preferring: cramps" in text_of("text", answer)
    told = text_of("text", short)
    assert "2 searches, by question, labels of calbrexine" in told and "preferring" not in told
    assert "preferring: cramps" in text_of("text", change(short, reader=Reader.RESEARCHER))
