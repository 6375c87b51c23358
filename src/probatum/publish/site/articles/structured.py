"""Structured data of an article for search engines: schema.org's MedicalWebPage as JSON-LD.

Who reviewed it and when stands there only while the board's approval holds; the banner and this read the same standing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from probatum.model import Answer, Reference, ReviewState
from probatum.publish import page as pages
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial.records import name, standing_of
from probatum.publish.site.editorial.standing import Standing

_HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def script(page: ArticlePage, answer: Answer, address: str) -> SafeString:
    """The element for the head of the page: data, which the policy on scripts lets stand."""
    told = json.dumps(described(page, answer, address), ensure_ascii=False).translate(_HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(told))  # noqa: S308 (escaped above)


def described(page: ArticlePage, answer: Answer, address: str) -> dict[str, object]:
    """The article as a MedicalWebPage (https://schema.org/MedicalWebPage)."""
    bottom = next((part for part in pages.parts(answer) if part.id == "bottom_line"), None)
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": pages.visible(answer.title),
        "url": f"{address}?version={page.content}",
        "mainEntityOfPage": address,
        "version": page.content,
        "inLanguage": "en",
        "description": " ".join(line.words for line in bottom.lines) if bottom else "",
        "dateModified": answer.status.last_updated,
        "audience": {
            "@type": "MedicalAudience",
            "audienceType": "Patient" if answer.reader.plain else "Clinician",
        },
        "publisher": {"@type": "Organization", "name": "Probatum"},
        "creativeWorkStatus": answer.status.state.value,
        "isBasedOn": {"@type": "Dataset", "name": pages.visible(answer.search.library)},
        "citation": list(_cited(answer)),
        **_reviewed(standing_of(page)),
    }
    return {key: value for key, value in told.items() if value}


def _reviewed(now: Standing) -> dict[str, object]:
    if now.state not in (ReviewState.APPROVED, ReviewState.PUBLISHED):
        return {}
    people = dict.fromkeys((*(who for who, _ in now.reviews), now.approved_by))
    return {
        "lastReviewed": now.approved_on,
        "reviewedBy": [{"@type": "Person", "name": name(who)} for who in people if who],
    }


def _cited(answer: Answer) -> Iterator[dict[str, object]]:
    sources = pages.sources(answer, content.find)
    for reference in answer.references:
        record = sources.get(reference.record)
        addresses = [address for _, address in pages.links(reference, record)]
        told: dict[str, object] = {
            "@type": _kind(reference),
            "name": pages.visible(record.title if record else reference.citation),
            "identifier": pages.visible(reference.record),
            "sameAs": addresses,
        }
        if record is not None:
            told |= {"datePublished": str(record.year or ""), "author": _people(record.authors)}
        yield {key: value for key, value in told.items() if value}


def _kind(reference: Reference) -> str:
    if reference.design == "guideline":
        return "MedicalGuideline"
    return "CreativeWork" if reference.design in ("drug label", "registry entry") else "MedicalScholarlyArticle"


def _people(authors: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": pages.visible(author)} for author in authors]
