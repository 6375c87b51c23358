"""`probatum appraise`: what is read out of one record. The records are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sample_answer import RECORDS, TRIAL

from probatum.acquire.library import Library
from probatum.cli.appraise import appraise
from probatum.model import A_PERSON_JUDGES, Identifier, Record, RecordKind, SectionKind, SourceSection, Span


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    made: Path = tmp_path_factory.mktemp("appraise") / "library"
    Library.open(made, create=True).add(RECORDS.values())
    return str(made)


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(appraise, list(words))
    return done.exit_code, done.output


def test_the_text_shows_study_words_findings_and_what_is_not_reported(place: str) -> None:
    code, shown = run(TRIAL.id, "--library", place)
    assert code == 0
    for heading in ("STUDY", "WHOM, WHAT, WHAT FOR", "SIGNALS OF BIAS (RoB 2)", "FINDINGS"):
        assert heading in shown
    assert "design: randomised trial" in shown and "not reported or not read:" in shown
    assert f"@ {TRIAL.id}@{TRIAL.version}" in shown


def test_signals_of_bias_are_left_to_a_person(place: str) -> None:
    told = json.loads(run(TRIAL.id, "--library", place, "--format", "json")[1])
    assert {signal["tool"] for signal in told["bias"]["signals"]} == {"RoB 2"}
    assert told["bias"]["judgement"] == A_PERSON_JUDGES
    assert " ".join(A_PERSON_JUDGES.split()) in " ".join(run(TRIAL.id, "--library", place)[1].split())


def test_a_claim_beyond_its_numbers_is_shown(tmp_path: Path) -> None:
    told = "Falls were significantly reduced with zofenamol compared with placebo (rate ratio 0.81; p = 0.09)."
    record = Record.build(
        id="pmid:90000055",
        identifiers=(Identifier("pmid", "90000055"),),
        kind=RecordKind.ARTICLE,
        title="Zofenamol for falls: a randomised trial",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, told),),
    )
    Library.open(tmp_path / "library", create=True).add([record])
    place = str(tmp_path / "library")
    assert "SIGNS OF SPIN" in run(record.id, "--library", place)[1]
    (signal,) = json.loads(run(record.id, "--library", place, "--format", "json")[1])["spin"]
    assert signal["kind"] == "significance claimed" and signal["spans"][0]["quote"] == told


def test_any_identifier_of_the_record_will_do(place: str) -> None:
    assert run("doi:10.9999/example.2021.1", "--library", place) == run(TRIAL.id, "--library", place)


def test_every_span_of_the_json_holds_against_the_record(place: str) -> None:
    code, shown = run(TRIAL.id, "--library", place, "--format", "json")
    told = json.loads(shown)
    assert code == 0 and told["schema"] == "probatum.appraisal/1" and told["version"] == TRIAL.version

    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if {"quote", "start", "end"} <= set(value) else []
            return own + [span for part in value.values() for span in spans(part)]
        return [span for part in value for span in spans(part)] if isinstance(value, list) else []

    found = spans(told)
    assert found
    for span in found:
        assert Span.from_json(span, TRIAL).quote == span["quote"]


def test_a_record_that_is_not_there_is_named(place: str) -> None:
    code, shown = run("pmid:1", "--library", place)
    assert code == 1 and "P307" in shown and "pmid:1" in shown
