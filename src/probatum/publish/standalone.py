"""A page that is one file: its style and script stand in it, and its own policy lets nothing in and nothing out."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from probatum.publish.markup import Html, el, raw


def asset(name: str) -> str:
    """A style sheet or script of ours."""
    return files("probatum.publish").joinpath("assets", name).read_text(encoding="utf-8")


def document(title: str, body: Html, *, style: str, script: str = "", generator: str = "") -> str:
    """The whole HTML document; the policy names the very style and script by digest, so that no other is ever run.

    `body` holds the script itself, where there is one.
    """
    scripts = f"script-src {_digest(script)}; " if script else ""
    policy = f"default-src 'none'; style-src {_digest(style)}; {scripts}base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content=generator) if generator else "",
        el("title", title),
        raw("style", style),
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{head}\n{body}\n</html>\n'


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
