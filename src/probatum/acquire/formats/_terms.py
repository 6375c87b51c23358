"""The field's own terms read into the nouns: publication types, abstract labels, languages, months, links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.model import GRAVEST_FIRST, Identifier, Link, LinkKind, RecordKind, RecordStatus, SectionRole
from probatum.text.expressions import expression

_GUIDELINES: Final = frozenset(
    {"guideline", "practice guideline", "consensus development conference", "consensus development conference, nih"}
)
_SYNTHESES: Final = frozenset({"systematic review", "meta-analysis", "network meta-analysis"})
_TRIALS: Final = frozenset(
    {
        "randomized controlled trial",
        "randomised controlled trial",
        "controlled clinical trial",
        "clinical trial",
        "clinical trial, phase i",
        "clinical trial, phase ii",
        "clinical trial, phase iii",
        "clinical trial, phase iv",
        "adaptive clinical trial",
        "equivalence trial",
        "pragmatic clinical trial",
    }
)
_REVIEWS: Final = frozenset({"review", "scoping review"})


def kind_of(publication_types: Iterable[str]) -> RecordKind:
    """What sort of document these MeSH publication types make it (NLM's list, 2025)."""
    types = {name.lower() for name in publication_types}
    if types & _GUIDELINES:
        return RecordKind.GUIDELINE
    if types & _SYNTHESES:
        return RecordKind.REVIEW
    if types & _TRIALS:
        return RecordKind.TRIAL_REPORT
    return RecordKind.REVIEW if types & _REVIEWS else RecordKind.ARTICLE


_OTHER_TYPES: Final = frozenset(
    {
        "case reports",
        "clinical study",
        "clinical trial protocol",
        "comment",
        "comparative study",
        "editorial",
        "english abstract",
        "evaluation study",
        "expression of concern",
        "historical article",
        "journal article",
        "letter",
        "multicenter study",
        "news",
        "observational study",
        "preprint",
        "published erratum",
        "retracted publication",
        "retraction notice",
        "retraction of publication",
        "validation study",
    }
)


def is_publication_type(text: str) -> bool:
    """Whether that is a MeSH publication type which says something here, word for word."""
    return text.lower() in _GUIDELINES | _SYNTHESES | _TRIALS | _REVIEWS | _OTHER_TYPES


ARTICLE_TYPES: Final = {
    "research-article": "Journal Article",
    "review-article": "Review",
    "systematic-review": "Systematic Review",
    "meta-analysis": "Meta-Analysis",
    "clinical-trial": "Clinical Trial",
    "case-report": "Case Reports",
    "guideline": "Guideline",
    "retraction": "Retraction of Publication",
    "correction": "Published Erratum",
    "expression-of-concern": "Expression of Concern",
    "editorial": "Editorial",
    "letter": "Letter",
}
"""JATS article-type -> the MeSH publication type that means the same."""

_TITLE_SYNTHESIS: Final = expression(r"\b(?:systematic review|meta-?\s?analysis|scoping review)\b", re.IGNORECASE)
_TITLE_TRIAL: Final = expression(r"\brandomi[sz]ed\b[^.:;]{0,60}\btrial\b", re.IGNORECASE)
_TITLE_NOT_REPORT: Final = expression(r"\b(?:protocol|rationale|study design|secondary analysis)\b", re.IGNORECASE)


def kind_by_title(title: str) -> RecordKind:
    """What sort of document a title names itself (CONSORT and PRISMA ask for it), where no publication types do."""
    if _TITLE_SYNTHESIS.search(title):
        return RecordKind.ARTICLE if "protocol" in title.lower() else RecordKind.REVIEW
    if _TITLE_TRIAL.search(title) and not _TITLE_NOT_REPORT.search(title):
        return RecordKind.TRIAL_REPORT
    return RecordKind.ARTICLE


_CATEGORIES: Final = {role.value.upper(): role for role in SectionRole if role is not SectionRole.NONE}

_LABEL_STEMS: Final = tuple(
    # A label is judged by the first stem that it begins with or has as a word; order decides between two.
    (role, tuple(stems.split("|")))
    for role, stems in (
        (
            SectionRole.CONCLUSIONS,
            "conclu|interpretation|implication|significance|discussion|recommend|key message|clinical relevance"
            "|what this|take-home|summary",
        ),
        (SectionRole.RESULTS, "result|finding|outcomes and results|observations|main results"),
        (SectionRole.OBJECTIVE, "objective|aim|purpose|goal|hypothes|question|research question"),
        (
            SectionRole.METHODS,
            "method|design|setting|patient|participant|subject|population|intervention|measure|main outcome|outcome"
            "|exposure|data source|data collection|data extraction|data analysis|statistical|study selection"
            "|selection criteria|search|material|procedure|sample|approach|eligibility",
        ),
        (SectionRole.BACKGROUND, "background|introduction|context|rationale|importance|what is known|case"),
    )
)


def role_of(category: str, label: str) -> SectionRole:
    """The rhetorical role of an abstract or body section: NLM's category when it has one, else by its label.

    `Methods and Results` and the like have no single role and are NONE.
    """
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    words = label.strip().strip(":").lower()
    words = re.sub(r"^[\d.\s]+", "", words)
    if not words:
        return SectionRole.NONE
    if "result" in words and ("method" in words or "discussion" in words):
        return SectionRole.NONE
    first = next((role for role, stems in _LABEL_STEMS if words.startswith(stems)), None)
    if first is not None:
        return first
    return next((role for role, stems in _LABEL_STEMS if any(f" {stem}" in words for stem in stems)), SectionRole.NONE)


_LANGUAGES: Final = {
    "afr": "af", "alb": "sq", "ara": "ar", "arm": "hy", "aze": "az", "bos": "bs", "bul": "bg", "cat": "ca", "chi": "zh",
    "cze": "cs", "dan": "da", "dut": "nl", "eng": "en", "epo": "eo", "est": "et", "fin": "fi", "fre": "fr", "geo": "ka",
    "ger": "de", "gle": "ga", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "ind": "id",
    "ita": "it", "jpn": "ja", "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "mac": "mk", "mal": "ml", "may": "ms",
    "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "slo": "sk", "slv": "sl", "spa": "es",
    "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "wel": "cy",
}  # fmt: skip
_LANGUAGE_NAMES: Final = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "chinese": "zh", "japanese": "ja", "russian": "ru", "polish": "pl", "turkish": "tr",
    "korean": "ko", "hungarian": "hu", "persian": "fa", "arabic": "ar", "czech": "cs", "danish": "da",
    "swedish": "sv", "norwegian": "no", "finnish": "fi", "greek": "el", "hebrew": "he", "romanian": "ro",
    "serbian": "sr", "slovak": "sk", "slovenian": "sl", "slovene": "sl", "ukrainian": "uk", "thai": "th",
    "vietnamese": "vi", "croatian": "hr", "bulgarian": "bg", "indonesian": "id", "lithuanian": "lt",
}  # fmt: skip


def language_of(code: str) -> str:
    """ISO 639-1 of a MEDLINE language code or an English name; an unknown one is kept in lower case."""
    lower = code.strip().lower()
    if lower in _LANGUAGES:
        return _LANGUAGES[lower]
    return _LANGUAGE_NAMES.get(lower, lower[:2] if lower[2:3] in ("-", "_") else lower)


_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


def month_of(text: str) -> int | None:
    """1 to 12 of `4`, `04`, `Apr` or `April`; None for anything else (a season has no month)."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return _MONTHS.get(text[:3].lower()) if text.isalpha() else None


_YEAR: Final = expression(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


def year_in(text: str) -> int | None:
    """The first year from 1500 to 2099 in a text."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def iso_date(year: int | None, month: str = "", day: str = "") -> str:
    """ISO 8601, as precise as what is given: `2016`, `2016-04`, `2016-04-26`; empty without a year."""
    if year is None:
        return ""
    number = month_of(month)
    if number is None:
        return str(year)
    day = day.strip()
    if day.isascii() and day.isdigit() and 1 <= int(day) <= 31:
        return f"{year}-{number:02d}-{int(day):02d}"
    return f"{year}-{number:02d}"


_WORDS_IN_DATE: Final = expression(r"[A-Za-z]+|\d+")


def date_in(text: str) -> tuple[int | None, str]:
    """Year and ISO date of a MEDLINE date: `2016 Apr 26`, `1998 Dec-1999 Jan`, `2000 Spring`, `Summer 2003`."""
    year = year_in(text)
    if year is None:
        return None, ""
    words = _WORDS_IN_DATE.findall(text[text.index(str(year)) + 4 :])
    month = words[0] if words else ""
    # `2016 Apr-Jun` and `2016 Apr 26-May 3` are ranges: only what holds for the whole range is said.
    if "-" in text[text.index(str(year)) + 4 :]:
        return year, str(year)
    return year, iso_date(year, month, words[1] if len(words) > 1 else "")


LINKS: Final[dict[str, tuple[LinkKind, RecordStatus]]] = {
    "RetractionIn": (LinkKind.RETRACTED_BY, RecordStatus.RETRACTED),
    "RetractedandRepublishedIn": (LinkKind.RETRACTED_BY, RecordStatus.RETRACTED),
    "RetractionOf": (LinkKind.RETRACTS, RecordStatus.RETRACTION_NOTICE),
    # Part of the paper was withdrawn. It is not a retraction, and it is more than a correction.
    "PartialRetractionIn": (LinkKind.CONCERN, RecordStatus.CONCERN),
    "PartialRetractionOf": (LinkKind.CONCERN_FOR, RecordStatus.CURRENT),
    "ExpressionOfConcernIn": (LinkKind.CONCERN, RecordStatus.CONCERN),
    "ExpressionOfConcernFor": (LinkKind.CONCERN_FOR, RecordStatus.CURRENT),
    "ErratumIn": (LinkKind.ERRATUM, RecordStatus.CORRECTED),
    "ErratumFor": (LinkKind.ERRATUM_FOR, RecordStatus.CURRENT),
    "UpdateIn": (LinkKind.SUPERSEDED_BY, RecordStatus.SUPERSEDED),
    "UpdateOf": (LinkKind.SUPERSEDES, RecordStatus.CURRENT),
    "CorrectedandRepublishedIn": (LinkKind.REPUBLISHED, RecordStatus.CORRECTED),
    "CorrectedandRepublishedFrom": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
    "RetractedandRepublishedFrom": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
    "RepublishedIn": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
    "RepublishedFrom": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
    "CommentIn": (LinkKind.COMMENT, RecordStatus.CURRENT),
    "CommentOn": (LinkKind.COMMENT, RecordStatus.CURRENT),
    "SummaryForPatientsIn": (LinkKind.OTHER, RecordStatus.CURRENT),
    "OriginalReportIn": (LinkKind.OTHER, RecordStatus.CURRENT),
    "ReprintIn": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
    "ReprintOf": (LinkKind.REPUBLISHED, RecordStatus.CURRENT),
}
"""PubMed's RefType -> the link it is, and the standing it gives the record that bears it."""

_TWO_WAY: Final = frozenset({LinkKind.COMMENT, LinkKind.REPUBLISHED, LinkKind.OTHER})


def link_of(sort: str, identifier: Identifier | None, note: str) -> tuple[Link, RecordStatus]:
    """The link that PubMed's RefType makes, and the standing it gives the record that bears it.

    Where one kind of link serves both directions, the note says which.
    """
    kind, standing = LINKS.get(sort, (LinkKind.OTHER, RecordStatus.CURRENT))
    return Link(kind, identifier, f"{sort}: {note}" if kind in _TWO_WAY else note), standing


_RETRACTED_TYPES: Final = frozenset(
    {"retracted publication", "retracted article", "retracted", "withdrawn publication"}
)
_NOTICE_TYPES: Final = frozenset({"retraction of publication", "retraction notice", "retraction"})
"""Publication types as NLM, Web of Science, Scopus and Embase name them."""
_NOTICE_TITLE: Final = expression(
    r"\[?(?:Retraction(?: Notice| Note)?(?: to)?\s?:|Retraction (?:notice|note) to\b|Notice of retraction\b"
    r"|Statement of retraction\b)",
    re.IGNORECASE,
)
_WITHDRAWN_TITLE: Final = expression(r"\[?(RETRACTED|WITHDRAWN)\b\s*(?:ARTICLE|PAPER)?\s*[:\].]")


def status_of(
    found: Iterable[RecordStatus], publication_types: Iterable[str], title: str, journal: str
) -> RecordStatus:
    """The gravest standing that links, publication types or a publisher's mark in the title give.

    An erratum corrects and never retracts. Cochrane marks a review that is out of date as withdrawn: superseded.
    """
    standings = set(found)
    for name in publication_types:
        lower = name.lower()
        if lower in _RETRACTED_TYPES:
            standings.add(RecordStatus.RETRACTED)
        elif lower in _NOTICE_TYPES:
            standings.add(RecordStatus.RETRACTION_NOTICE)
    mark = _WITHDRAWN_TITLE.match(title)
    if mark:
        cochrane = mark[1] == "WITHDRAWN" and "cochrane" in journal.lower()
        standings.add(RecordStatus.SUPERSEDED if cochrane else RecordStatus.RETRACTED)
    elif _NOTICE_TITLE.match(title):
        standings.add(RecordStatus.RETRACTION_NOTICE)
    return next((status for status in GRAVEST_FIRST if status in standings), RecordStatus.CURRENT)
