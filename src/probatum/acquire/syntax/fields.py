"""The fields a term can be tagged with, and the names PubMed gives them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """Where a term is looked for; the value is PubMed's short tag."""

    ALL = "all"
    """Title, abstract, headings and keywords. Untagged terms look here and by the concept's other names."""
    TITLE = "ti"
    TITLE_ABSTRACT = "tiab"
    ABSTRACT = "ab"
    TEXT_WORD = "tw"
    MESH = "mh"
    """A heading or one narrower than it."""
    MESH_ALONE = "mh:noexp"
    SUBSTANCE = "nm"
    KEYWORD = "ot"
    AUTHOR = "au"
    FIRST_AUTHOR = "1au"
    LAST_AUTHOR = "lastau"
    JOURNAL = "ta"
    DATE = "dp"
    PUBLICATION_TYPE = "pt"
    LANGUAGE = "la"
    PMID = "pmid"
    IDENTIFIER = "aid"
    """DOI, PMC number, publisher's number."""
    REGISTRATION = "si"
    """A trial's registration number."""
    VOLUME = "vi"
    ISSUE = "ip"
    PAGES = "pg"


TEXT: Final = frozenset({Field.ALL, Field.TITLE, Field.TITLE_ABSTRACT, Field.ABSTRACT, Field.TEXT_WORD, Field.KEYWORD})
"""Fields whose words the full-text index holds."""

HEADINGS: Final = frozenset({Field.MESH, Field.MESH_ALONE, Field.SUBSTANCE})

_NAMES: Final[dict[Field, str]] = {
    Field.ALL: "all|all fields|any",
    Field.TITLE: "ti|title",
    Field.TITLE_ABSTRACT: "tiab|title/abstract|title and abstract",
    Field.ABSTRACT: "ab|abstract",
    Field.TEXT_WORD: "tw|text word|text words",
    Field.MESH: "mh|mesh|mesh terms|mesh term|mesh:exp|mh:exp|majr|mesh major topic",
    Field.MESH_ALONE: "mh:noexp|mesh:noexp|mesh terms:noexp|majr:noexp|mesh major topic:noexp",
    Field.SUBSTANCE: "nm|supplementary concept|substance name|rn|ec/rn number|pa|pharmacological action",
    Field.KEYWORD: "ot|other term|keyword|kw",
    Field.AUTHOR: "au|author|fau|full author name|cn|corporate author",
    Field.FIRST_AUTHOR: "1au|first author|author - first",
    Field.LAST_AUTHOR: "lastau|last author|author - last",
    Field.JOURNAL: "ta|journal|jour|source|so",
    Field.DATE: "dp|pdat|date - publication|publication date|date of publication|edat|crdt|date - entry|date - create"
    "|date - completion|dcom|epdat|ppdat",
    Field.PUBLICATION_TYPE: "pt|publication type|ptyp",
    Field.LANGUAGE: "la|lang|language",
    Field.PMID: "pmid|uid",
    Field.IDENTIFIER: "aid|doi|lid|location id|article identifier|pmc|pmcid",
    Field.REGISTRATION: "si|secondary source id",
    Field.VOLUME: "vi|volume",
    Field.ISSUE: "ip|issue",
    Field.PAGES: "pg|pagination|page",
}

FIELDS: Final[dict[str, Field]] = {name: field for field, names in _NAMES.items() for name in names.split("|")}
"""Tag in lower case -> field."""
