"""Hostile words in every field and every source, hostile addresses: nothing runs, leads away or breaks."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from test_permissions import addresses

PASSWORD = "a-long-enough-password"
HOSTILE = (
    "mexiletine for cramps in ALS \"'></textarea></title></script><script>alert(7)</script>"
    '<img src=x onerror=alert(7)><svg/onload=alert(7)>{{7*7}}{% now "Y" %}<a href="javascript:alert(7)">x</a>'
)
SCRIPTS = ("/static/article/article.js", "/static/site.js")
KEPT_APART = re.compile(r"^/(admin|log-out|static|media|take|documents)\b")


def faults(page: str) -> list[str]:
    """What of a page could run: scripts that are not ours, handlers, addresses that are programs."""
    found = []
    whole = lxml.html.document_fromstring(page)
    policy = " ".join(whole.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
    for element in whole.iter(lxml.etree.Element):
        source = element.get("src", "")
        ours = source.startswith(SCRIPTS) or (not source and named(element.text or "") in policy)
        if element.tag == "script" and element.get("type") != "application/ld+json" and not ours:
            found.append(lxml.html.tostring(element)[:200].decode())
        found += [f"{element.tag} {name}" for name in element.attrib if name.lower().startswith("on")]
        told = " ".join(element.get(name, "") for name in ("href", "src", "action", "formaction"))
        if "javascript:" in told.replace(" ", "").lower() or element.tag in ("iframe", "object", "embed", "base"):
            found.append(f"{element.tag} {told}")
    return found


def named(script: str) -> str:
    """How the policy of a one-file page names the one script that it lets run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def body(reply: Any) -> str:
    return (b"".join(reply.streaming_content) if reply.streaming else reply.content).decode()


def crawl(client: Any, start: str = "/") -> dict[str, str]:
    """Every page of the site that this visitor is led to, by its address."""
    pages: dict[str, str] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in pages or len(pages) > 60:
            continue
        reply = client.get(address)
        if reply.status_code == 200 and reply["Content-Type"].startswith("text/html"):
            pages[address] = body(reply)
            for link in lxml.html.document_fromstring(pages[address]).xpath("//a/@href"):
                link = str(link).split("#")[0].removeprefix("http://testserver").removeprefix("http://localhost")
                if link.startswith("/") and not link.startswith("//") and not KEPT_APART.match(link):
                    waiting.append(link)
    return pages


def forms(pages: dict[str, str]) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Every form that sends something, once: where to, what it says of itself, which fields somebody writes into."""
    seen = set()
    for address, page in pages.items():
        for form in lxml.html.document_fromstring(page).forms:
            action = (form.get("action") or address).split("#")[0]
            told = {name: value or "" for name, value in form.form_values()}
            writing = [
                one.name
                for one in form.xpath(".//textarea | .//input")
                if one.name and one.get("type", "text") in ("text", "search", "email", "date")
            ]
            key = (re.sub(r"[0-9a-f-]{36}", "", action), tuple(sorted(writing)))
            if form.method.upper() == "POST" and key not in seen and not KEPT_APART.match(action):
                seen.add(key)
                yield action, told, writing


@pytest.fixture(scope="module")
def poisoned(person: Callable[..., Any]) -> Any:
    """An article whose author, reviewers, question, title, sources (title, authors, journal, abstract, table, headings)
    and references all hold hostile words."""
    import sys

    sys.path.insert(0, str(Path(__file__).parents[1] / "publish"))
    import sample_answer

    from probatum.model import Answer
    from probatum.model.wire import decode, encode
    from probatum.publish.site.articles import content
    from probatum.publish.site.articles.models import ArticlePage, SourceVersion, TextPage
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    told = json.loads(encode(sample_answer.sample()))
    told["title"] = HOSTILE
    told["question"] |= {"typed": HOSTILE, "read": HOSTILE, "population": HOSTILE}
    for reference in told["references"]:
        reference["citation"] = HOSTILE
    for section in told["sections"]:
        for statement in section["statements"]:
            statement["text"], statement["plain"] = f"{statement['text']} {HOSTILE}", HOSTILE
    answer = decode(json.dumps(told), Answer, sample_answer.find)
    people = [
        person(name, role) for name, role in (("xavier", "author"), ("xenia", "reviewer"), ("xerxes", "reviewer"))
    ]
    for one in people:
        one.user.first_name, one.user.credentials = HOSTILE[:150], HOSTILE[:120]
        one.user.save()
    page = making.create(answer, people[0].user)
    for row in SourceVersion.objects.filter(record__startswith="pmid:9000"):
        record = json.loads(bytes(row.data))
        record |= {"title": HOSTILE, "authors": [HOSTILE], "journal": HOSTILE, "origin": HOSTILE}
        for section in record["sections"]:
            section["text"], section["heading"] = section["text"] + HOSTILE, HOSTILE
        SourceVersion.objects.filter(pk=row.pk).update(data=json.dumps(record).encode())
    content.find.cache_clear()
    making.act(making.draft(page.key), Action.SUBMITTED, people[0].user)
    for one in people[1:]:
        for action in (Action.DECLARED, Action.OPENED):
            making.act(making.draft(page.key), action, one.user)
    decision = {"decision": "approve", "reason": HOSTILE, "checked": [HOSTILE]}
    making.act(making.draft(page.key), Action.REVIEWED, people[1].user, decision, PASSWORD)
    _edit_board(person("an-editor", "superuser"), TextPage.objects.get(slug="medical-board").pk)
    assert trail.steps(page.key)
    return ArticlePage.objects.get(pk=page.pk)


def _edit_board(client: Any, page: int) -> None:
    """Publish the page of the board with hostile words and a link that is a program, through the editor's own form."""
    from wagtail.test.utils.form_data import inline_formset, nested_form_data

    link = {"offset": 0, "length": 10, "key": 0}
    block = {"key": "a", "text": HOSTILE, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "data": {}}
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(7)"}}
    told = {"blocks": [{**block, "entityRanges": [link]}], "entityMap": {"0": entity}}
    form = {"title": HOSTILE[:255], "slug": "medical-board", "body": json.dumps(told), "comments": inline_formset([])}
    reply = client.post(f"/admin/pages/{page}/edit/", nested_form_data({**form, "action-publish": "1"}))
    assert reply.status_code == 302


@pytest.mark.parametrize("who", ["anybody", "author", "reviewer", "superuser"])
def test_hostile_words_in_every_field_and_source_stay_words(
    who: str, poisoned: Any, person: Callable[..., Any]
) -> None:
    from django.test import Client

    client = Client() if who == "anybody" else person(f"writer-{who}", who)
    pages = crawl(client)
    pages |= {one: body(client.get(one)) for one in (poisoned.url, f"{poisoned.url}?reader=patient")}
    sent = 0
    for action, told, writing in list(forms(pages)):
        reply = client.post(action, {**told, **dict.fromkeys(writing, HOSTILE), "password": PASSWORD}, follow=True)
        assert reply.status_code < 500, action
        if reply["Content-Type"].startswith("text/html"):
            pages[f"reply of {action}"] = body(reply)
        sent += bool(writing)
    pages |= {f"{address} again": page for address, page in crawl(client).items()}
    assert sent >= 3 and any("&lt;script&gt;alert(7)" in page for page in pages.values()), "the words do come back"
    found = {address: wrong for address, page in pages.items() if (wrong := faults(page))}
    assert found == {}
    assert not any("<p>49" in page or "alert(7)49" in page for page in pages.values()), "no template runs"


@pytest.mark.parametrize("kind", ["md", "html", "txt"])
def test_a_hostile_upload_stays_words(site: object, kind: str) -> None:
    from django.test import Client

    text = f"# {HOSTILE}\n\nMexiletine lowered cramps {HOSTILE} [1].\n\n## References\n\n1. {HOSTILE} PMID: 26911633\n"
    file = io.BytesIO(text.encode() if kind != "html" else f"<html><body><p>{text}</p></body></html>".encode())
    file.name = f"{HOSTILE.replace('/', '')}.{kind}"
    reply = Client().post("/audit/", {"file": file})
    told = lxml.html.document_fromstring(reply.content.decode())
    assert reply.status_code == 200
    assert len(told.xpath("//script")) == 1, "its own, which its policy names by hash"
    assert not told.xpath("//img | //iframe | //*[@onerror or @onload] | //a[starts-with(@href, 'javascript')]")


PROBES = (
    "' OR 1=1 --",
    '"; DROP TABLE accounts_user; --',
    "1 UNION SELECT password FROM accounts_user",
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "//evil.example/",
    "https://evil.example/",
    "\\\\evil.example",
    "\r\nLocation: https://evil.example/",
    "{{7*7}}",
    "😀" * 50,
    "9" * 400,
)
FIELDS = ("q", "version", "sentence", "old", "new", "next", "back", "reader", "p", "limit", "offset", "code", "state")
EXAMPLE = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "int": "1",
    "uuidstr": "00000000-0000-4000-8000-000000000000",
}


def paths() -> list[str]:
    """Every address that is not the admin's, with a place for a probe where it takes words."""
    made = []
    for _, pattern, _ in addresses():
        if not pattern.startswith(("admin/", "django-admin/")) and "(?P" not in pattern and "^" not in pattern:
            made.append("/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: f"<{m.group(1) or 'str'}>", pattern))
    return sorted(set(made))


def test_no_probe_breaks_an_address_or_leads_away_from_it(site: object, person: Callable[..., Any]) -> None:
    from urllib.parse import quote

    from probatum.publish.site.accounts.models import User
    from probatum.publish.site.api.models import Scope, Token

    client, people = person("prober", "superuser"), User.objects.count()
    token = Token.create(client.user, "probe", list(Scope))
    headers = {"Authorization": f"Bearer {token}"}
    tried = 0
    for path in paths():
        if path.startswith(("/log-out/", "/ask/", "/log-in/organisation/")):
            continue
        for number, probe in enumerate(PROBES):
            filled = re.sub(r"<(?:str|path)>", quote(probe, safe="").replace("\\", r"\\"), path)
            filled = re.sub(r"<(\w+)>", lambda m: EXAMPLE[m[1]], filled)
            told = dict.fromkeys(FIELDS, probe)
            replies = [client.get(filled, told, headers=headers)]
            if number < 4 and not path.startswith(("/api/", "/me/")):
                replies.append(client.post(filled, told))
            for reply in replies:
                tried += 1
                assert reply.status_code < 500, (filled, probe)
                where = reply.headers.get("Location", "")
                assert not where.startswith(("//", "\\", "http")), (filled, probe, where)
    assert tried > 300 and User.objects.count() == people


def test_an_injected_condition_finds_no_more_than_words_that_are_nowhere(site: object) -> None:
    from django.test import Client

    def found(words: str) -> int:
        return body(Client().get("/articles/", {"q": words})).count('<p class="typed-small">')

    assert found("' OR 1=1 --") == found("%' OR '%'='") == found("zzqqxx") == 0


def test_what_is_sent_must_be_of_a_size_and_kind_that_somebody_would_send(site: object, person: Any) -> None:
    from django.test import Client

    large = io.BytesIO(b"x" * 2_500_000)
    large.name = "large.txt"
    assert Client().post("/audit/", {"file": large}).status_code == 400
    assert Client().post("/audit/", {"text": "x" * 2_600_000}).status_code == 400
    huge = io.BytesIO(b"x" * 3_100_000)
    huge.name = "huge.txt"
    assert Client().post("/audit/", {"file": huge}).status_code == 413, "nothing of it is written to disk"
    bomb = io.BytesIO()
    import zipfile

    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b"<a>" + b" " * 300_000_000 + b"</a>")
    bomb.seek(0)
    bomb.name = "bomb.docx"
    reply = Client().post("/audit/", {"file": bomb})
    assert reply.status_code == 400 and "P831" in reply.content.decode()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_methods_that_no_page_knows_are_refused(site: object, method: str) -> None:
    from django.test import Client

    assert Client().generic(method, "/").status_code == 405
    assert Client().generic("PUT", "/api/v1/answers")["Content-Type"] == "application/problem+json"


def test_the_api_takes_json_alone(site: object, person: Callable[..., Any]) -> None:
    from django.test import Client

    from probatum.publish.site.api.models import Scope, Token

    headers = {"Authorization": f"Bearer {Token.create(person('prober', 'superuser').user, 'json', list(Scope))}"}
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml"):
        reply = Client().post("/api/v1/audits", '{"text": "x"}', content_type=kind, headers=headers)
        assert reply.status_code == 415
    reply = Client().get("/api/v1/library", headers=headers)
    assert reply["Content-Disposition"] == 'attachment; filename="api.json"' and reply["Cache-Control"] == "no-store"
