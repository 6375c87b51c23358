"""`probatum show`, the kept answer and `probatum schema`."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from sample_answer import CROSSOVER, LABEL, RECORDS, S_LOW, S_RATE, S_RATE_WIDE, TRIAL, sample

from probatum.cli.schema import schema
from probatum.cli.show import show
from probatum.cli.store import last_answer, load_last_answer, save_last_answer
from probatum.errors import ProbatumError
from probatum.model.wire import NOUNS
from probatum.publish.source import pieces, render


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PROBATUM_LIBRARY", str(tmp_path / "no-library"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path / "state"


class TestTheKeptAnswer:
    def test_there_is_none_at_first(self) -> None:
        assert load_last_answer() is None

    def test_it_comes_back_as_it_was(self) -> None:
        assert save_last_answer(sample()) == last_answer()
        assert load_last_answer() == sample()

    def test_only_its_user_can_read_it(self, state: Path) -> None:
        save_last_answer(sample())
        assert stat.S_IMODE((state / "last-answer.json").stat().st_mode) == 0o600
        assert [path.name for path in state.iterdir()] == ["last-answer.json"]

    def test_nothing_is_kept_when_that_is_turned_off(self, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PROBATUM_STATE", "off")
        assert save_last_answer(sample()) is None
        assert load_last_answer() is None and not state.exists()

    def test_a_home_that_cannot_be_written_does_no_harm(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("PROBATUM_STATE", str(tmp_path / "file" / "state"))
        assert save_last_answer(sample()) is None

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"answer": {}, "records": []}'])
    def test_a_damaged_file_is_named(self, state: Path, content: str) -> None:
        save_last_answer(sample())
        (state / "last-answer.json").write_text(content)
        with pytest.raises(ProbatumError, match=r"P806: .*last-answer\.json"):
            load_last_answer()


class TestPieces:
    SECTION = TRIAL.section("abstract.3")

    def test_joined_they_are_the_text(self) -> None:
        assert "".join(words for words, _ in pieces(self.SECTION, [S_RATE, S_LOW])) == self.SECTION.text

    def test_marked_are_the_characters_of_the_spans(self) -> None:
        assert [w for w, marked in pieces(self.SECTION, [S_LOW, S_RATE]) if marked] == [S_RATE.quote, S_LOW.quote]

    def test_overlapping_spans_are_marked_as_one(self) -> None:
        assert [w for w, marked in pieces(self.SECTION, [S_RATE, S_RATE_WIDE]) if marked] == [
            "there were " + S_RATE.quote
        ]

    def test_a_span_of_another_section_marks_nothing(self) -> None:
        assert pieces(TRIAL.section("abstract"), [S_RATE]) == [(TRIAL.section("abstract").text, False)]


class TestRender:
    @pytest.mark.parametrize("record", RECORDS.values(), ids=lambda r: r.id)
    def test_nothing_of_the_source_is_left_out(self, record: object) -> None:
        made = "".join(render(record, []).split())  # type: ignore[arg-type]
        for section in record.sections:  # type: ignore[attr-defined]
            assert "".join(section.text.replace("\t", "|").split()) in made

    def test_a_span_of_another_version_marks_nothing(self) -> None:
        assert "⟦" not in render(CROSSOVER, [S_RATE])

    def test_colour_takes_the_place_of_the_brackets(self) -> None:
        made = render(TRIAL, [S_RATE], colour=True)
        assert "\x1b[30;43m" in made and "⟦" not in made


class TestShow:
    def run(self, *arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(show, arguments)
        return result.exit_code, " ".join(result.output.split())

    @pytest.mark.parametrize("record", ["pmid:90000001", "PMID:90000001", "doi:10.9999/example.2021.1", "1", "[1]"])
    def test_what_a_statement_rests_on(self, record: str) -> None:
        save_last_answer(sample())
        code, shown = self.run(record, "--statement", "evidence.3")
        assert code == 0
        assert re.findall(r"⟦(\S[^⟧]*)⟧", shown) == [S_LOW.quote]
        assert "evidence.3: With 50 mg the difference did not reach significance" in shown
        assert "Verdict: supported" in shown

    def test_all_that_the_answer_took_from_a_source(self) -> None:
        save_last_answer(sample())
        code, shown = self.run(LABEL.id)
        assert code == 0 and len(re.findall(r"⟦\S[^⟧]*⟧", shown)) == 7

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ("pmid:90000001", "--statement", "nothing.9"),
                "P804: The last answer has no statement 'nothing.9'. It has: bottom_line.1",
            ),
            (
                ("pmid:90000002", "--statement", "evidence.1"),
                "P805: Statement evidence.1 of the last answer does not rest on",
            ),
            (("pmid:1",), "P302: There is no library at"),
        ],
    )
    def test_what_does_not_fit_is_explained(self, arguments: tuple[str, ...], message: str) -> None:
        save_last_answer(sample())
        code, shown = self.run(*arguments)
        assert code == 1 and message in shown

    def test_a_statement_needs_an_answer(self) -> None:
        code, shown = self.run("pmid:90000001", "--statement", "evidence.1")
        assert code == 1 and "P803: No answer has been kept yet" in shown


class TestSchema:
    @pytest.mark.parametrize("noun", sorted(NOUNS))
    def test_every_noun_has_a_valid_one(self, noun: str) -> None:
        result = CliRunner().invoke(schema, [noun])
        Draft202012Validator.check_schema(json.loads(result.output))

    def test_without_a_noun_it_lists_them(self) -> None:
        assert CliRunner().invoke(schema, []).output.split() == sorted(NOUNS)

    def test_an_unknown_noun_lists_the_known_ones(self) -> None:
        result = CliRunner().invoke(schema, ["anwser"])
        assert result.exit_code == 2 and "P105: There is no noun 'anwser'. Known: answer, article" in result.output
