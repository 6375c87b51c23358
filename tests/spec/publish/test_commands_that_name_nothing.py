"""Commands that were given nothing to work on, or a place that is not there, say so and end with an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from sample_answer import RECORDS, TRIAL

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.cli.audit import audit
from probatum.cli.sessions import sessions


def test_deleting_no_conversation_is_an_error() -> None:
    made = CliRunner().invoke(sessions, ["delete"])
    assert made.exit_code == 2 and "Name the conversations" in made.output


@pytest.mark.parametrize("held", ["", "  \n"])
def test_an_empty_text_is_not_found_to_be_without_fault(held: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(held)
    made = CliRunner().invoke(audit, [str(path)])
    assert made.exit_code == 2 and "P831" in made.output


def test_a_library_that_is_not_there_is_not_made_to_audit_against(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Zorbinol helps gravel [1].")
    made = CliRunner().invoke(audit, [str(path), "--library", str(tmp_path / "mistyped")])
    assert made.exit_code == 2 and "P302" in made.output and not (tmp_path / "mistyped").exists()


def test_a_bare_number_is_looked_up_as_a_pmid(tmp_path: Path) -> None:
    place = tmp_path / "library"
    Library.open(place, create=True).add(RECORDS.values())
    assert pipeline.appraisal(TRIAL.id.removeprefix("pmid:"), library=place).record.id == TRIAL.id
