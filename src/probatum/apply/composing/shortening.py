"""Shortening: a line of a label or a guideline in fewer words, none of them new.

What goes is what a line can do without: the medicine's name behind its label, a reason, examples that the question does
not name, and clauses on what it does not tell. Words that are quoted are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

import msgspec

from probatum.apply import fitting
from probatum.apply.composing.narrowing import PAIR, VERB
from probatum.apply.context import Context
from probatum.apply.labels.kinship import kin
from probatum.apply.plainly import plain as plainly
from probatum.model import Kind, Statement
from probatum.text.expressions import caseless

_LABEL: Final = caseless(r"\((?P<label>(?:[A-Z]{2} )?label) of (?P<drug>[^()]{3,40})\)")
_REASON: Final = caseless(r",? because(?: of)? [^;:().]{3,200}(?=[;.]|$)")
_ITEM: Final = rf"(?!{VERB}\b)[^,;:().]{{2,50}}?"
_EXAMPLES: Final = caseless(
    rf",? such as (?P<some>{_ITEM}(?:, {_ITEM}){{0,12}}(?:,? (?:and|or) {_ITEM})?)"
    rf"(?=[;:.]|,? {VERB}\b|, (?:at|in|for|with|when|if)\b|$)"
)
_ASIDE: Final = re.compile(r" \([A-Za-z][^()\d]{8,90}\)")
_BETWEEN: Final = re.compile(r", (?:and |or )?| (?:and|or) ")
_GOES_ON: Final = caseless(
    rf"\b{VERB}\b|\b(?:who|which|that|when|if|unless|because|in|after|within|together|with|for|as|plus|to)\b"
)
_AMOUNT: Final = caseless(r"\d\s?(?:mg|g|ml|mcg|micrograms?|units?|mmol|%|IU|minutes?|hours?|days?|weeks?|months?)\b")
_TO_DO: Final = caseless(r"\b(?:should|must|needs? to|is (?:not )?(?:given|stopped|started|advised|recommended))\b")
_QUOTES: Final = "\u201c"


class Told(NamedTuple):
    """What a question names: medicines, illnesses and values, each with its names."""

    names: tuple[tuple[str, ...], ...]
    context: Context

    def has(self, text: str) -> bool:
        """Whether a piece of text names any of it."""
        patient = self.context.question.patient
        return bool(fitting.takes(text, patient) or fitting.names_one(text, self.names))


Way = Callable[[str, Told], str]
"""How a line is shortened."""


def told(context: Context) -> Told:
    """What the question of a context names, but for the medicine that every line is about."""
    own = set() if context.combined else set(context.named)
    names = [(c.text, c.label, *c.synonyms[:8]) for c in context.question.concepts if c.id and c.label not in own]
    names += [(name,) for name in context.question.patient.conditions]
    return Told(tuple(names), context)


def shortened(one: Statement, way: Way, named: Told) -> Statement:
    """A line of a label or a guideline in fewer words, for every reader; the line itself where it is none, or whole."""
    if one.kind is not Kind.DIRECTIVE or _QUOTES in one.text:
        return one
    if (pair := PAIR.match(one.text)) is not None:
        both = tuple((name, *kin(name)) for name in (pair["one"].lower(), pair["other"].lower()))
        named = named._replace(names=(*named.names, *both))
    text = way(one.text, named)
    if text == one.text:
        return one
    return msgspec.structs.replace(one, text=text) if way is label_once else _with_text(one, text)


def label_once(text: str, named: Told) -> str:
    """A line without the medicine's name behind its label, where the line names that medicine and no other; where
    others are taken, each line says of which its label is."""
    found = _LABEL.search(text)
    if found is None or PAIR.match(text) or named.context.question.patient.drugs:
        return text
    rest = f"{text[: found.start()]}{text[found.end() :]}"
    if found["drug"].lower() not in rest.lower():
        return text
    return f"{text[: found.start()]}({found['label']}){text[found.end() :]}"


def no_aside(text: str, named: Told) -> str:
    """A line without what it adds in brackets behind its first words, where that is no figure and nothing told."""
    lead, colon, said = text.partition("): ")
    return f"{lead}{colon}{_ASIDE.sub(lambda m: m[0] if named.has(m[0]) else '', said)}" if colon else text


def no_reason(text: str, named: Told) -> str:
    """A line without its reasons."""
    return _REASON.sub(lambda m: m[0] if named.has(m[0]) else "", text)


def no_examples(text: str, named: Told) -> str:
    """A line with no examples but those that the question names; as it was where more than examples stands there."""

    def fewer(found: re.Match[str]) -> str:
        items = _BETWEEN.split(found["some"])
        kept = [item for item in items if named.has(item)]
        if len(kept) == len(items) or any(map(_GOES_ON.search, items)):
            return found[0]
        return f" such as {' and '.join(kept)}" if kept else ""

    return _EXAMPLES.sub(fewer, text)


_CHOICE: Final = "Of these"
"""How a line opens that says which of several is barred, and behind it what is left."""
_POINTS_BACK: Final = caseless(
    r"^(?:they|this|these|that|then)\b|\b(?:it|then|such|both|its|their|the same|otherwise)\b"
)
"""Words by which a clause needs the one before it."""
_CRITERIA: Final = caseless(r"\bat least \d|\bof these\b")
"""Criteria by which another dose is chosen."""
_BOUND_TO_IT: Final = caseless(
    r"\b(?:max\w*|not (?:more|exceed)\w*|second dose|no more than|up to|repeat\w*|then|stop\w*)\b"
)
"""What a clause speaks of that belongs to the dose before it."""


def fewer_clauses(one: Statement, named: Told) -> list[Statement]:
    """A line of a label or a guideline without its last clause, its last two and so on, as far as its first; with those
    alone that name what is told; and with those that say what is to be done. The most of a dose, and what follows on
    it, stays with it."""
    lead, colon, said = one.text.rstrip(".").partition("): ")
    clauses = said.split("; ") if colon and one.kind is Kind.DIRECTIVE and _QUOTES not in one.text else []
    if len(clauses) < 2 or one.text.startswith(_CHOICE) or any(c.count("(") != c.count(")") for c in clauses):
        return []
    kept = max((n for n, c in enumerate(clauses) if named.has(c)), default=0)  # what is told of stays
    parts = [clauses[:n] for n in range(len(clauses) - 1, kept, -1) if not _is_bound(clauses[n])]
    if not any(map(_is_bound, clauses)) and not any(map(_POINTS_BACK.search, clauses[1:])):
        parts += [[c for c in clauses if named.has(c)], [c for c in clauses if _TO_DO.search(c)]]
    acts = any(map(_TO_DO.search, clauses))  # what is to be done stays, whatever else is left out
    parts = [part for part in parts if 0 < len(part) < len(clauses) and (not acts or any(map(_TO_DO.search, part)))]
    return [_with_text(one, f"{lead}{colon}{'; '.join(part)}.") for part in parts]


def _is_bound(clause: str) -> bool:
    return bool(_CRITERIA.search(clause) or (_BOUND_TO_IT.search(clause) and _AMOUNT.search(clause)))


def _with_text(one: Statement, text: str) -> Statement:
    """A line with other words, and those in plain words behind how its plain words began."""
    easy = plainly.noted(plainly.easy(text))
    lead, colon, _ = one.plain.partition("): ")
    said = easy.partition("): ")[2]
    easy = f"{lead}{colon}{said}" if colon and said else easy
    return msgspec.structs.replace(one, text=text, plain=easy if easy != text else "")


WAYS: Final[tuple[Way, ...]] = (label_once, no_reason, no_aside, no_examples)
"""Ways to shorten a line, those first that cost least."""
