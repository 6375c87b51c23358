"""Text in PubMed's syntax read into an Expression."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.acquire.syntax.dates import date_range
from probatum.acquire.syntax.fields import FIELDS, Field
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or
from probatum.errors import ProbatumError
from probatum.text.expressions import expression

LONGEST: Final = 20_000
"""Characters of a search. Published systematic reviews' longest strategies have a few thousand."""
DEEPEST: Final = 50
"""Brackets in brackets."""
MOST_TERMS: Final = 1_000
MOST_TURNS: Final = 200
"""Changes between AND, OR and NOT outside brackets: each is a level of the tree."""

_TOKEN: Final = expression(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<operator>AND|OR|NOT)(?=[\s()]|\Z)|(?P<tag>\[[^\[\]]*\])"
    r'|"(?P<phrase>[^"]*)"|(?P<word>[^\s()\[\]"]+))'
)
_TAGGED: Final = expression(r"\[\s*([a-z0-9][a-z0-9 /:~-]*?)\s*\]", re.IGNORECASE)
_OPERATOR: Final = expression(r"(?:^|[\s)\]\"])(AND|OR|NOT)(?=[\s(\"])")
_TRUNCATED: Final = expression(r"[^\W_]{3,}\*(?=[\s\])\"]|\Z)")
_NEAR: Final = expression(r":~(\d{1,3})\Z")


class Token(NamedTuple):
    """A piece of the text: its sort (group of `_TOKEN`), its words and where it begins."""

    sort: str
    text: str
    at: int


def is_syntax(text: str) -> bool:
    """True when a text is written in PubMed's syntax and not in plain words.

    A known field tag, an operator in capitals (in a text that is not all in capitals), or a truncated word decides. A
    quoted phrase alone does not: people quote in questions too.
    """
    if any(_field(found[1]) is not None for found in _TAGGED.finditer(text)):
        return True
    if _TRUNCATED.search(text):
        return True
    operators = len(_OPERATOR.findall(text))
    rest = _OPERATOR.sub(" ", text)
    lower = any(c.islower() for c in rest)
    return bool(operators) and lower


def parse(text: str, *, today: str = "") -> Expression:
    """The expression a text stands for. `today` (ISO date) is what `"last 5 years"[dp]` counts from.

    Raises ProbatumError P330 with the place and the reason when it cannot be read, P331 for an unknown tag.
    """
    if len(text) > LONGEST:
        raise _unread(LONGEST, f"it is longer than {LONGEST:,} characters")
    return _Reader(_tokens(text), today).whole()


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            stop = text[at:].lstrip()[:1]
            why = "a quotation mark is not closed" if stop == '"' else f"{stop!r} has no partner"
            raise _unread(at, why)
        sort = match.lastgroup or ""
        found.append(Token(sort, match[sort], match.start(sort)))
        at = match.end()
    return found


class _Reader:
    """Recursive descent over the tokens. Operators bind alike, from left to right, as in PubMed."""

    def __init__(self, tokens: list[Token], today: str) -> None:
        self.tokens, self.today = tokens, today
        self.at = self.depth = self.terms = self.turns = 0

    def whole(self) -> Expression:
        if not self.tokens:
            raise _unread(0, "there is nothing to look for")
        made = self.expression()
        if self.at < len(self.tokens):
            raise _unread(self.tokens[self.at].at, "a closing bracket has no partner")
        return made

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def expression(self) -> Expression:
        left = self.operand("")
        before = ""
        while (token := self.peek()) is not None and token.sort != "close":
            operator = "AND"
            if token.sort == "operator":
                operator = token.text
                self.at += 1
                # `a AND NOT b` is `a NOT b`
                following = self.peek()
                if operator == "AND" and following is not None and following[:2] == ("operator", "NOT"):
                    operator = "NOT"
                    self.at += 1
            self.turns += operator != before or operator == "NOT"
            if self.turns > MOST_TURNS:
                raise _unread(
                    token.at, f"AND, OR and NOT follow one another more than {MOST_TURNS} times; use brackets"
                )
            before = operator
            left = joined(operator, left, self.operand(operator))
        return left

    def operand(self, after: str) -> Expression:
        token = self.peek()
        if token is None:
            raise _unread(self.tokens[-1].at, f"nothing follows {after}")
        if token.sort == "open":
            return self.bracketed(token)
        if token.sort in ("operator", "close", "tag"):
            what = {"operator": f"{token.text} has nothing before it", "close": "a bracket is empty or has no partner"}
            raise _unread(token.at, what.get(token.sort, f"the tag {token.text} has no term before it"))
        return self.term()

    def bracketed(self, token: Token) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _unread(token.at, f"brackets lie more than {DEEPEST} deep")
        self.at += 1
        made = self.expression()
        closing = self.peek()
        if closing is None:
            raise _unread(token.at, "a bracket is not closed")
        self.at += 1
        self.depth -= 1
        return made

    def term(self) -> Expression:
        """A phrase, or words up to the next tag, operator or bracket."""
        first = self.tokens[self.at]
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise _unread(first.at, f"it has more than {MOST_TERMS:,} terms")
        self.at += 1
        words = [first.text]
        quoted = first.sort == "phrase"
        if not quoted:
            while (token := self.peek()) is not None and token.sort == "word":
                words.append(token.text)
                self.at += 1
        text = " ".join(" ".join(words).split())
        if not any(c.isalnum() for c in text):
            raise _unread(first.at, "a term has no letter or digit")
        token = self.peek()
        if token is None or token.sort != "tag":
            return _ranged(text) or Leaf(text, phrase=quoted)
        self.at += 1
        return _tagged(text, token, quoted, self.today)


def _tagged(text: str, tag: Token, quoted: bool, today: str) -> Leaf:
    name = tag.text[1:-1].strip().lower()
    near = _NEAR.search(name)
    field = _field(name)
    if field is None:
        raise ProbatumError("P331", tag=tag.text, place=tag.at + 1, known=", ".join(f"[{f.value}]" for f in Field))
    if field is Field.DATE:
        low, high = date_range(text, today) or _bad_date(text, tag)
        return Leaf(text, field, tagged=True, low=low, high=high)
    return Leaf(text, field, tagged=True, phrase=quoted, near=int(near[1]) if near and quoted else None)


def _bad_date(text: str, tag: Token) -> tuple[str, str]:
    raise _unread(tag.at, f"{text!r} is no date or range (2020, 2015:2020, 2020/05/01:2021)")


def _ranged(text: str) -> Leaf | None:
    """An untagged range of years is a range of dates."""
    found = date_range(text, "") if re.fullmatch(r"\d{4}(?:/\d{1,2}){0,2}:\d{4}(?:/\d{1,2}){0,2}", text) else None
    return Leaf(text, Field.DATE, tagged=True, low=found[0], high=found[1]) if found else None


def _field(name: str) -> Field | None:
    plain = _NEAR.sub("", " ".join(name.lower().split()))
    return FIELDS.get(plain)


def joined(operator: str, left: Expression, right: Expression) -> Expression:
    """Two expressions joined; a chain of one operator becomes one node."""
    if operator == "NOT":
        return Not(left, right)
    if operator == "AND":
        return And((*left.parts, right)) if isinstance(left, And) else And((left, right))
    return Or((*left.parts, right)) if isinstance(left, Or) else Or((left, right))


def _unread(at: int, why: str) -> ProbatumError:
    return ProbatumError("P330", place=at + 1, why=why)
