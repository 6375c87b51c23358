"""The audit page: a pasted or uploaded text, the marked-up report, nothing kept."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

TEXT = """# Mexiletine for cramps

Mexiletine 300 mg a day lowered cramp frequency to 31% of placebo (p = 0.047) [1].
Mexiletine has been proven to cure cramps [1].
<script>alert(1)</script>

## References

1. Weiss MD, et al. A randomized trial of mexiletine in ALS. Neurology. 2016. PMID: 26911633
"""


@pytest.fixture(scope="module")
def reader(site: object) -> Any:
    from django.test import Client

    return Client()


def test_a_pasted_text_comes_back_marked_up(reader: Any) -> None:
    reply = reader.post("/audit/", {"text": TEXT})
    told = reply.content.decode()
    assert reply.status_code == 200 and "Score card" in told
    assert "<script>alert(1)" not in told
    assert 'href="/audit/">Audit another text' in told and "save this page" in told
    assert "form-action 'none'" in reply["Content-Security-Policy"]
    assert "script-src &#x27;sha256-" in told, "the page itself names the one script that may run"


def test_a_file_is_read_like_a_pasted_text(reader: Any) -> None:
    file = io.BytesIO(TEXT.encode())
    file.name = "answer.md"
    assert "Score card" in reader.post("/audit/", {"file": file}).content.decode()


def test_what_cannot_be_read_is_said_and_the_form_comes_back(reader: Any) -> None:
    file = io.BytesIO(b"%PDF-1.7 broken")
    file.name = "answer.pdf"
    reply = reader.post("/audit/", {"file": file})
    assert reply.status_code == 400 and "P831" in reply.content.decode() and "<textarea" in reply.content.decode()


def test_an_empty_form_asks_for_a_text(reader: Any) -> None:
    assert "There is no text" in reader.post("/audit/", {"text": " "}).content.decode()


def test_nothing_of_it_is_kept(reader: Any, person: Callable[..., Any]) -> None:
    from probatum.publish.site.asking.models import Asked

    before = Asked.objects.count()
    reader.post("/audit/", {"text": TEXT})
    assert Asked.objects.count() == before
