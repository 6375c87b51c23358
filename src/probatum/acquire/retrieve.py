"""From a question to the records that may answer it: several searches, merged in a fixed order.

One search for the words misses what an answer needs besides: other treatments of the same complaint, labels of the
drugs, guidelines, harms seen in other patients, and papers that were retracted. Each has a search of its own and a
share of the places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import msgspec

from probatum.acquire.evidence import best_designs, weighed
from probatum.acquire.families import surplus
from probatum.acquire.library import Clause, Hit, Library, Query
from probatum.acquire.library.query import where
from probatum.acquire.library.replacing import document_keys
from probatum.model import NOT_EVIDENCE, Concept, Intent, Question, Record, RecordKind, RecordStatus, Role
from probatum.text import aspects, illness_days, salts
from probatum.vocabulary.classes import members

MOST_MEMBERS: Final = 6
"""Members of a class whose labels are looked for."""
SYNONYMS: Final = 6
"""Synonyms of a concept that are looked for."""

SYNONYM_WEIGHT: Final = 0.4
"""Weight of a synonym against the question's own word."""

ALSO_WEIGHT: Final = 0.3
"""Weight of other readings of a misspelt word: the records that hold the rest of the question show which was meant."""

READ_WEIGHT: Final = 0.5
"""Weight of words that stand in the question as read and not as typed."""

DEPTH: Final = 60
"""Records taken from the search for the question itself."""

ELSEWHERE: Final = 0.6
"""Weight of the scores of all other searches: they add what the question's own words do not find."""

FIRST: Final = 0.01
"""What the record that comes first for the question itself has before all others: the search for words gives those
that come near it the same score."""

TREATMENT_WORDS: Final = Clause("treatment therapy randomized controlled trial placebo review", 0.3)
SAFETY_WORDS: Final = Clause(
    "adverse effects events safety tolerability toxicity contraindication interaction warning discontinuation", 0.5
)
HELD: Final = Clause("illness vomiting dehydration fever stopped started again sick day rules")
"""Words by which a guideline tells which medicines are held while somebody is ill."""
USABLE: Final = tuple(s.value for s in RecordStatus if s not in NOT_EVIDENCE)
LEFT_OUT: Final = (RecordStatus.RETRACTED.value, RecordStatus.WITHDRAWN.value)
"""Standings looked for so that an answer can say what it left out."""

AT_ONCE: Final = 3
"""Searches of one question that run at the same time."""

INDICATED: Final = Clause("indicated relief treatment")
"""Words by which a label tells what it is for."""

TITLED: Final = 1.6
"""Weight of the page that has the very subject for its title, where it is asked what something is or for one side of
it: such a page is its answer, and its name alone is in too many texts to tell it from them."""
AMONG: Final = 100
"""Records with the subject's words among which such pages are looked for."""

MOST_OF_ONE_TRIAL: Final = 3
"""Reports of one trial among what is retrieved: enough for its results, its harms and its registry entry."""

AS_NEAR: Final = 0.5
"""A retracted record is reported when it scores at least this share of the best record for the question."""


class RetrievedHit(msgspec.Struct, frozen=True):
    """A record with its score (1 is the best of the search for the question itself) and the names of the searches that
    found it."""

    record: Record
    score: float
    found_by: tuple[str, ...]
    design: str = ""


class Retrieval(msgspec.Struct, frozen=True):
    """What was retrieved for a question, and how."""

    hits: tuple[RetrievedHit, ...]
    queries: tuple[str, ...]
    """Every search in words, for the reader."""
    considered: int
    """Records found by any search, before the best were taken."""
    library: str
    library_version: str
    records: int
    """Size of the library."""


class Search(msgspec.Struct, frozen=True):
    """One search: its name, what it looks for, the weight of its scores and the places kept for it."""

    name: str
    query: Query
    weight: float
    places: int
    kind: str | None = None
    designs: tuple[str, ...] = ()
    """When given, only records of these designs."""
    names: tuple[str, ...] = ()
    """When given, one of these must stand in the record's title or keywords (labels of a drug)."""
    titles: tuple[frozenset[str], ...] = ()
    """When given, the record's title must be one of these, by its stems."""
    retracted: bool = False


def retrieve(question: Question, library: Library, *, as_of: str, limit: int = 40) -> Retrieval:
    """The records that may answer a question, best first, at most `limit`; records dated after `as_of` (ISO date) are
    left out.

    Retracted records come with `found_by == ("retracted",)`, so that an answer can say that it left them out. Scores
    are BM25 divided by the best of the same search, times the search's weight; the order of equal scores is that of
    the ids.
    """
    searches = [search for search in plan(question) if not search.query.empty]
    # The searches do not depend on one another, and the index lets go of the interpreter while it works.
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        hits = list(pool.map(lambda search: _run(search, library, as_of), searches))
    found = dict(zip((search.name for search in searches), hits, strict=True))
    if "retracted" in found:
        # The bonuses of a search in words are left aside: a search in groups has none
        best = max((hit.words_score for hit in found.get("question", ())), default=0.0)
        found["retracted"] = [hit for hit in found["retracted"] if hit.score >= AS_NEAR * best]
    merged = _weighed(question, _merge(searches, found), int(as_of[:4]))
    return Retrieval(
        hits=tuple(_choose(searches, found, merged, limit)),
        queries=tuple(f"{search.name}: {search.query.in_words()}" for search in searches),
        considered=len(merged),
        library=library.location,
        library_version=library.library_version,
        records=len(library),
    )


def plan(question: Question) -> Iterator[Search]:
    """The searches for a question, the most telling first."""
    intervention = question.having(Role.INTERVENTION)
    population = question.having(Role.POPULATION)
    outcome = question.having(Role.OUTCOME)
    words = Clause(" ".join(question.terms) or question.read or question.typed)
    whole = Query(wanted=(Clause(_spelt(question)), *_read_otherwise(question)))
    yield Search("question", whole, 1.0, 14)
    if designs := best_designs(question.intent):
        yield Search("best designs", whole, 0.9, 8, designs=designs)
    if titles := aspects.titles(question):
        spelt = Clause(" ".join(sorted(frozenset().union(*titles[:2]))))
        yield Search("pages on it", Query((spelt,)), TITLED, 3, titles=titles)
    treated, people, wished = _names(intervention), _names(population), _names(outcome)
    if treated and (people or wished):
        groups = tuple(group for group in (treated, people) if group)
        yield Search("intervention+population", Query(wanted=wished, groups=groups), 0.9, 10)
    if people or wished:
        groups = tuple(group for group in (people, wished) if group)
        yield Search("population+outcome", Query((TREATMENT_WORDS,), groups, treated), 0.6, 8)
        yield Search("guidelines", Query((words,), (people or wished,)), 0.6, 4, kind=RecordKind.GUIDELINE.value)
    yield from _labels(question, words)
    if not treated and (people or wished) and question.intent is Intent.THERAPY:
        # What there is to choose from: a label tells of the illness among much else, and a review of it scores higher.
        yield Search("labels for it", Query((INDICATED,), (wished or people,)), 0.4, 4, kind=RecordKind.LABEL.value)
    if treated and (people or wished):
        yield Search("labels for it", Query((words,), (wished or people,)), 0.4, 5, kind=RecordKind.LABEL.value)
    if treated:
        # A guideline on the treatment may call what is prevented by a wider name than the question does.
        yield Search("guidelines on it", Query((words,), (treated,)), 0.6, 3, kind=RecordKind.GUIDELINE.value)
        yield Search("safety", Query((SAFETY_WORDS, *people), (treated,)), 0.5, 5)
        # The label of another medicine that names this one tells of the two together, whatever else it is about.
        yield Search("labels that name it", Query((SAFETY_WORDS,), (treated,)), 0.3, 3, kind=RecordKind.LABEL.value)
    if treated and illness_days.asks(question.read):
        yield Search("held while ill", Query((HELD,), (treated,)), 0.6, 2, kind=RecordKind.GUIDELINE.value)
    telling = tuple(group for group in (treated, people) if group)
    yield Search("retracted", Query((words,), telling), 0.3, 5, retracted=True)


def _labels(question: Question, words: Clause) -> Iterator[Search]:
    """Labels of every drug that the question or the patient's list names."""
    drugs = [c for c in question.concepts if c.semantic == "drug" or c.role in (Role.INTERVENTION, Role.COMPARATOR)]
    names: list[tuple[tuple[str, ...], tuple[str, ...]]]
    names = [((c.label, c.text), c.synonyms[:SYNONYMS]) for c in drugs]
    names += [((drug,), ()) for drug in question.patient.drugs]
    if _singled_out(question):
        names += [((member,), ()) for c in drugs for member in members(c.label)[:MOST_MEMBERS]]
    seen: set[str] = set()
    for own, further in names:
        if own[0].casefold() in seen:
            continue
        seen.add(own[0].casefold())
        called = tuple(dict.fromkeys(name for name in (*own, *further) if name))
        clauses = tuple(Clause(name, every=True, synonym=name not in own) for name in called)
        query = Query((Clause(words.words, 0.2),), (clauses,))
        yield Search(f"labels of {own[0]}", query, 0.6, 3, kind=RecordKind.LABEL.value, names=called)


def _singled_out(question: Question) -> bool:
    """Whether a harm is asked about, or a patient of whom labels tell apart from others: a class has no label, and what
    is told of such patients stands in those of its members."""
    patient = question.patient
    special = patient.pregnancy or patient.breastfeeding or patient.kidney or patient.liver
    return question.intent is Intent.HARM or bool(special)


def labels_of(names: Iterable[str], library: Library, *, as_of: str) -> tuple[Record, ...]:
    """The best label of each drug by name, in order, its own before that of a combination with it: what that of another
    medicine leaves out may be what bars this one. Drugs without one are left out."""
    found: dict[str, Record] = {}
    for name in names:
        query = Query((Clause(name),), ((Clause(name, every=True),),))
        search = Search(f"labels of {name}", query, 0.6, 3, kind=RecordKind.LABEL.value, names=(name,))
        hits = _run(search, library, as_of)
        for hit in [*(h for h in hits if _is_own(h.record.title, name)), *hits][:1]:
            found.setdefault(hit.record.id, hit.record)
    return tuple(found.values())


def _is_own(title: str, name: str) -> bool:
    """Whether a label's title opens with the drug, and with no combination of it."""
    low, own = title.casefold(), name.casefold()
    return low.startswith(own) and re.match(r"(?: and |/|-|\w)", low[len(own) :]) is None


def guidelines_of(illness: str, library: Library, *, as_of: str) -> tuple[Record, ...]:
    """The guidelines with an illness in their titles, best first."""
    query = Query((Clause(illness),), ((Clause(illness, every=True),),))
    kind = RecordKind.GUIDELINE.value
    search = Search(f"guidelines on {illness}", query, 0.6, 3, kind=kind, names=(illness,))
    return tuple(hit.record for hit in _run(search, library, as_of))


def _names(concepts: Iterable[Concept]) -> tuple[Clause, ...]:
    """The names of some concepts, the question's own words heavier than synonyms."""
    clauses: dict[str, Clause] = {}
    for concept in concepts:
        for name in (concept.label, concept.text):
            if name:
                clauses.setdefault(name.casefold(), Clause(name, every=True))
        for name in (*concept.synonyms[:SYNONYMS], *members(concept.label)):
            clauses.setdefault(name.casefold(), Clause(name, SYNONYM_WEIGHT, every=True, synonym=True))
    return tuple(clauses.values())


def _spelt(question: Question) -> str:
    """The question as typed, with misspelt words as they were read, which no source has as typed, and abbreviations
    written out: a source that writes a name out often never shortens it, and one that shortens it wrote it out once."""
    text = question.typed or question.read
    for assumption in question.assumptions:
        told = assumption.what == "abbreviation" and assumption.to.casefold() in text.casefold()
        if assumption.what in _REWRITTEN and assumption.from_ and not told:  # else it stands there in full
            typed = rf"(?<!\w){re.escape(assumption.from_)}(?!\w)"
            text = re.sub(typed, assumption.to.replace("\\", r"\\"), text, count=1)
    return text


_REWRITTEN: Final = ("spelling", "abbreviation")
"""Assumptions by which words are looked for as they were read."""


def _read_otherwise(question: Question) -> tuple[Clause, ...]:
    """Words of the question as read that were not typed, and abbreviations as typed, at less, since a source may well
    use them, and other readings of misspelt words at still less; names of the concepts have searches of their own."""
    there = set(_plain(_spelt(question)).split())
    short = " ".join(a.from_ for a in question.assumptions if a.what == "abbreviation")
    named = " ".join(dict.fromkeys(w for w in _plain(f"{question.read} {short}").split() if w not in there))
    clauses = (Clause(named, READ_WEIGHT), Clause(" ".join(question.also), ALSO_WEIGHT))
    return tuple(clause for clause in clauses if clause.words)


def _run(search: Search, library: Library, as_of: str) -> list[Hit]:
    status = LEFT_OUT if search.retracted else USABLE
    depth = AMONG if search.titles else DEPTH if search.name == "question" or search.names else 2 * search.places
    if search.designs:
        # Their places go by words alone: scoring the best again would take as long as the search for the question
        hits = library.matching(search.query, where(design=search.designs, status=status, as_of=as_of), depth)
    else:
        hits = library.search(search.query, limit=depth, kind=search.kind, status=status, as_of=as_of)
    if search.titles:
        return [hit for hit in hits if aspects.titled(hit.record.title) in search.titles]
    return [hit for hit in hits if not search.names or _bears(hit.record, search.names)]


def _bears(record: Record, names: Iterable[str]) -> bool:
    """True when the title or a keyword of the record is about one of the names."""
    told = (record.title, *record.keywords, *record.mesh)
    return any(salts.is_about(text, name) for name in names for text in told)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _merge(searches: Iterable[Search], found: dict[str, list[Hit]]) -> dict[str, RetrievedHit]:
    """All records found, by id: the best weighted score and the searches that found each; one copy of every
    document."""
    merged: dict[str, RetrievedHit] = {}
    for search in searches:
        hits = found[search.name]
        for hit in hits:
            share = hit.score / hits[0].score if hits[0].score else 0.0
            own = share if hit is hits[0] else share * (1 - FIRST)
            score = own if search.name == "question" else ELSEWHERE * search.weight * share
            before = merged.get(hit.record.id)
            if before is None:
                before = RetrievedHit(hit.record, 0.0, (), hit.design)
            else:
                score = max(before.score, score)
            name = "labels" if search.names else search.name
            names = before.found_by if name in before.found_by else (*before.found_by, name)
            merged[hit.record.id] = RetrievedHit(hit.record, round(score, 4), names, hit.design)
    return _one_copy_each(merged)


def _weighed(question: Question, merged: dict[str, RetrievedHit], now: int) -> dict[str, RetrievedHit]:
    """The same hits, their scores weighed by how well each record's design, standing and age suit the question."""
    return {
        record_id: msgspec.structs.replace(
            hit,
            score=round(
                weighed(
                    hit.score,
                    intent=question.intent,
                    design=hit.design,
                    status=hit.record.status,
                    year=hit.record.year,
                    now=now,
                ),
                4,
            ),
        )
        for record_id, hit in merged.items()
    }


def _one_copy_each(merged: dict[str, RetrievedHit]) -> dict[str, RetrievedHit]:
    """Without further copies of one document under other ids (a reference manager's export beside the PubMed
    record)."""
    taken: dict[str, str] = {}
    kept: dict[str, RetrievedHit] = {}
    fullest = sorted(merged.values(), key=lambda h: (h.record.summary, -_length(h.record), h.record.id))
    for hit in fullest:
        keys = document_keys(hit.record)
        owner = next((taken[key] for key in sorted(keys) if key in taken), None)
        if owner is None:
            kept[hit.record.id] = hit
            taken.update(dict.fromkeys(keys, hit.record.id))
        else:
            kept[owner] = msgspec.structs.replace(kept[owner], score=max(kept[owner].score, hit.score))
    return kept


def _length(record: Record) -> int:
    return sum(len(section.text) for section in record.evidence_sections)


def _choose(
    searches: Iterable[Search], found: dict[str, list[Hit]], merged: dict[str, RetrievedHit], limit: int
) -> list[RetrievedHit]:
    """The best of every search up to its places, then the best of all, best first; of one trial only a few reports."""
    ranked = sorted(merged.values(), key=lambda hit: (-hit.score, hit.record.id))
    crowded = surplus((hit.record for hit in ranked), MOST_OF_ONE_TRIAL)
    chosen: dict[str, None] = {}
    for search in searches:
        ids = [hit.record.id for hit in found[search.name] if hit.record.id in merged and hit.record.id not in crowded]
        chosen.update(dict.fromkeys(ids[: search.places]))
    chosen.update(dict.fromkeys(hit.record.id for hit in ranked if hit.record.id not in crowded))
    places = set(list(chosen)[:limit])
    return [hit for hit in ranked if hit.record.id in places]
