"""`probatum show`: a source, with the characters that an answer rests on marked."""

from __future__ import annotations

import os
import shutil
import sys

import click

from probatum.cli.library import telling, where_option
from probatum.cli.store import load_last_answer
from probatum.errors import ProbatumError
from probatum.model import Answer, Record, Span, Statement


@click.command()
@click.argument("record")
@click.option("--statement", "statement_id", metavar="ID", help="Mark what this statement of the last answer rests on.")
@where_option
@telling
def show(record: str, statement_id: str | None, location: str | None) -> None:
    """Print a source with the supporting characters marked.

    RECORD is an identifier (pmid:12345678, doi:10...) or a reference number of the last answer. Without --statement
    everything that the last answer took from the source is marked.
    """
    from probatum.publish.source import render

    answer = load_last_answer()
    found, spans, statement = _of_statement(answer, record, statement_id) if statement_id else (None, (), None)
    if found is None:
        found, spans = _of_record(answer, record, location)
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    click.echo(render(found, spans, statement=statement, width=width, colour=coloured), nl=False)


def _of_statement(answer: Answer | None, record: str, statement_id: str) -> tuple[Record, tuple[Span, ...], Statement]:
    """The record, spans and statement. Raises P803 without an answer, P804 or P805 when they do not fit together."""
    if answer is None:
        raise ProbatumError("P803")
    statement = next((s for s in answer.statements if s.id == statement_id), None)
    if statement is None:
        raise ProbatumError("P804", statement=statement_id, known=", ".join(s.id for s in answer.statements))
    spans = tuple(s for s in statement.supports if _names(s.source, record, answer))
    if not spans:
        known = ", ".join(dict.fromkeys(s.record for s in statement.supports)) or "nothing, it asserts nothing"
        raise ProbatumError("P805", statement=statement_id, record=record, known=known)
    return spans[0].source, spans, statement


def _of_record(answer: Answer | None, record: str, location: str | None) -> tuple[Record, tuple[Span, ...]]:
    """The record as the last answer used it, else as the library holds it. Raises P307 when neither has it."""
    supports = [s for statement in answer.statements for s in statement.supports] if answer is not None else []
    spans = tuple(s for s in supports if _names(s.source, record, answer))
    if spans and location is None:
        return spans[0].source, tuple(s for s in spans if s.record == spans[0].record)
    from probatum.acquire.library import Library

    opened = Library.open(location)
    found = opened.get(_identifier(answer, record))
    if found is None:
        raise ProbatumError("P307", identifier=record, location=opened.location)
    return found, spans


def _names(source: Record, record: str, answer: Answer | None) -> bool:
    wanted = _identifier(answer, record).casefold()
    return wanted in {source.id.casefold(), *(str(identifier).casefold() for identifier in source.identifiers)}


def _identifier(answer: Answer | None, record: str) -> str:
    """A reference number of the last answer as the record it stands for; anything else as it is."""
    number = record.strip().strip("[]")
    if answer is not None and number.isdecimal():
        return next((r.record for r in answer.references if str(r.number) == number), record)
    return record.strip()
