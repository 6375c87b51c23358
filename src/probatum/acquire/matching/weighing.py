"""Are two records copies of one document? Evidence for and against, in words and points, and what forbids it.

The points are weights of evidence in the manner of Fellegi and Sunter 1969 (doi:10.1080/01621459.1969.10501049): what
two copies nearly always share and two documents hardly ever (a page of a volume of a journal) weighs most. They are set
by hand and not fitted, so that they hold for sources nobody has marked. What counts as one document follows Rathbone et
al. 2015 (doi:10.1186/2046-4053-4-6): further reports of a study, and a meeting abstract beside its paper, are documents
of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.acquire.matching.journals import same_journal
from probatum.acquire.matching.reference import EXACT, Reference
from probatum.acquire.matching.words import Pages
from probatum.model import RecordKind

ENOUGH: Final = 8.0
"""Points from which two records are copies of one document."""

TELLING: Final = 30
"""Letters from which a title is hardly ever that of another document by the same people."""

SHORT: Final = 16
"""Letters below which a title (`Editorial`, `Reply`) says nothing."""

REISSUED: Final = {RecordKind.GUIDELINE, RecordKind.LABEL, RecordKind.BOOK}
"""Documents that come again under one title: with another year they are another edition."""

MARKING: Final = 12
"""Letters by which `part II` makes a title longer, at most; a subtitle is longer than that."""

ALIKE: Final = 0.7
"""Likeness of titles below which they are two titles."""


class Evidence(msgspec.Struct, frozen=True):
    """One thing that speaks for (points above 0) or against."""

    points: float
    words: str


class Judgement(msgspec.Struct, frozen=True):
    """What was found about two records."""

    score: float
    reasons: tuple[Evidence, ...]
    barred: str = ""
    """Why they are not copies whatever else agrees; empty when nothing forbids it."""

    @property
    def same(self) -> bool:
        """True when they are copies of one document."""
        return not self.barred and self.score >= ENOUGH

    def in_words(self) -> str:
        """The evidence in one line, the weightiest first."""
        told = sorted(self.reasons, key=lambda reason: -abs(reason.points))
        return "; ".join([*([self.barred] if self.barred else []), *(reason.words for reason in told)])


def weigh(one: Reference, other: Reference) -> Judgement:
    """Judge two records. Symmetric; about 30 microseconds."""
    likeness = _likeness(one, other)
    place, placed = _place(one, other)
    found = [*_identifiers(one, other), *_title(one, other, likeness), *_authors(one, other), *place]
    known = _identified(one, other)
    barred = _barred(one, other, likeness, placed, known)
    score = sum(evidence.points for evidence in found)
    if not barred and 0 <= score < 2 * ENOUGH:
        extra = _abstracts(one, other)
        found += extra
        score += sum(evidence.points for evidence in extra)
    return Judgement(round(score, 2), tuple(found), barred)


def _likeness(one: Reference, other: Reference) -> float:
    """Likeness of the titles, 0 to 1: of the letters in order, or of the words in any order."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    if one.letters == other.letters:
        return 1.0
    in_order = Levenshtein.normalized_similarity(one.letters, other.letters)
    if in_order >= ALIKE:
        return in_order
    sorted_words = fuzz.token_sort_ratio(" ".join(one.title), " ".join(other.title)) / 100
    return max(in_order, sorted_words - 0.05)


def _identified(one: Reference, other: Reference) -> bool:
    """True when a number that one document alone has is the same."""
    return any(values & other.exact.get(namespace, frozenset()) for namespace, values in one.exact.items())


def _identifiers(one: Reference, other: Reference) -> Iterator[Evidence]:
    for namespace, values in one.exact.items():
        shared = values & other.exact.get(namespace, frozenset())
        if shared:
            yield Evidence(20, f"the same {namespace} {min(shared)}")
    if one.dois & other.dois:
        yield Evidence(12, f"the same DOI {min(one.dois & other.dois)}")
    elif one.dois and other.dois:
        yield Evidence(-10, f"DOIs differ ({min(one.dois)}, {min(other.dois)})")


def _title(one: Reference, other: Reference, likeness: float) -> Iterator[Evidence]:
    short, full = sorted((one.letters, other.letters), key=len)
    if not short:
        return
    if likeness == 1.0:
        points = 6 if len(full) >= TELLING else 4 if len(full) >= SHORT else 1
        yield Evidence(points, "the same title" if points > 1 else "the same short title")
    elif likeness >= 0.95 and len(full) >= TELLING and not _substituted(one, other):
        yield Evidence(5, "nearly the same title")
    elif _part(one, other):
        yield Evidence(4, "one title is a part of the other")
    elif likeness >= 0.85:
        yield Evidence(-1 if _substituted(one, other) else 2, "similar titles")
    elif likeness >= ALIKE:
        yield Evidence(-2, "somewhat similar titles")
    else:
        yield Evidence(-6 if one.translated or other.translated else -8, "different titles")


def _substituted(one: Reference, other: Reference) -> bool:
    """True when a word of one title stands where another word stands in the other (`men`, `women`), and it is not a
    word spelt otherwise."""
    from rapidfuzz.distance import Levenshtein

    mine = [word for word in one.title if word not in other.title and len(word) > 2]
    yours = [word for word in other.title if word not in one.title and len(word) > 2]
    if not mine or not yours:
        return False
    ours, theirs = "".join(mine), "".join(yours)
    if ours in other.letters or theirs in one.letters:
        return False
    return Levenshtein.normalized_similarity(ours, theirs) < 0.75


def _authors(one: Reference, other: Reference) -> Iterator[Evidence]:
    few, many = sorted((one.authors, other.authors), key=len)
    if not few:
        return
    found = sum(any(author.same(candidate) for candidate in many) for author in few)
    if found == 0:
        yield Evidence(-8, "no author in common")
    elif found >= 0.6 * len(few):
        first = one.authors[0].same(other.authors[0])
        yield Evidence(4 if first else 3, "the same authors" if first else "the same authors in another order")
    else:
        yield Evidence(1, f"{found} of {len(few)} authors in common")


def _place(one: Reference, other: Reference) -> tuple[list[Evidence], bool]:
    """Year, journal, volume, issue and page; and whether they are printed at the same place."""
    found: list[Evidence] = []
    journal = same_journal(one.journal, other.journal)
    if journal is not None:
        found.append(Evidence(2, "the same journal") if journal else Evidence(-4, "different journals"))
    volumes = _volumes(one, other)
    if volumes is not None:
        found.append(Evidence(1.5, f"the same volume {one.volume}") if volumes else Evidence(-4, "different volumes"))
        if one.issue and other.issue:
            same = one.issue == other.issue
            found.append(Evidence(0.5, "the same issue") if same else Evidence(-0.5, "different issues"))
    page = _page(one, other)
    if page is not None:
        found.append(Evidence(3, f"the same page {one.pages.first}") if page else Evidence(-7.5, "different pages"))
    elif one.pages.first and other.pages.first:
        found.append(Evidence(-1, "a page beside an article number"))
    found += _years(one, other, volumes)
    return found, bool(page) and (bool(volumes) or (journal is True and one.year == other.year))


def _volumes(one: Reference, other: Reference) -> bool | None:
    """None when a volume is missing, or is the year, which some databases give for one."""
    if not one.volume or not other.volume:
        return None
    if one.volume == other.volume:
        return True
    years = {str(one.year), str(other.year)}
    return None if one.volume in years or other.volume in years else False


def _page(one: Reference, other: Reference) -> bool | None:
    """None when a page is missing, or when one is an article number (`e187442`) and the other a count (`1-9`)."""
    mine, yours = one.pages, other.pages
    if not mine.first or not yours.first:
        return None
    if mine.first == yours.first:
        return mine.mark == yours.mark or not mine.mark or not yours.mark or None
    return None if _article_number(mine) != _article_number(yours) else False


def _article_number(pages: Pages) -> bool:
    return not pages.ranged and (pages.mark.endswith("e") or len(pages.first) >= 5)


def _years(one: Reference, other: Reference, volumes: bool | None) -> list[Evidence]:
    if one.year is None or other.year is None:
        return []
    apart = abs(one.year - other.year)
    if apart == 0:
        return [Evidence(1, f"the same year {one.year}")]
    if apart == 1:
        return [Evidence(0 if volumes else -1, "a year apart")]
    return [Evidence(-3 if apart < 4 else -5, f"{apart} years apart")]


def _abstracts(one: Reference, other: Reference) -> list[Evidence]:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    short, full = sorted((one.abstract, other.abstract), key=len)
    if len(short) < 200:
        return []
    if Levenshtein.normalized_similarity(short, full[: len(short)]) >= 0.9:
        return [Evidence(3, "the same abstract")]
    if fuzz.token_set_ratio(short, full) >= 75:
        return []
    return [] if one.translated or other.translated else [Evidence(-3, "different abstracts")]


def _barred(one: Reference, other: Reference, likeness: float, placed: bool, known: bool) -> str:
    """What forbids that they are copies, or nothing."""
    for namespace in EXACT:
        values, theirs = one.exact.get(namespace), other.exact.get(namespace)
        if values and theirs and not values & theirs and not (namespace == "pmcid" and known):
            return f"two {namespace} numbers"
    if one.kind is not other.kind and RecordKind.REGISTRY_ENTRY in (one.kind, other.kind):
        return "a registry entry and a report"
    if one.kind is not other.kind and RecordKind.LABEL in (one.kind, other.kind):
        return "a label and another document"
    if {one.kind, other.kind} & REISSUED and one.year and other.year and one.year != other.year:
        return "two editions"
    if one.preprint != other.preprint and not known:
        return "a preprint and a paper"
    mine, yours = one.editions, other.editions
    if any(mine[stem] != yours[stem] for stem in mine.keys() & yours.keys()):
        return "two editions of a review"
    if known:
        return ""
    if likeness < ALIKE and not (placed and (one.translated or other.translated)) and not _part(one, other):
        return "different titles"
    if one.notice != other.notice and not (placed and likeness == 1.0):
        return f"{one.notice or 'a document'} and {other.notice or 'a document'}"
    if _too_short(one, other, placed):
        return "titles too short to tell"
    if placed:
        return "different numbers in the titles" if _numbers_differ(one, other) and likeness < 0.95 else ""
    if one.meeting is not None and other.meeting is not None and one.meeting != other.meeting:
        return "a meeting abstract and a full paper"
    return "different numbers in the titles" if _numbers_differ(one, other) else ""


def _too_short(one: Reference, other: Reference, placed: bool) -> bool:
    """True for `Editorial` and the like: without a DOI they need a place, and the shortest an author too."""
    shortest = min(len(one.letters), len(other.letters))
    if one.dois & other.dois or shortest >= TELLING:
        return False
    if not shortest:
        return True
    return not (one.authors and other.authors) if placed else shortest < SHORT


def _part(one: Reference, other: Reference) -> bool:
    """True when a title is the beginning of the other, or its end from a whole word on."""
    (short, brief), (full, long) = sorted(((r.letters, r.title) for r in (one, other)), key=lambda pair: len(pair[0]))
    if len(short) < TELLING:
        return False
    return full.startswith(short) or (full.endswith(short) and long[-len(brief) :] == brief)


def _numbers_differ(one: Reference, other: Reference) -> bool:
    """True when each title has a number that the other lacks, or one has one more (`part 2`) and is hardly longer
    otherwise."""
    if one.numbers == other.numbers:
        return False
    mine, yours = set(one.numbers) - set(other.numbers), set(other.numbers) - set(one.numbers)
    longer = abs(len(one.letters) - len(other.letters))
    return bool(mine and yours) or longer < MARKING or not _part(one, other)
