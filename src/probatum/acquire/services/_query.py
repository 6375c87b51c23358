"""From a question to what may be asked of a service: ideas with their names, and nothing else.

Of a question only names that the vocabulary knows leave the machine, never the typed sentence: details of a person are
taken out before it is read (`text.personal`), and what is read from the rest is sent under the vocabulary's own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.acquire.services._boolean import leaves
from probatum.acquire.syntax import Expression, is_syntax, parse
from probatum.errors import ProbatumError
from probatum.model import Concept, Question, Role
from probatum.text import personal
from probatum.text.expressions import expression
from probatum.vocabulary import Term, Vocabulary

NAMES: Final = 6
"""Names of one concept that are sent."""

DRUG_NAMES: Final = 4
"""Names of one drug that are sent: papers seldom call a drug by a brand."""

RARE: Final = 100
"""Records of the vocabulary's reference corpus (about 20,000) in which a plain word may stand and be worth sending."""

IDEAS: Final = 2
"""Ideas that must all stand in a record. Outcomes are seldom named in abstracts, so that a third idea loses more
records than it saves reading: Cochrane Handbook for Systematic Reviews of Interventions, chapter 4 (section 4.4.2)."""

SHORTEST: Final = 4
"""Characters of a name that may be looked for in running text; shorter ones have too many meanings."""

_TAGGED: Final = expression(r"(?<=[\w\"*.)])\s?\[[A-Za-z][A-Za-z /-]{0,40}\]")
_QUOTED: Final = expression(r"\s*\"[^\"]+\"\s*")
_PLACES: Final = "Z"
"""First letter of the MeSH tree numbers of places, which are never sent."""


class Name(msgspec.Struct, frozen=True):
    """One name of an idea."""

    words: str
    mesh: bool = False
    """True for a MeSH heading or entry term."""


class Asked(msgspec.Struct, frozen=True):
    """What may be asked: a query typed in PubMed's syntax, or ideas read from a question."""

    typed: str = ""
    read: Expression | None = None
    """The typed query as it was understood; None when it has a tag that PubMed alone may know."""
    groups: tuple[tuple[Name, ...], ...] = ()
    """One group of names for each idea; a record should have all ideas."""
    conditions: tuple[str, ...] = ()
    """Preferred names of the conditions among them."""
    treatments: tuple[str, ...] = ()
    """Preferred names of drugs and procedures."""
    drugs: tuple[str, ...] = ()
    """Preferred names of all drugs that are named, those the patient takes included."""
    removed: tuple[tuple[str, str], ...] = ()
    """What was taken out as personal: (words, kind). It stays on the machine."""

    @property
    def empty(self) -> bool:
        """True when there is nothing to ask."""
        return not (self.typed or self.groups or self.drugs)


def typed_query(text: str, vocabulary: Vocabulary) -> Asked | None:
    """A text in PubMed's syntax as it is, but for details of a person, with the drugs it names; None for a text that is
    none.

    Raises ProbatumError P330 for a query that cannot be read.
    """
    if not (is_syntax(text) or _TAGGED.search(text) or _QUOTED.fullmatch(text)):
        return None
    kept, removed = personal.remove(text, firm=True)
    if removed:
        kept = _mended(kept)
    read: Expression | None = None
    try:
        read = parse(kept)
    except ProbatumError as error:
        if error.code != "P331":  # PubMed has more tags than are known here
            raise
    terms = [m.term for leaf in (leaves(read) if read else ()) for m in vocabulary.find(leaf.words)]
    drugs = _labels(term for term in terms if term.semantic == "drug")
    return Asked(typed=" ".join(kept.split()), read=read, drugs=drugs, removed=removed)


def _mended(query: str) -> str:
    """A query from which words were taken: without operators that have nothing on one side and empty brackets."""
    before = ""
    while before != query:
        before = query
        query = re.sub(r"\(\s*\)|\"\s*\"(?:\s?\[[^\]]*\])?", " ", query)
        query = re.sub(r"\b(?:AND|OR|NOT)\s+(?=AND\b|OR\b|NOT\b|\)|\[|$)|\b(?:AND|OR|NOT)\s*$", " ", query)
        query = re.sub(r"(^|\()\s*(?:AND|OR)\b", r"\1", query)
        query = " ".join(query.split()).replace(" )", ")").replace("( ", "(")
    return query


def from_question(question: Question, vocabulary: Vocabulary, removed: tuple[tuple[str, str], ...] = ()) -> Asked:
    """The ideas of a question that was read without the details `removed`."""
    known = [(c, t) for c in question.concepts if (t := _term(c, vocabulary)) and not _part_of_name(c, question.typed)]
    treated = [(c, t) for c, t in known if c.role in (Role.INTERVENTION, Role.COMPARATOR) or t.semantic == "drug"]
    others = [(c, t) for c, t in known if t not in [term for _, term in treated]]
    people = [p for p in others if p[0].role is Role.POPULATION]
    outcomes = [p for p in others if p[0].role is Role.OUTCOME]
    ideas = [treated] if treated else []
    ideas += [[person] for person in people]
    ideas += [[outcome] for outcome in outcomes]
    ideas += [[(c, t)] for c, t in others if c.role is Role.OTHER and _is_idea(t)]
    groups = tuple(names for idea in ideas[:IDEAS] if (names := _names(idea, vocabulary)))
    asked_of = [t for c, t in known]
    taken = [t for drug in question.patient.drugs for t in vocabulary.lookup(drug)[:1]]
    return Asked(
        groups=groups or _words(question, vocabulary),
        conditions=_labels(t for c, t in (*people, *outcomes) if t.semantic in ("condition", "symptom")),
        treatments=_labels(t for _, t in treated),
        drugs=_labels(t for t in (*asked_of, *taken) if t.semantic == "drug"),
        removed=removed,
    )


def _term(concept: Concept, vocabulary: Vocabulary) -> Term | None:
    """The vocabulary's term for a concept, but for places."""
    found = next((t for t in vocabulary.lookup(concept.label) if not concept.id or t.id == concept.id), None)
    return found if concept.id and found and not any(t.startswith(_PLACES) for t in found.trees) else None


def _is_idea(term: Term) -> bool:
    """True for a term that divides the literature: a condition, a symptom, a test, a part of the body and the like."""
    return term.semantic in ("condition", "symptom", "procedure", "test") or any(t[0] in "AC" for t in term.trees)


def _part_of_name(concept: Concept, typed: str) -> bool:
    """True for one capitalised word beside another that is no beginning of a sentence: `John Graves`."""
    word = re.escape(concept.text)
    beside = re.search(rf"(?<![.?!] )(?<!^)\b[A-Z][a-z]+ {word}\b", typed)
    return concept.text[:1].isupper() and " " not in concept.text and beside is not None


def _names(idea: Iterable[tuple[Concept, Term]], vocabulary: Vocabulary) -> tuple[Name, ...]:
    """Names of one idea: MeSH headings, preferred names, then others that say more than those already there."""
    found: dict[Name, None] = {}
    for concept, term in idea:
        if any(i.startswith("mesh:") for i in (term.id, *term.other_ids)):
            found.setdefault(Name(term.label, mesh=True))
        kept = [term.label]
        most = DRUG_NAMES if term.semantic == "drug" else NAMES
        for name in (concept.text, *concept.synonyms, *term.synonyms):
            if len(kept) == most:
                break
            listed = bool(vocabulary.lookup(name)) or vocabulary.in_names(name)  # never words as somebody typed them
            if listed and _tells(name, kept, vocabulary):
                kept.append(name)
        found.update((Name(_plain(name)), None) for name in kept)
    return tuple(found)


def _tells(name: str, kept: list[str], vocabulary: Vocabulary) -> bool:
    """True for a name that finds records which the others do not, and hardly any of something else."""
    plain = f" {_plain(name).lower()} "
    if len(name) < SHORTEST or any(f" {_plain(k).lower()} " in plain for k in kept):
        return False
    if any(word.isdecimal() for word in plain.split()):  # `os 24`, `7 dual pack`
        return False
    return " " in name.strip() or not vocabulary.is_english(name)


def _plain(name: str) -> str:
    """Without characters that mean something in a query."""
    return " ".join(re.sub(r"[^\w'’/.-]+", " ", name.replace("-", " ")).split())


def _words(question: Question, vocabulary: Vocabulary) -> tuple[tuple[Name, ...], ...]:
    """Where no concept was found: content words that stand in names of the vocabulary and were typed in small letters,
    so that no name of a person is among them."""
    small = set(re.findall(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", question.typed))
    words = [w for w in question.terms if w in small and vocabulary.in_names(w) and vocabulary.documents(w) <= RARE]
    return tuple((Name(word),) for word in words[: IDEAS + 1]) if len(words) > 1 else ()  # one word finds anything


def _labels(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_plain(term.label) for term in terms))
