"""Searches in PubMed's syntax: field tags, Boolean operators, phrases, truncation, date ranges, MeSH.

`parse(text)` gives an `Expression`, a `Matcher` decides whether a record meets it, `find` searches a library by it.
A word or phrase means what it means in PubMed (PubMed User Guide, https://pubmed.ncbi.nlm.nih.gov/help/): operators
in capitals, read from left to right; a tag in brackets says where to look; untagged words are looked for in title,
abstract, headings and keywords, and by the other names of the concept they name.
"""

from probatum.acquire.syntax.fields import FIELDS, Field
from probatum.acquire.syntax.finding import Found, find
from probatum.acquire.syntax.matching import Matcher
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or
from probatum.acquire.syntax.parsing import is_syntax, parse

__all__ = [
    "FIELDS", "And", "Expression", "Field", "Found", "Leaf", "Matcher", "Not", "Or", "find", "is_syntax", "parse",
]  # fmt: skip
