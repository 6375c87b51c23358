"""What the entries of a reference list are: found by their identifiers, and held to their own words.

An identifier proves nothing by itself: the record it leads to must bear the entry's title or authors and year. An
entry whose identifier leads to another paper is no reference to either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Protocol, runtime_checkable

from probatum.assess.audit.citing import Mark
from probatum.assess.audit.document import Entry
from probatum.assess.audit.hidden import plain
from probatum.model import AuditedReference, Identifier, Record, RecordStatus, ReferenceState
from probatum.text import identifiers, words
from probatum.text.expressions import expression
from probatum.vocabulary.normal import word_key

SAME: Final = 0.75
"""Share of a record's title that must stand in an entry that has no identifier."""
ENOUGH: Final = 0.6
"""Share that suffices beside an identifier that leads to the record."""
LITTLE: Final = 0.4
"""Share that suffices with an identifier, first author and year together."""
_YEAR: Final = expression(r"(?<![0-9/.-])(?:19|20)[0-9]{2}(?![0-9/])")
_STATES: Final = {
    RecordStatus.RETRACTED: ReferenceState.RETRACTED,
    RecordStatus.RETRACTION_NOTICE: ReferenceState.RETRACTED,
    RecordStatus.WITHDRAWN: ReferenceState.RETRACTED,
    RecordStatus.CONCERN: ReferenceState.CONCERN,
    RecordStatus.SUPERSEDED: ReferenceState.SUPERSEDED,
}
_PMID_REACHED: Final = (
    (11_000_000, 2000), (12_900_000, 2003), (15_700_000, 2005), (17_300_000, 2007), (19_200_000, 2009),
    (21_300_000, 2011), (23_400_000, 2013), (25_700_000, 2015), (28_200_000, 2017), (30_700_000, 2019),
    (33_500_000, 2021),
)  # fmt: skip
"""PMIDs are given out in order (NLM): all below the number had been given by the beginning of that year's spring."""


class Shelf(Protocol):
    """Where records are looked up; the library is one."""

    def get(self, identifier: str) -> Record | None:
        """The record with that identifier."""
        ...

    def search(self, text: str, limit: int) -> Sequence[Record]:
        """Records that share words with the text, best first."""
        ...


@runtime_checkable
class Kept(Protocol):
    """A shelf that keeps what was read out of its records; see `appraise.keeping`."""

    def readings(self, records: Sequence[Record]) -> Mapping[str, bytes]:
        """Id of each of these records -> its reading, for those that have one by today's rules."""
        ...


class Resolved(NamedTuple):
    """A reference with the record it leads to; None where there is none that the text may rest on."""

    reference: AuditedReference
    record: Record | None


def resolve(entries: Sequence[Entry], shelf: Shelf) -> dict[int, Resolved]:
    """Every entry of a list by its number; of two with one number the first counts."""
    made = {e.number: _one(e, shelf) for e in reversed(entries)}
    named = [n for n, r in made.items() if identifiers.find(_text(r.reference.text))]
    found = [n for n, r in made.items() if r.record is not None]
    if 2 * len(named) >= len(made) and 2 * len(found) >= len(made):
        # Where the others name what they are and are found, one that names nothing and is not found stands out.
        for number, resolved in made.items():
            if number not in named and resolved.reference.state is ReferenceState.NOT_HELD:
                why = (
                    "it gives no identifier, and no record of the library bears its title, while the other entries of "
                    "the list are found"
                )
                made[number] = _said(resolved, ReferenceState.UNTRACEABLE, why)
    return dict(sorted(made.items()))


def of_mark(mark: Mark, number: int, text: str, shelf: Shelf) -> Resolved:
    """A source that is cited in the text alone: by identifier, by address, or by author and year."""
    if mark.identifier is not None:
        record = shelf.get(str(mark.identifier))
        reference = AuditedReference(number, text)
        if record is None:
            return Resolved(_replace(reference, reason=f"{mark.identifier} is not in the library"), None)
        return _with(reference, record, "")
    if mark.author:
        surname = word_key(mark.author)
        for record in shelf.search(f"{mark.author} {mark.year} {text}", 20):
            first = word_key(record.authors[0].split()[0]) if record.authors else ""
            if first == surname and record.year == mark.year:
                return _with(AuditedReference(number, text), record, "")
    return Resolved(AuditedReference(number, text, reason="no record of the library answers to it"), None)


def title_share(title: str, text: str) -> float:
    """Share of the title's content words that stand in a text, 0 to 1."""
    wanted = {word_key(w) for w in words.content(plain(title))}
    held = {word_key(w) for w in words.content(plain(text))}
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _text(text: str) -> str:
    return text[:3000]


def _one(entry: Entry, shelf: Shelf) -> Resolved:
    text = plain(_text(entry.text))
    reference = AuditedReference(entry.number, entry.text)
    named = list(dict.fromkeys(i for _, _, i in identifiers.find(text) if i.namespace not in ("pii", "isbn")))
    borne = [(i, r) for i in named if (r := shelf.get(str(i))) is not None]
    fitting = [r for _, r in borne if _fits(r, text)]
    if fitting:
        strangers = [(i, r) for i, r in borne if r.id != fitting[0].id]
        aside = "".join(f"; but {i} belongs to another paper, \u201c{_short(r.title)}\u201d" for i, r in strangers)
        return _with(reference, fitting[0], _differs(fitting[0], text) + aside)
    if borne:
        identifier, record = borne[0]
        return Resolved(
            _replace(
                reference,
                record=record.id,
                state=ReferenceState.MISMATCHED,
                reason=f"{identifier} belongs to another paper: {_who(record)}, \u201c{_short(record.title)}\u201d",
            ),
            None,
        )
    found = next((r for r in shelf.search(_searched(text), 8) if _same(r, text)), None)
    if found is not None:
        apart = [i for i in named if _clashes(i, found)]
        aside = f"; but its record does not bear {apart[0]}" if apart else ""
        return _with(reference, found, _differs(found, text) + aside)
    impossible = next((why for i in named if (why := _impossible(i, text))), "")
    if impossible:
        return Resolved(_replace(reference, state=ReferenceState.UNTRACEABLE, reason=impossible), None)
    names = ", ".join(str(i) for i in named[:2])
    return Resolved(_replace(reference, reason=f"not in the library{f' ({names})' if names else ''}"), None)


def _with(reference: AuditedReference, record: Record, aside: str) -> Resolved:
    state = _STATES.get(record.status, ReferenceState.FOUND)
    told = "" if state is ReferenceState.FOUND else f"the source is marked: {record.status.value}"
    reason = "; ".join(part for part in (told, aside.lstrip("; ")) if part)
    return Resolved(_replace(reference, record=record.id, state=state, reason=reason), record)


def _fits(record: Record, text: str) -> bool:
    if not words.content(record.title) and not record.authors:
        return True  # it has nothing that the entry could be held to
    share = max(title_share(record.title, text), _main_share(record.title, text))
    return share >= ENOUGH or (share >= LITTLE and _author(record, text) and _year(record, text))


def _main_share(title: str, text: str) -> float:
    """The share of a title without what stands behind its colon, which lists of references leave out; 0 where too
    little is left to tell a paper by."""
    main = _SUBTITLE.split(title, maxsplit=1)[0]
    return title_share(main, text) if len(words.content(main)) >= _TELLING else 0.0


_SUBTITLE: Final = expression(r":\s|\s[-\u2013\u2014]\s|\?\s")
_TELLING: Final = 5
"""Content words of a title that tell a paper."""


def _same(record: Record, text: str) -> bool:
    if title_share(record.title, text) < SAME or len(words.content(record.title)) < 3:
        return False
    return _author(record, text) or (_year(record, text) and bool(_YEAR.search(text))) or not record.authors


def _author(record: Record, text: str) -> bool:
    if not record.authors:
        return False
    surname = record.authors[0].rsplit(" ", 1)[0] if " " in record.authors[0] else record.authors[0]
    keys = {word_key(w) for w in re.findall(r"[^\W\d_]+", text)}
    return all(word_key(w) in keys for w in re.findall(r"[^\W\d_]+", plain(surname)))


def _year(record: Record, text: str) -> bool:
    years = [int(y) for y in _YEAR.findall(text)]
    return record.year is None or not years or any(abs(y - record.year) <= 1 for y in years)


def _differs(record: Record, text: str) -> str:
    """What of a fitting entry is not as the record has it."""
    told = []
    if record.authors and not _author(record, text):
        told.append(f"its first author is {record.authors[0]}")
    if not _year(record, text):
        told.append(f"it appeared in {record.year}")
    return "; ".join(told)


def _clashes(identifier: Identifier, record: Record) -> bool:
    own = record.identifier(identifier.namespace)
    return own is not None and own != identifier.value


def _impossible(identifier: Identifier, text: str) -> str:
    """Why an identifier cannot belong to an entry; empty when it may. A PMID is older than what appeared after it."""
    years = [int(y) for y in _YEAR.findall(text)]
    if identifier.namespace != "pmid" or not years:
        return ""
    number = int(identifier.value)
    given = next((year for limit, year in _PMID_REACHED if number < limit), None)
    if given is not None and min(years) >= given + 3:
        return f"{identifier} was given out before {given} and cannot belong to a paper of {min(years)}"
    return ""


def _searched(text: str) -> str:
    """The entry without identifiers, for the search."""
    bare = re.sub(r"(?:PMC?ID|doi|https?)\S*\s?\S*", " ", text, flags=re.IGNORECASE)
    return bare[:600]


def _said(resolved: Resolved, state: ReferenceState, why: str) -> Resolved:
    return Resolved(_replace(resolved.reference, state=state, reason=why), resolved.record)


def _replace(reference: AuditedReference, **changed: object) -> AuditedReference:
    return AuditedReference(
        reference.number,
        reference.text,
        str(changed.get("record", reference.record)),
        changed.get("state", reference.state),  # type: ignore[arg-type]
        str(changed.get("reason", reference.reason)),
    )


def _short(title: str) -> str:
    return title if len(title) <= 90 else title[:87].rsplit(" ", 1)[0] + " \u2026"


def _who(record: Record) -> str:
    first = record.authors[0].rsplit(" ", 1)[0] if record.authors else "unnamed authors"
    return f"{first} {record.year}" if record.year else first
