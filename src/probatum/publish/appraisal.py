"""One record's appraisal as text and as JSON: every value with the address of the characters it was read from."""

from __future__ import annotations

import json as to_json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from probatum.apply.composing.references import vancouver
from probatum.apply.evidence.outcomes import Told
from probatum.appraise import claims, pico
from probatum.model import A_PERSON_JUDGES, Appraisal, BiasSignal, PicoSpans, Span, Study, wire
from probatum.publish.tables.rows import address
from probatum.publish.tables.summary import marks, result_words
from probatum.publish.tables.text import wrap

SCHEMA: Final = "probatum.appraisal/1"
MOST_SPANS: Final = 6
"""Spans of one kind that the text shows; the JSON has all."""
_ELSEWHERE: Final = ("directness", "score", "found_by", "record")
"""Fields of an appraisal that speak of a question, or stand in the head."""


def json(appraisal: Appraisal, signals: Sequence[BiasSignal] = ()) -> str:
    """One object with the whole appraisal and its signals of bias, the record as its identifier and version."""
    fields = {f: getattr(appraisal, f) for f in appraisal.__struct_fields__ if f not in _ELSEWHERE}
    told = {
        "schema": SCHEMA,
        "record": appraisal.record.id,
        "version": appraisal.record.version,
        "citation": vancouver(appraisal.record),
        "standing": appraisal.record.status.value,
        **{name: wire.to_builtins(value) for name, value in fields.items()},
        "bias": {"signals": wire.to_builtins(signals), "judgement": A_PERSON_JUDGES},
        "spin": wire.to_builtins(claims.spin(appraisal.study, appraisal.findings)),
        "pico": wire.to_builtins(pico.read(appraisal.record)),
    }
    return to_json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def text(appraisal: Appraisal, signals: Sequence[BiasSignal] = ()) -> str:
    """The appraisal for a terminal: what is absent in the source is said to be not reported."""
    return "\n".join(_lines(appraisal, signals)) + "\n"


def _lines(appraisal: Appraisal, signals: Sequence[BiasSignal]) -> Iterator[str]:
    record = appraisal.record
    yield from wrap(vancouver(record))
    yield from wrap(f"{record.id}, version {record.version}, {record.status.value}")
    yield from ("", "STUDY")
    yield from _study(appraisal.study)
    yield from ("", "WHOM, WHAT, WHAT FOR (words that a model marks in title and abstract)")
    yield from _pico(pico.read(record))
    if signals:
        yield from ("", f"SIGNALS OF BIAS ({signals[0].tool})")
        yield from _bias(signals)
    yield from ("", "FINDINGS")
    yield from _findings(appraisal)
    yield from _spin(appraisal)
    yield from _rest(appraisal)
    yield from (
        "",
        *wrap("Read by rules and small models from the source's own words: a person must check what is used."),
    )


def _study(study: Study) -> Iterator[str]:
    absent = []
    for name in study.__struct_fields__:
        value = getattr(study, name)
        if name == "record" or name.endswith("_span"):
            continue
        label = name.replace("_", " ")
        if value is None or value in ("", ()):
            absent.append(label)
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield from _value(label, one, getattr(study, f"{name}_span", None))
    if absent:
        yield from wrap(f"not reported or not read: {', '.join(absent)}", "  ")


def _value(label: str, value: Any, span: Span | None) -> Iterator[str]:
    """One value in words, and where it stands. Structs are told by their fields, whatever they are."""
    if isinstance(value, Span):
        yield from _quoted(label, value)
        return
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        spans = [part for part in parts.values() if isinstance(part, Span)]
        spans += [one for part in parts.values() if isinstance(part, tuple) for one in part if isinstance(one, Span)]
        yield from wrap(
            f"{label}: {', '.join(_part(name, part) for name, part in parts.items() if _plain(part))}", "  "
        )
        for one in spans[:MOST_SPANS]:
            yield from _at(one)
        return
    yield from wrap(f"{label}: {value}", "  ")
    if span is not None:
        yield from _at(span)


def _plain(part: Any) -> bool:
    return isinstance(part, str | int | float) and part not in ("", False)


def _part(name: str, part: Any) -> str:
    if part is True:
        return name.replace("_", " ")
    return str(part) if name in ("value", "name", "direction", "text") else f"{name.replace('_', ' ')} {part}"


def _pico(spans: PicoSpans) -> Iterator[str]:
    for name in spans.__struct_fields__:
        found: tuple[Span, ...] = getattr(spans, name)
        distinct = list({" ".join(span.quote.split()).lower(): span for span in reversed(found)}.values())[::-1]
        yield from wrap(f"{name}: {'; '.join(' '.join(s.quote.split()) for s in distinct) or 'none marked'}", "  ")


def _bias(signals: Sequence[BiasSignal]) -> Iterator[str]:
    domain = ""
    for signal in signals:
        if signal.domain != domain:
            domain = signal.domain
            yield from wrap(domain, "  ")
        yield from wrap(f"{signal.question} {signal.answer.value}: {signal.sentence}", "  - ", "    ")
        for span in signal.spans[:MOST_SPANS]:
            yield from _at(span)
    yield from wrap(A_PERSON_JUDGES, "  ")


def _findings(appraisal: Appraisal) -> Iterator[str]:
    if not appraisal.findings:
        yield from wrap("none could be read", "  ")
    for finding in appraisal.findings:
        told = result_words(Told(appraisal, finding)).split(": ", 1)[1]
        said = marks(finding)
        yield from wrap(
            f"{finding.outcome or 'outcome not named'}{f' [{said}]' if said else ''}: {told}", "  - ", "    "
        )
        for problem in finding.problems:
            yield from wrap(f"does not hold: {problem}", "    ! ", "      ")
        yield from _at(finding.sentence)


def _spin(appraisal: Appraisal) -> Iterator[str]:
    """Where the authors' claims go beyond their numbers."""
    found = claims.spin(appraisal.study, appraisal.findings)
    if found:
        yield from ("", "SIGNS OF SPIN (a person must judge)")
    for signal in found:
        yield from wrap(f"{signal.kind.value}: {signal.sentence}", "  - ", "    ")
        for span in signal.spans[:MOST_SPANS]:
            yield from _at(span)


def _rest(appraisal: Appraisal) -> Iterator[str]:
    """Directives, conclusions and whatever else an appraisal holds, by the names of its fields."""
    for name in appraisal.__struct_fields__:
        if name in (*_ELSEWHERE, "study", "findings", "results"):
            continue
        held = getattr(appraisal, name)
        values = held if isinstance(held, tuple) else (held,)
        if not values:
            continue
        yield from ("", name.replace("_", " ").upper())
        for value in values:
            yield from _value("authors" if name == "conclusions" else name.rstrip("s"), value, None)


def _quoted(label: str, span: Span) -> Iterator[str]:
    yield from wrap(f"{label}: “{' '.join(span.quote.split())}”", "  ")
    yield from wrap(f"@ {address(span)}", "      ")


def _at(span: Span) -> Iterator[str]:
    quote = " ".join(span.quote.split())
    shown = quote if len(quote) <= 160 else quote[:157] + "..."
    yield from wrap(f"“{shown}”", "      ")
    yield from wrap(f"@ {address(span)}", "      ")
