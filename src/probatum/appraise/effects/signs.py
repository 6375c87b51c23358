"""Features of a sentence or row, told relative to what is asked: arms and outcome are replaced by their tags.

Nothing of the source's own names remains in a feature; only the common words of comparing stand beside the tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probatum.appraise.effects import comparing, tokens
from probatum.appraise.effects.candidates import Candidate
from probatum.appraise.effects.comparing import Reading, Vote
from probatum.appraise.effects.sides import Sides
from probatum.text import sentences


def reading(text: str, told: Sequence[tokens.Token], sides: Sides) -> Reading:
    """A text with its tokens tagged."""
    return Reading(text, told, sides.tags(told))


def of(candidate: Candidate, sides: Sides) -> dict[str, float]:
    """The features of one candidate."""
    whole = reading(candidate.text, candidate.tokens, sides)
    made: dict[str, float] = {}
    if candidate.row:
        for name in _row(candidate, sides):
            made[f"row {name}"] = 1.0
        return made
    unwanted = bool(sides.outcome & comparing.UNWANTED)
    for name in _sentence(whole, unwanted):
        made[name] = made.get(name, 0.0) + 1.0
    part = _clause(whole)
    if part is not whole:
        for name in _sentence(part, unwanted):
            made["c " + name] = 1.0
    else:
        made.update({"c " + n: 1.0 for n in tuple(made)})
    return {n: min(v, 2.0) for n, v in made.items()}


def _clause(whole: Reading) -> Reading:
    """The clause that names the outcome most; the whole where there is but one, or none names it."""
    found = sentences.clauses(whole.text)
    if len(found) < 2:
        return whole
    best, most = (0, len(whole.text)), 0
    for start, end in found:
        named = sum(tag == "O" and start <= t.start < end for t, tag in zip(whole.tokens, whole.tags, strict=True))
        if named > most:
            best, most = (start, end), named
    if not most:
        return whole
    inside = [i for i, t in enumerate(whole.tokens) if best[0] <= t.start < best[1]]
    shifted = [
        whole.tokens[i]._replace(start=whole.tokens[i].start - best[0], end=whole.tokens[i].end - best[0])
        for i in inside
    ]
    return Reading(whole.text[best[0] : best[1]], shifted, tuple(whole.tags[i] for i in inside))


def _sentence(told: Reading, unwanted: bool) -> Iterator[str]:
    judged = sorted(set(comparing.judged(told.text)))
    firm = (
        "ns"
        if any(j.endswith(("_ns", "not_significant")) for j in judged)
        else "sig"
        if any(j.endswith(("_sig", "_significant")) for j in judged)
        else "?"
    )
    mixed = firm == "ns" and any(j in ("p_sig", "says_significant", "ci_sig") for j in judged)
    firm = "mixed" if mixed else firm
    yield f"firm {firm}"
    yield from judged
    if len(judged) > 1:
        yield "+".join(judged)
    cast = tuple(comparing.votes(told))
    yield from _voted(told, cast, firm, unwanted)
    for sign, how in comparing.pairs(told):
        yield f"pair {how} {sign}"
        yield f"pair {sign} {firm}"
    yield from _grams(told)


def _voted(told: Reading, cast: Sequence[Vote], firm: str, unwanted: bool) -> Iterator[str]:
    named = [i for i, t in enumerate(told.tags) if t == "O"]
    total = 0.0
    for vote in cast:
        near = min((abs(i - vote.at) for i in named), default=99)
        close = "near" if near <= 4 else "far" if near <= 12 else "off"
        kind = vote.way if vote.way in ("up", "down") else f"{vote.way}{'-' if unwanted else ''}"
        told_as = f"{kind} {vote.arm or '?'} {'not' if vote.denied else ''}"
        yield f"vote {told_as}"
        yield f"vote {told_as} {vote.how}"
        yield f"vote {told_as} {close}"
        yield f"vote {told_as} {firm}"
        if not vote.denied:
            flip = -1 if unwanted and vote.way in ("good", "bad") else 1
            total += (vote.sign or comparing.SIGN[vote.way] * 0.5) * flip * (2.0 if close == "near" else 1.0)
    sign = "up" if total > 0 else "down" if total < 0 else "even" if cast else "none"
    yield f"sum {sign}"
    yield f"sum {sign} {firm}"


KEPT = 3
"""Longest run of words taken as one feature."""


def _grams(told: Reading) -> Iterator[str]:
    """Runs of words, with names as tags, figures and p values as signs; runs of one repeated tag count once."""
    seen: list[str] = []
    for token, tag in zip(told.tokens, told.tags, strict=True):
        sign = (
            f"<{tag}>"
            if tag in ("I", "C", "O", "S")
            else "#%"
            if token.low.endswith("%")
            else "#"
            if token.number
            else _common(token)
        )
        if not (seen and seen[-1] == sign and sign[0] in "<#_"):
            seen.append(sign)
    seen = ["^", *seen, "$"]
    for n in range(1, KEPT + 1):
        for i in range(len(seen) - n + 1):
            gram = seen[i : i + n]
            if any(g != "_" for g in gram) and gram[0] != "_" and gram[-1] != "_":
                yield " ".join(gram)


COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "with",
        "for",
        "than",
        "and",
        "or",
        "to",
        "by",
        "at",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "had",
        "has",
        "have",
        "did",
        "do",
        "does",
        "not",
        "no",
        "nor",
        "neither",
        "but",
        "however",
        "although",
        "while",
        "whereas",
        "between",
        "among",
        "both",
        "all",
        "either",
        "each",
        "there",
        "it",
        "this",
        "that",
        "these",
        "those",
        "we",
        "compared",
        "versus",
        "vs",
        "relative",
        "respectively",
        "after",
        "before",
        "during",
        "from",
        "as",
        "also",
        "only",
        "significant",
        "significantly",
        "non-significant",
        "nonsignificant",
        "insignificant",
        "statistically",
        "significance",
        "difference",
        "differences",
        "differ",
        "differed",
        "different",
        "similar",
        "comparable",
        "same",
        "equal",
        "equivalent",
        "unchanged",
        "change",
        "changed",
        "changes",
        "effect",
        "effects",
        "affect",
        "affected",
        "influence",
        "association",
        "associated",
        "trend",
        "tended",
        "tendency",
        "reach",
        "reached",
        "borderline",
        "marginal",
        "slightly",
        "p",
        "p-value",
        "ns",
        "found",
        "observed",
        "showed",
        "show",
        "shown",
        "seen",
        "noted",
        "reported",
        "detected",
        "occurred",
        "group",
        "groups",
        "arm",
        "arms",
        "treatment",
        "patients",
        "evidence",
        "any",
        "reduction",
        "increase",
        "least",
        "less",
        "more",
        "clinically",
        "or",
        "hr",
        "rr",
        "ratio",
        "odds",
        "hazard",
        "risk",
        "ci",
        "interval",
        "confidence",
        "mean",
        "median",
        "overall",
        "superior",
        "inferior",
        "non-inferior",
        "noninferior",
        "(",
        ")",
        "<",
        ">",
        "=",
        "±",
        ";",
        ",",
        "≤",
        "≥",
        ":",
        "%",
    ]
)
"""Words that are kept as they stand."""


def _common(token: tokens.Token) -> str:
    way = comparing.WAYS.get(token.stem)
    if token.low in COMMON:
        return token.low
    return way.upper() if way else "_"


def _row(candidate: Candidate, sides: Sides) -> Iterator[str]:
    """Which arm's column holds the larger figure, and the p of the row."""
    cells = candidate.text.split("\t")
    held: dict[str, float] = {}
    firm = "?"
    for i, cell in enumerate(cells[1:], 1):
        head = candidate.head[i] if i < len(candidate.head) else ""
        told = tokens.read(cell)
        figures = [v for t in told if t.number and (v := comparing.value(t)) is not None]
        low = head.lower()
        if (
            (
                low.strip(" *").startswith(("p", "sig"))
                and (low.strip(" *-†‡§value()s") == "p" or "value" in low or "p " in low)
            )
            or "p-val" in low
            or "p val" in low
        ):
            firm = _p_cell(cell, figures, firm)
            continue
        if figures:
            tags = {t for t in sides.tags(tokens.read(head)) if t in ("I", "C")}
            if len(tags) == 1:
                negative = cell.strip().startswith(("-", "–", "−"))
                held.setdefault(tags.pop(), -figures[0] if negative else figures[0])
            elif any(w in low for w in ("ratio", "or ", "rr", "hr", "ci")):
                yield f"ratio {'up' if figures[0] > 1 else 'down'}"
    if firm == "?":
        found = sorted(set(comparing.judged(candidate.text)))
        firm = next((j.split("_")[1] for j in found if j.startswith(("p_", "ci_"))), "?")
    yield f"p {firm}"
    order = "?"
    if len(held) == 2:
        order = "up" if held["I"] > held["C"] else "down" if held["I"] < held["C"] else "even"
    yield f"order {order}"
    yield f"order {order} {firm}"
    if "*" in candidate.text:
        yield "star"
        yield f"star {order}"


def _p_cell(cell: str, figures: Sequence[float], before: str) -> str:
    """Significance as a cell of the p column has it; the first such column counts."""
    if before != "?":
        return before
    if not figures:
        return "ns" if "n" in cell.lower() and "s" in cell.lower() else "?"
    if "<" in cell or "≤" in cell:
        return "sig" if figures[0] <= 0.05 else "?"
    if ">" in cell or "≥" in cell:
        return "ns"
    return "sig" if figures[0] < 0.05 else "ns"
