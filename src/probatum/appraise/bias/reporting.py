"""RoB 2 domain 5, selection of the reported result: registration, protocol, the registered primary outcome.

Sterne et al. 2019, doi:10.1136/bmj.l4898. The comparison is of words, and a person must look at both.
"""

from __future__ import annotations

import re

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.model import BiasSignal, Record, SignalAnswer, SourceSection, Span
from probatum.text import words
from probatum.text.expressions import expression

DOMAIN = "selection of the reported result"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)
SAME = 0.5
"""Share of the words of the report's primary outcome that a registered outcome holds for it to be the same."""

REGISTERED = Signalling(
    "RoB 2",
    DOMAIN,
    "registered beforehand",
    "Was the trial registered before it began?",
    (
        rule(
            NO,
            "registered|registration|register",
            r"\bretrospective(?:ly)? (?:registered|registration)\b|\bregistered retrospectively\b|\b(?:trial"
            r"|study) was not (?:prospectively )?registered\b|\bnot registered (?:in|with|at|on|prior|before"
            r"|because|as)",
            "The trial was registered after it had begun, or not at all.",
        ),
        rule(
            YES,
            "registered|registration",
            r"\bprospective(?:ly)? registered\b|\bprospective registration\b"
            r"|\bregistered (?:\w+ ){0,6}(?:before|prior to)\b[^.;]{0,40}\b(?:enrol|recruit|inclusion|start"
            r"|patient|participant|random|commenc|initiat)\w*",
            "The trial was registered before it began.",
            veto=r"\b(?:database|patients were|data were|information)\b",
        ),
    ),
    "The {} gives no registration number.",
)
PROTOCOL = Signalling(
    "RoB 2",
    DOMAIN,
    "plan published",
    "Can the plan of the analysis be read?",
    (
        rule(
            YES,
            "protocol|analysis plan|design",
            r"\b(?:protocol|(?:study |trial )?design|rationale)\b[^.;]{0,60}\b(?:(?:has|have|was|were|is"
            r"|are) (?:been )?(?:\w+ )?(?:published|reported|described)(?: in (?:more "
            r"|full )?detail)?(?: (?:previously|elsewhere|in detail|earlier|before|in full)|\b)|(?:is"
            r"|are) (?:also )?available|can be found)|\bpublished (?:study |trial )?protocol\b"
            r"|\b(?:statistical )?analysis plan\b[^.;]{0,60}\b(?:published|available|prespecified"
            r"|pre-specified|finali[sz]ed|before|prior|completed|approved|written|supplement|appendix)"
            r"|\bprotocol (?:\w+ ){0,3}(?:available|in (?:the )?(?:supplement|appendix|S\d))"
            r"|\btrial protocol[^.;]{0,30}\b(?:S\d|supplement|appendix|checklist)",
            "The protocol or the plan of analysis has been published or can be had.",
            veto=r"\bethic\w+[^.;]{0,40}protocol\b(?![^.;]*published)|\bprotocol (?:for|of) (?:DNA|RNA|PCR"
            r"|extraction|staining|isolation|measur)|\bmanufacturer|\bassay\b",
        ),
        rule(
            LIKELY,
            "supporting information|protocol s|text s|checklist",
            r"\b(?:protocol|CONSORT checklist)\b[^.]{0,60}\b(?:supporting information|supplementary"
            r"|additional file|Protocol S\d|Text S\d)",
            "The protocol is named among the supporting files.",
        ),
    ),
    "The {} does not say where the protocol or plan of analysis can be read.",
)
PRIMARY = Signalling(
    "RoB 2",
    DOMAIN,
    "primary outcome as registered",
    "Is the primary outcome of the report the one that was registered?",
    (),
    "No registry entry of this trial is at hand, so the primary outcome could not be compared with it.",
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """Registration, protocol, primary outcome."""
    return _registered(report), PROTOCOL.ask(report), _primary(report)


def _registered(report: Report) -> BiasSignal:
    """By the registry's own dates, else by the report's words; a number alone does not say when."""
    dates = _dates(report.registry) if report.registry else None
    if dates is not None:
        posted, begun, spans = dates
        late = posted > begun
        said = f"The registry entry was first posted {posted}; the trial began {begun}."
        return REGISTERED.answer(report, NO if late else YES, said, *spans)
    made = REGISTERED.ask(report)
    number = report.study.registration
    if made.answer is SignalAnswer.NOT_REPORTED and number is not None:
        said = f"The trial is registered ({number.value}); whether before it began is not said."
        return REGISTERED.answer(report, LIKELY, said, number.span)
    return made


FIRST_POSTED = expression(r"^First (?:posted|submitted|registered): (?P<d>\d{4}-\d{2})", re.MULTILINE)
BEGUN = expression(r"^Start date: (?P<d>\d{4}-\d{2})", re.MULTILINE)


def _dates(entry: Record) -> tuple[str, str, tuple[Span, Span]] | None:
    """Months in which an entry was first posted and its trial began, with their characters."""
    for section in entry.sections:
        posted, begun = FIRST_POSTED.search(section.text), BEGUN.search(section.text)
        if posted and begun:
            spans = tuple(Span(entry, section.id, *m.span()) for m in (posted, begun))
            return posted["d"], begun["d"], (spans[0], spans[1])
    return None


def _primary(report: Report) -> BiasSignal:
    """The words of the report's primary outcome against those of the registered ones."""
    entry, own = report.registry, report.study.primary_outcome
    if entry is None:
        return PRIMARY.ask(report)
    if own is None:
        said = f"The {report.named} names no primary outcome to compare with the registry entry."
        return PRIMARY.answer(report, SignalAnswer.NOT_REPORTED, said)
    kept = _closest(entry, "registered:primary", own.value)
    if kept is not None:
        said = f"The primary outcome agrees with a registered one: “{kept.quote}”."
        return PRIMARY.answer(report, LIKELY, said, own.span, kept)
    moved = _closest(entry, "registered:secondary", own.value)
    if moved is not None:
        said = f"What the report calls primary was registered as secondary: “{moved.quote}”."
        return PRIMARY.answer(report, NO, said, own.span, moved)
    listed = _measures(entry, "registered:primary")
    if not listed:
        return PRIMARY.answer(
            report, SignalAnswer.NOT_REPORTED, "The registry entry names no primary outcome.", own.span
        )
    said = f"No registered primary outcome has the words of the report's: registered is “{listed[0].quote}”."
    return PRIMARY.answer(report, UNLIKELY, said, own.span, listed[0])


def _measures(entry: Record, code: str) -> list[Span]:
    """The first column of the registered outcomes."""
    return [span for section in entry.sections if section.code == code for span in _first_column(entry, section)]


def _first_column(entry: Record, section: SourceSection) -> list[Span]:
    cells = [c for c in section.cells if c.column == 0 and not c.header and c.end > c.start]
    return [Span(entry, section.id, c.start, c.end) for c in cells]


def _closest(entry: Record, code: str, outcome: str) -> Span | None:
    """The registered outcome that shares at least half of the words of the shorter of the two."""
    wanted = words.stems(outcome)
    best: tuple[float, Span | None] = (0.0, None)
    for span in _measures(entry, code):
        held = words.stems(span.quote)
        least = min(len(wanted), len(held))
        share = len(wanted & held) / least if least else 0.0
        if share > best[0]:
            best = (share, span)
    return best[1] if best[0] >= SAME else None
