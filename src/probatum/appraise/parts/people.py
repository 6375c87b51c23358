"""Whether the people asked about are those studied.

The population of a record is what its title and its own population phrase say; a disease that only the background names
does not make it direct.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.appraise import abbreviations, healthy, matching
from probatum.appraise.matching import Hit, Zone
from probatum.appraise.parts import counting, kinship, preventing, with_or_without
from probatum.appraise.parts.wordings import (
    CONDITIONS,
    DEMOGRAPHIC,
    NOTHING,
    demographic,
    element,
    generic,
    mentions,
    said,
)
from probatum.model import (
    Concept,
    Fit,
    Match,
    Question,
    Record,
    RecordKind,
    Role,
    SectionKind,
    SectionRole,
    Span,
    Study,
)
from probatum.text import sited, words
from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Term, defined
from probatum.vocabulary.normal import name_key


class Focus(msgspec.Struct, frozen=True):
    """The stretches that say whom a record studies: its title and its population phrase, with the terms they name."""

    places: tuple[tuple[str, int, int], ...]
    """Section, start and end of each stretch."""

    def holds(self, hit: Hit) -> bool:
        """True when the hit lies in one of the stretches."""
        return any(s == hit.zone.section.id and a <= hit.start and hit.end <= b for s, a, b in self.places)


def focus_of(study: Study, zones: tuple[Zone, ...]) -> Focus:
    """The title and the population phrase of a record."""
    places = [(z.section.id, 0, len(z.section.text)) for z in zones if z.section.kind is SectionKind.TITLE]
    if study.population:
        span = study.population.span
        places.append((span.section, span.start, span.end))
    return Focus(tuple(places))


def _conditions(record: Record, focus: Focus) -> list[tuple[Term, str, Span]]:
    """Conditions and symptoms that the focus names, with their words."""
    known = vocabulary.load()
    found = []
    for section, start, end in focus.places:
        text = record.section(section).text[start:end]
        before: Mention | None = None
        for mention in mentions(known, text):
            word = text[mention.start : mention.end]
            if mention.term.semantic in CONDITIONS and not generic(mention.term.label, word):
                term, at = mention.term, mention.start
                if before is not None and _located(before, mention):
                    at = before.start
                    term = msgspec.structs.replace(term, label=text[at : mention.end], synonyms=(), trees=(), id="")
                found.append((term, text[at : mention.end], Span(record, section, start + at, start + mention.end)))
            before = mention
    return found


def _located(part: Mention, illness: Mention) -> bool:
    """Whether a symptom stands directly behind the part of the body that has it, or an infection behind what causes it:
    `heel pain` is no other pain, a `Helicobacter pylori infection` none of the chest."""
    if part.end + 1 != illness.start:
        return False
    trees = part.term.trees
    if illness.term.semantic == "symptom":
        return any(tree.startswith(_BODY) for tree in trees)
    return illness.term.label.lower() in _INFECTIONS and any(tree.startswith(_ORGANISMS) for tree in trees)


_BODY: Final = "A01"
"""Where MeSH has the regions of the body."""
_ORGANISMS: Final = "B"
"""Where MeSH has what lives, bacteria and viruses among it."""
_INFECTIONS: Final = ("infection", "infections")


def _unnamed(study: Study, outcome_names: set[str]) -> Match:
    """A population phrase whose condition the vocabulary does not know: still somebody else."""
    if study.population is None:
        return NOTHING
    phrase = study.population.value
    low = f" {name_key(phrase)} "
    if all(w.lower() in DEMOGRAPHIC for w in phrase.split()) or any(f" {name_key(n)} " in low for n in outcome_names):
        return NOTHING
    return Match(Fit.OTHER, phrase, (study.population.span,)) if len(phrase) <= 80 else NOTHING


_WELL: Final = words.stems("healthy postmenopausal premenopausal menopause volunteer general population community risk")
"""Words for people who have no illness: what befell them may befall anybody like them."""


def _titled(study: Study, record: Record, asked: Sequence[Concept]) -> Match | None:
    """The people of a study by the words that its title has for them too, `sore throat`, where these are no words of
    what is asked about and more than an age or a sex; None where title and people say no such thing."""
    if study.population is None:
        return None
    own = words.stems(study.population.value) - words.stems(" ".join(DEMOGRAPHIC)) - _DEGREES - _WELL
    wanted = words.stems(" ".join(name for concept in asked for name in matching.names(concept)))
    if not own or not own <= words.stems(record.title) or own & wanted:
        return None
    return Match(Fit.OTHER, study.population.value, (study.population.span,))


def population(question: Question, record: Record, study: Study, zones: tuple[Zone, ...], focus: Focus) -> Match:
    """Whether the people asked about are those studied: direct, a related or another condition, or not said.

    Of people who are told apart (`bleeding trauma patients`) those with another kind of the illness are not the same.
    """
    ills = [c for c in question.having(Role.POPULATION) if c.semantic in CONDITIONS]
    if ills and all(sited.elsewhere(record.title, c.label) for c in ills):
        return Match(Fit.OTHER)
    found = _population(question, record, study, zones, focus)
    if found.fit is Fit.DIRECT and (
        preventing.only_prevents(question, record, study, found.spans) or preventing.keeps_off(question, record)
    ):
        return msgspec.structs.replace(found, fit=Fit.RELATED)
    if found.fit is Fit.DIRECT and (unseen := _unseen(question, record)):
        return unseen
    if found.fit is Fit.DIRECT and (well := _counted_in_the_well(found, study, record)):
        return well
    advice = record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL)
    if advice or found.fit is not Fit.DIRECT or not (apart := _told_apart(question)) or apart & matching.stems(record):
        return found
    asked = [c for c in question.having(Role.POPULATION) if not demographic(c)]
    same = {concept.id for concept in asked}
    others = (o for o in _conditions(record, focus) if o[0].id not in same)
    kinds = [o for o in others if any(kinship.kind_of(concept, o[0]) for concept in asked)]
    if not kinds:
        return found
    return Match(Fit.RELATED, said(o[1] for o in kinds[:3]), tuple(o[2] for o in kinds)[:3])


def _counted_in_the_well(found: Match, study: Study, record: Record) -> Match | None:
    """The healthy people of a study that counted how many of them came to have the illness: what befell them says
    little of those who had it before. None for other studies."""
    people = study.population
    advice = record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL)
    if people is None or advice or not _HEALTHY.search(people.value):
        return None
    counted = all(record.section(one.section).role is SectionRole.RESULTS for one in found.spans)
    return Match(Fit.OTHER, people.value, (people.span,)) if found.spans and counted else None


_HEALTHY: Final = expression(r"\bhealthy \w+", re.IGNORECASE)
_UNSEEN: Final = expression(
    r"\b(?:sub-?clinical|asymptomatic|latent|pre-?clinical|pre-?symptomatic|prodromal)\b(?: \w+){0,2}", re.IGNORECASE
)
"""How a title says that people feel nothing of their illness."""


def _unseen(question: Question, record: Record) -> Match | None:
    """The words by which a title says that its people have the illness without signs of it, where the question says
    nothing of the kind: what is done then is another matter. None where it does not."""
    titles = [s for s in record.sections if s.kind is SectionKind.TITLE]
    told = _UNSEEN.search(question.read) or question.patient.values  # what was measured may be all that is found
    if not titles or told or record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL):
        return None
    asked = [words.stems(n) for c in question.having(Role.POPULATION) for n in c.names if c.semantic in CONDITIONS]
    for found in _UNSEEN.finditer(titles[0].text):
        if any(name & words.stems(found[0]) for name in asked):
            return Match(Fit.RELATED, found[0].lower(), (Span(record, titles[0].id, found.start(), found.end()),))
    return None


_DEGREES = words.stems(
    "acute chronic severe mild moderate new early late recent high low risk primary secondary adult known history"
)
"""Words that say how ill people are, not who they are."""


@lru_cache(maxsize=256)
def _told_apart(question: Question) -> frozenset[str]:
    """What the question says of the people besides their illnesses, drugs and age."""
    names = {n for c in question.concepts for n in (c.text, *matching.names(c))}
    told = question.patient
    names |= {*told.conditions, *told.allergies, *told.drugs, told.kidney, told.liver, told.pregnancy, told.age}
    known = words.stems(" ".join((*names, *DEMOGRAPHIC))) | _DEGREES
    return frozenset(s for s in words.stems(question.population) - known if not any(sign.isdigit() for sign in s))


def _population(question: Question, record: Record, study: Study, zones: tuple[Zone, ...], focus: Focus) -> Match:
    asked = [c for c in question.having(Role.POPULATION) if not demographic(c)]
    outcome_names = {n.lower() for c in question.having(Role.OUTCOME) for n in (*matching.names(c), *c.near)}
    if not asked:
        ill_with = (o for o in _conditions(record, focus) if not _is_outcome(o, outcome_names))
        return healthy.population(record, ill_with) if healthy.asked(question) else NOTHING
    wanted = [name for concept in asked for name in abbreviations.names(concept, question, record, kinds=True)]
    every = [h for h in matching.hits(wanted, zones) if not _of_another(asked, h)]
    found = [h for h in every if not matching.absent(h, who=True)]
    focal = [h for h in found if focus.holds(h)]
    if whole := _of_either(asked, record, focus):
        return whole
    if focal:
        return element(Fit.DIRECT, focal, record)
    if kinds := _in_title(wanted, record, zones):
        return element(Fit.DIRECT, kinds, record)
    ill = any(c.semantic in CONDITIONS for c in asked)
    others = [o for o in _conditions(record, focus) if not _is_outcome(o, outcome_names)] if ill else []
    others = [o for o in others if not preventing.kept_away(o[2])]  # what is kept from people is not what they have
    roles = {h: matching.role(record, h) for h in every}
    without = [h for h in every if h not in found and roles[h] in _TAKEN_IN]
    if without and not any(roles[h] in (*_TAKEN_IN, SectionRole.OBJECTIVE) for h in found):
        return element(Fit.OTHER, without, record)  # taken in for not having it, whatever befell them later
    own = [h for h in found if roles[h] not in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)]
    if glossed := _glossed(own, roles, record) or _measured(asked, zones, record):
        return element(Fit.DIRECT, glossed, record)
    if apart := _of_opposite(asked, zones, record):
        return element(Fit.OTHER, apart, record)
    if not others:
        if (
            ill
            and own
            and all(roles[h] is SectionRole.RESULTS for h in own)
            and (named := _titled(study, record, question.concepts))
        ):
            return named  # what befell people with another illness, which the vocabulary does not know by this name
        studied = [h for h in own if roles[h] in (SectionRole.METHODS, SectionRole.RESULTS, SectionRole.OBJECTIVE)]
        if studied or len(own) > 1:
            return element(Fit.DIRECT, studied or own, record)
        if own or not ill:
            return element(Fit.RELATED, own, record) if own else NOTHING
        return _unnamed(study, outcome_names)
    if taken_in := with_or_without.places(question, wanted, [o[0] for o in others], zones):
        return element(Fit.DIRECT, taken_in, record)
    narrower = [o for o in others if any(kinship.kind_of(c, o[0]) or kinship.under(c, o[0]) for c in asked)]
    if narrower:
        return Match(Fit.DIRECT, said(o[1] for o in narrower[:3]), tuple(o[2] for o in narrower)[:3])
    related = [o for o in others if any(kinship.related(concept, o[0], o[1]) for concept in asked)]
    # What people were taken in with names them too: `lower urinary tract infection (cystitis)`.
    if not related and any(roles[h] in _TAKEN_IN and not counting.counted(h) for h in own):
        related = others
    chosen = related or others
    spans = tuple(o[2] for o in chosen)[:3]
    return Match(Fit.RELATED if related else Fit.OTHER, said(o[1] for o in chosen[:3]), spans)


_WIDE: Final = 30
"""Characters behind a short name within which a longer one of another illness may end."""


def _of_another(asked: Sequence[Concept], hit: Hit) -> bool:
    """Whether a short everyday name stands in the longer one of another illness: the `cold` of `cold sores`."""
    text = hit.zone.section.text
    word = text[hit.start : hit.end]
    if not word.isalpha() or any(word.lower() in c.label.lower().split()[:1] for c in asked):
        return False
    for mention in mentions(vocabulary.load(), text[hit.start : hit.end + _WIDE]):
        if mention.start == 0 and hit.start + mention.end > hit.end and mention.term.semantic in CONDITIONS:
            same = mention.term.id in {c.id for c in asked}
            return not same and not any(kinship.kind_of(c, mention.term) for c in asked)
    return False


def _glossed(own: list[Hit], roles: dict[Hit, SectionRole], record: Record) -> list[Hit]:
    """The places that say outright that the illness is meant, though the title has a wider name for it: `lower urinary
    tract infection (cystitis)` where people are taken in, or a guideline that advises on it more than once."""
    if (
        record.kind is RecordKind.GUIDELINE
        and len({(h.zone.section.id, *matching.sentence_around(h)) for h in own}) > 1
    ):
        return own
    taken = [h for h in own if roles[h] in _TAKEN_IN]
    return [h for h in taken if h.zone.section.text[h.start - 1 : h.start] == "(" and h.zone.section.text[h.end] == ")"]


def _measured(asked: Iterable[Concept], zones: tuple[Zone, ...], record: Record) -> list[Hit]:
    """The places that tell the illness by its measure, where people are taken in: an ejection fraction of 40 % or less
    is a reduced one."""
    return _worded([found for concept in asked if (found := defined.pattern(concept.label))], zones, record)


def _of_either(asked: Sequence[Concept], record: Record, focus: Focus) -> Match | None:
    """The wider illness of a title that names the kind asked about together with the other kind; None else."""
    if not any(defined.either(concept.label, record.title) for concept in asked):
        return None
    title = [o for o in _conditions(record, focus) if o[2].section == _TITLE]
    wide = [o for o in title if any(kinship.holds(concept, o[0]) for concept in asked)]
    return Match(Fit.RELATED, wide[0][1], (wide[0][2],)) if wide else None


_TITLE: Final = "title"


def _of_opposite(asked: Iterable[Concept], zones: tuple[Zone, ...], record: Record) -> list[Hit]:
    """The places that tell the kind of the illness which nobody has together with the one asked about."""
    return _worded([found for concept in asked if (found := defined.opposite(concept.label))], zones, record)


def _worded(patterns: Iterable[re.Pattern[str]], zones: tuple[Zone, ...], record: Record) -> list[Hit]:
    """The places of patterns in the title and where people are taken in."""
    patterns = tuple(patterns)
    hits = (hit for zone in zones for found in patterns for hit in matching.worded(found, zone))
    kept = [h for h in hits if not matching.absent(h, who=True)]
    return [h for h in kept if h.zone.section.kind is SectionKind.TITLE or matching.role(record, h) in _TAKEN_IN]


_KIND = expression(r"(?P<kind>[a-z]{5,}(?:al|ic|ous|ary)) (?P<illness>[a-z]{6,}.*)", re.IGNORECASE)
"""An illness named by its kind: `postmenopausal osteoporosis`, which a title calls `postmenopausal women with it`."""


def _in_title(wanted: Iterable[str], record: Record, zones: tuple[Zone, ...]) -> list[Hit]:
    """The places in the title of an illness whose kind the title names elsewhere."""
    title = [z for z in zones if z.section.kind is SectionKind.TITLE]
    stems = words.stems(record.title)
    split = (m for name in wanted if (m := _KIND.fullmatch(name)))
    named = (m["illness"] for m in split if words.stems(m["kind"]) and words.stems(m["kind"]) <= stems)
    found = [hit for illness in named for hit in matching.hits((illness,), title)]
    return found or [hit for zone in title for name in wanted for hit in _spread(name, zone)]


_ADJECTIVES = {"diabetic": "diabetes", "cirrhotic": "cirrhosis", "asthmatic": "asthma", "obese": "obesity"}
"""People with an illness are called by it: `diabetic kidney disease` is `kidney disease in type 2 diabetes`."""


def _noun(stem: str) -> str:
    return _ADJECTIVES.get(stem, stem)


_WORD = expression(r"[^\W\d_]+")
_WINDOW = 60


def _spread(name: str, zone: Zone) -> list[Hit]:
    """The stretch of a title that holds every word of a name of several, others between them: `treatment-resistant
    major depressive or bipolar disorders` is `treatment-resistant depression` among others."""
    needed = frozenset(map(_noun, words.stems(name.replace("-", " "))))
    if len(needed) < 2 or not needed <= set(map(_noun, matching.parted(words.stems(zone.section.text)))):
        return []
    places = [(m.start(), m.end(), _noun(words.stem(m[0].lower()))) for m in _WORD.finditer(zone.section.text)]
    places = [place for place in places if place[2] in needed]
    for n, (start, _, _) in enumerate(places):
        met: set[str] = set()
        for _, end, stem in places[n:]:
            met.add(stem)
            if end - start > _WINDOW:
                break
            if met == needed:
                return [Hit(zone, start, end)]
    return []


def wider(concept: Concept, found: Match) -> bool:
    """Whether all the people that a record names are of wider groups, which hold those with the illness asked about."""
    known = vocabulary.load()
    terms = [[m.term for m in known.find(span.quote)] for span in found.spans]
    return bool(terms) and all(any(kinship.holds(concept, t) for t in named) for named in terms)


def branch(found: Match) -> bool:
    """Whether all the people that a record names are those of a whole branch of medicine: `cardiovascular diseases`."""
    known = vocabulary.load()
    terms = [[m.term for m in known.find(span.quote)] for span in found.spans]
    return bool(terms) and all(any(map(kinship.branch, named)) for named in terms)


_TAKEN_IN = (SectionRole.METHODS, SectionRole.OBJECTIVE)


def _is_outcome(other: tuple[Term, str, Span], names: set[str]) -> bool:
    return (
        other[0].label.lower() in names
        or other[1].lower() in names
        or any(s.lower() in names for s in other[0].synonyms)
    )
