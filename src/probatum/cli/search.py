"""`probatum library search`: records by words, or by a search in PubMed's syntax."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
import msgspec

from probatum.cli.library import _print_json, _tell, json_option, telling, where_option
from probatum.errors import ProbatumError
from probatum.model import Record, RecordKind, RecordStatus

if TYPE_CHECKING:
    from probatum.acquire.library import Hit, Library


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--year", "years", metavar="FROM-TO", help="2015, 2015-2020, 2015- or -2020.")
@click.option("--kind", multiple=True, type=click.Choice([k.value for k in RecordKind]), help="May be repeated.")
@click.option("--status", multiple=True, type=click.Choice([s.value for s in RecordStatus]), help="May be repeated.")
@click.option("--design", multiple=True, help="Study design as `library info` lists it. May be repeated.")
@click.option("--as-of", metavar="DATE", help="Leave out records dated later (YYYY, YYYY-MM or YYYY-MM-DD).")
@click.option(
    "--plain", "as_words", is_flag=True, help="Take the words as words, even if they look like PubMed's syntax."
)
@click.option("--exact", is_flag=True, help="Look for the words as typed, not for other spellings and names.")
@click.option("--explain", is_flag=True, help="Show what was looked for, what each score is made of, and the passage.")
@where_option
@json_option
@telling
def search(
    words: tuple[str, ...],
    limit: int,
    years: str | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    design: tuple[str, ...],
    as_of: str | None,
    as_words: bool,
    exact: bool,
    explain: bool,
    location: str | None,
    as_json: bool,
) -> None:
    """Find records by words, best first (BM25), or by a search in PubMed's syntax.

    Field tags, AND/OR/NOT in capitals, "phrases", truncation* and date ranges are understood as PubMed understands
    them: cramp*[tiab] AND (quinine OR magnesium) NOT review[pt] AND 2015:2026[dp].
    """
    from probatum.acquire import syntax
    from probatum.acquire.library import Library

    opened, text = Library.open(location), " ".join(words)
    filters: dict[str, Any] = {
        "year": read_years(years) if years else None,
        "kind": kind or None,
        "status": status or None,
        "design": design or None,
        "as_of": read_day(as_of) if as_of else "",
    }
    if not as_words and syntax.is_syntax(text):
        hits = _by_syntax(opened, text, limit, filters, quiet=as_json)
    elif exact:
        hits = opened.search(text, limit=limit, **filters)
    else:
        hits = _by_words(opened, _as_read(opened, text), limit, filters, quiet=as_json)
    if as_json:
        _print_json(
            [{**_brief(hit.record), "score": hit.score, **(_explained(hit) if explain else {})} for hit in hits]
        )
        return
    if explain and hits:
        for line in _looked_for(hits[0]):
            _tell(line)
    for number, hit in enumerate(hits, 1):
        record = hit.record
        marks = [record.kind.value]
        if record.status is not RecordStatus.CURRENT:
            marks.append(record.status.value.upper())
        _tell(f"{number:>3}. {record.title or '(no title)'}")
        _tell(f"     {record.id}  {record.year or 'no year'}  {', '.join(marks)}  score {hit.score:.2f}")
        if explain:
            for line in _told(hit):
                _tell(line)
    if not hits:
        click.echo("Nothing found.")


def _looked_for(hit: Hit) -> Iterator[str]:
    """The words of the search, each with the terms that stand for it and how much of the word each is."""
    if hit.asked:
        yield "Looked for (weight of the word; terms that stand for it, with the share of the word that each is):"
    for unit in sorted(hit.asked, key=lambda unit: -unit.telling):
        terms = ", ".join(f"{term.strip() or term} {share:.0%}" for term, (_, share) in unit.terms.items())
        yield f"  {unit.word}  {unit.telling:.1f}  {terms}"


def _told(hit: Hit) -> Iterator[str]:
    """The parts of a score, and the passage that says most of what was asked."""
    for part in hit.parts:
        yield f"     + {part.score:.2f} {part.name}" + (f" ({part.why})" if part.why else "")
    passage = hit.passage
    if passage is not None:
        text = hit.record.section(passage.section).text[passage.start : passage.end]
        yield f"     {passage.section}, characters {passage.start} to {passage.end} ({passage.share:.0%}): {text}"


def _explained(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "design": hit.design,
        "parts": [{"name": part.name, "score": part.score, "why": part.why} for part in hit.parts],
        "passage": None if passage is None else msgspec.to_builtins(passage),
    }


def _as_read(opened: Library, text: str) -> str:
    """The words as `ask` would read their spelling; says on standard error what was changed, and what was not."""
    from probatum import vocabulary
    from probatum.ask.words.spelling import corrected

    def knows(word: str) -> bool:
        return opened.has_term(word) or opened.has_author(word)

    read = corrected(text, vocabulary.current(), knows=knows, near=opened.near_words, beside=opened.beside)
    changed = ", ".join(f"{one.from_} as {one.to}" for one in read.assumptions)
    if changed:
        _tell(f"Did you mean: {read.text}", err=True)
        _tell(f"  searched for that ({changed} read); --exact searches for what you typed", err=True)
    for choice in read.choices:
        _tell(f"Did you mean by {choice.typed}: {' or '.join(choice.options)}? Searched as typed", err=True)
    return read.text


def _by_words(opened: Library, text: str, limit: int, filters: dict[str, Any], *, quiet: bool) -> Sequence[Hit]:
    """The records that hold the words, or at little weight other names; says on standard error which names."""
    from probatum import vocabulary
    from probatum.acquire.expansion import WEIGHT, expanded

    query, names = expanded(text, vocabulary.current())
    for one in () if quiet else names:
        _tell(f"{one.typed}: also looked for as {', '.join(one.names)} (weight {WEIGHT})", err=True)
    return opened.search(query, limit=limit, **filters)


def _by_syntax(opened: Library, text: str, limit: int, filters: dict[str, Any], *, quiet: bool) -> Sequence[Hit]:
    """The records that meet a search in PubMed's syntax; says on standard error how it was understood."""
    from probatum import vocabulary
    from probatum.acquire import syntax

    today = datetime.date.today().isoformat()
    found = syntax.find(opened, syntax.parse(text, today=today), vocabulary.load(), limit=limit, **filters)
    if not quiet:
        _tell(f"Read as: {found.understood}", err=True)
        for typed, names in found.names:
            _tell(f"  {typed}: also looked for as {', '.join(names)}", err=True)
        more = "" if found.complete else "; there may be more than are listed"
        _tell(f"  {found.examined:,} records looked into{more}", err=True)
    return found.hits


def read_day(text: str) -> str:
    """An ISO date, as precise as given. Raises ProbatumError P308."""
    if not re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", text.strip()):
        raise ProbatumError("P308", text=text)
    return text.strip()


def read_years(text: str) -> tuple[int | None, int | None]:
    """`2015`, `2015-2020`, `2015-` or `-2020` as the first and last year. Raises ProbatumError P309."""
    found = re.fullmatch(r"\s*([0-9]{4})?\s*(-)?\s*([0-9]{4})?\s*", text)
    if found is None or not (found[1] or found[3]) or (found[3] and not found[2]):
        raise ProbatumError("P309", text=text)
    low = int(found[1]) if found[1] else None
    high = int(found[3]) if found[3] else None if found[2] else low
    if low is not None and high is not None and low > high:
        raise ProbatumError("P309", text=text)
    return low, high


def _brief(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "version": record.version,
        "title": record.title,
        "year": record.year,
        "kind": record.kind.value,
        "status": record.status.value,
    }
