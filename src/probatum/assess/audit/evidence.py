"""What of a sentence its sources hold, part by part, as named measures between 0 and 1 (counts are capped).

Words: in the best passage, in the best two, in all of the record. Figures: beside their outcome, beside each other, on
the side of the same group. Denial, hedge, direction, test: the same in the passages on the same matter. How strongly it
is said. What the checks found. `weighing` decides on them; nothing here does.
"""

from __future__ import annotations

from math import fsum

from probatum import vocabulary
from probatum.assess.audit import (
    asserting,
    binding,
    context,
    contrast,
    groups,
    keys,
    leaning,
    parts,
    relating,
    telling,
)
from probatum.assess.audit.asserting import MATTER, PASSAGES, share
from probatum.assess.audit.case import FILLER, JUDGING, Cited
from probatum.assess.audit.checks import differing
from probatum.assess.audit.checks.tendency import weighed
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import SectionRole


def measures(case: Cited) -> dict[str, float]:
    """Every measure of a sentence that cites a record which is held."""
    made: dict[str, float] = {}
    for part in (
        _words,
        _figures,
        _sides,
        asserting.polarity,
        leaning.measures,
        context.measures,
        _strength,
        _topic,
        _near,
        _named,
        _contrast,
        contrast.pairs,
        differing.measures,
        asserting.matter,
        _parts,
    ):
        made.update(part(case))
    made.update(_crossed(made))
    return made


def _wanted(case: Cited) -> frozenset[str]:
    return case.wanted - JUDGING


def _words(case: Cited) -> dict[str, float]:
    wanted = _wanted(case)
    weights = {k: max(s.weight(k) for s in case.sources) for k in wanted}
    total = fsum(weights.values())
    held = frozenset().union(*(s.keys | s.design for s in case.sources))
    about = frozenset().union(*(s.about | s.design for s in case.sources))
    missing = wanted - held
    best = [s.expanded(a.unit) & wanted for s, a in case.best[:PASSAGES]]
    front = max(best, key=lambda k: fsum(weights[x] for x in k), default=frozenset())
    two = max((front | k for k in best), key=lambda k: fsum(weights[x] for x in k), default=front)
    said = case.keys - keys.GENERIC
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    topic = {k: w for k, w in weights.items() if k not in named}
    return {
        "words": min(len(wanted), 8) / 8,
        "words none": float(not wanted),
        "held": share(fsum(weights[k] for k in wanted & held), total) if wanted else 1.0,
        "missing": min(len(missing), 4) / 4,
        "missing one": float(bool(missing)),
        "about": share(fsum(weights[k] for k in wanted & about), total) if wanted else 1.0,
        "best": share(fsum(weights[k] for k in front), total) if wanted else 1.0,
        "best two": share(fsum(weights[k] for k in two), total) if wanted else 1.0,
        "topic best": max(
            (share(fsum(w for k, w in topic.items() if k in b), fsum(topic.values())) for b in best), default=0.0
        )
        if topic
        else 1.0,
        "topic none": float(not topic),
        "filler": share(len(said & FILLER), len(said)),
        "own": float(bool(case.best) and case.best[0][1].unit.own),
        "row": float(bool(case.best) and case.best[0][1].unit.row),
        "abstract": float(bool(case.best) and case.best[0][1].unit.section.startswith(("abstract", "title"))),
        "methods": float(bool(case.best) and case.best[0][1].unit.role is SectionRole.METHODS),
    }


def _holding(case: Cited, claim: Claimed) -> list[tuple[Source, Unit]]:
    return [(s, u) for s in case.sources for u in s.units if u.figures and u.meeting(claim) is not None]


def _figures(case: Cited) -> dict[str, float]:
    wanted = _wanted(case)
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    topic = wanted - named
    results = [c for c in case.anchors if c.kind != "p"][:12]
    if not results:
        return {"figures none": 1.0}
    weights = {k: max(s.weight(k) for s in case.sources) for k in wanted}
    total, matter = fsum(weights.values()), fsum(weights[k] for k in topic)
    near: list[float] = []
    on: list[float] = []
    lost = worked = often = 0
    units = [a.unit for _, a in case.best[:PASSAGES]]
    places: list[set[int]] = []
    for claim in results:
        holding = _holding(case, claim)
        places.append({id(u) for _, u in holding})
        if not holding and not any(s.holds(claim) for s in case.sources):
            if worked_out(case, claim, units):
                worked += 1
            else:
                lost += 1
            continue
        often += min(len(holding), 10)
        near.append(
            max(
                (share(fsum(weights[k] for k in s.expanded(u) & weights.keys()), total) for s, u in holding),
                default=0.0,
            )
        )
        on.append(
            max((share(fsum(weights[k] for k in s.expanded(u) & topic), matter) for s, u in holding), default=0.0)
        )
    joint = 0
    for unit in {p for ps in places for p in ps}:
        joint = max(joint, sum(unit in ps for ps in places))
    count = len(results)
    precise = sum(c.telling >= 1 for c in results)
    doses = sum(case.is_dose(c) for c in case.figures)
    return {
        "figures": min(count, 6) / 6,
        "figures one": float(count == 1),
        "figures lost": min(lost, 2) / 2,
        "figures worked": share(worked, count),
        "figures near": min(near, default=0.0) if total else 0.7,
        "figures near mean": share(sum(near), len(near)) if total else 0.7,
        "figures on": min(on, default=0.0) if matter else 0.7,
        "figures on mean": share(sum(on), len(on)) if matter else 0.7,
        "figures joint": share(joint, count - worked),
        "figures apart": float(count - worked > 1 and joint < 2),
        "figures often": share(often, 10 * count),
        "figures telling": share(precise, count),
        "figures doses": min(doses, 2) / 2,
        "figures percent": share(sum(c.kind == "percent" for c in results), count),
        "figures count": share(sum(c.kind == "count" for c in results), count),
        "figures time": share(sum(c.kind == "duration" for c in results), count),
        "figures of": float(any(c.part == "of" for c in results)),
    }


def _sides(case: Cited) -> dict[str, float]:
    """Figures given to groups, and groups put above each other, as the sources do or otherwise."""
    agree = against = bound = 0
    same = other = 0
    told_one = known_groups = 0
    for source in case.sources:
        text = relating.plain(case.text)
        known_groups = max(known_groups, len(groups.of(source)))
        given = binding.read(text, source)
        claims = [c for c in case.figures if c.start in given]
        bound += len(claims)
        for claim in claims:
            votes: set[bool] = set()
            for unit in source.units:
                figure = unit.meeting(claim) if unit.figures else None
                if figure is None:
                    continue
                theirs = binding.of_unit(unit, source)
                if figure.start in theirs:
                    votes.add(theirs[figure.start] == given[claim.start])
            agree += True in votes
            against += votes == {False}
        told = relating.read(text, source)
        if len(told) == 1:
            told_one = 1
            one, two = weighed(case, source, told[0])
            same, other = same + len(one), other + len(two)
    return {
        "groups known": float(known_groups >= 2),
        "groups two": float(known_groups == 2),
        "bound": min(bound, 3) / 3,
        "bound agree": share(agree, bound),
        "bound against": share(against, bound),
        "bound one against": float(against > 0),
        "told": float(told_one),
        "told same": min(same, 3) / 3,
        "told other": min(other, 3) / 3,
        "told lead": (same - other) / (same + other) if same + other else 0.0,
        "treatments": min(len(case.treatments), 3) / 3,
    }


def _strength(case: Cited) -> dict[str, float]:
    """How strongly it is said, where its sources do not say it as strongly, and what kind of sentence it is."""
    near = " ".join(a.unit.lower for _, a in case.best[:PASSAGES] if a.words >= MATTER)
    own = {m.group().lower() for m in telling.STRONG.finditer(case.text)}
    safe = {m.group().lower() for m in telling.SAFE.finditer(case.text)}
    all_ = {m.group().lower() for m in telling.ALL.finditer(case.text)}
    return {
        "strong": min(len(own), 2) / 2,
        "strong alone": min(len([w for w in own if w not in near]), 2) / 2,
        "safe": float(bool(safe)),
        "safe alone": float(bool([w for w in safe if w not in near])),
        "hence": float(telling.HENCE.search(case.text) is not None),
        "hence safe": float(telling.HENCE.search(case.text) is not None and bool(safe)),
        "all": float(bool(all_)),
        "all alone": float(bool([w for w in all_ if w not in near])),
        "primary": float(telling.PRIMARY.search(case.text) is not None),
        "primary near": max(
            (a.words for _, a in case.best[:PASSAGES] if telling.PRIMARY.search(a.unit.text)), default=0.0
        )
        if telling.PRIMARY.search(case.text)
        else 0.0,
        "people": float(telling.PEOPLE.search(case.text) is not None),
        "applied": float(telling.APPLIED.search(case.text) is not None),
        "conduct": float(telling.CONDUCT.search(case.text) is not None),
        "dosed": float(telling.DOSED.search(case.text) is not None),
        "present": float(telling.PRESENT.search(case.text) is not None),
    }


def _topic(case: Cited) -> dict[str, float]:
    """Whether the source is about what the text is about."""
    topic = case.whole.topic
    about = frozenset().union(*(s.about for s in case.sources))
    titles = frozenset().union(*(keys.of(relating.plain(s.record.title)) for s in case.sources))
    return {
        "title about": share(len(topic & about), len(topic)) if topic else 1.0,
        "title titles": share(len(topic & titles), len(topic)) if topic else 1.0,
    }


def _near(case: Cited) -> dict[str, float]:
    """Whether each figure stands in a source beside the same word: `12 days`, `5 of 66`, `age 47`."""
    behind: list[float] = []
    together: list[float] = []
    for claim in case.figures[:12]:
        own = keys.read(case.text[claim.end : claim.end + 30])[:2]
        left = keys.read(case.text[max(0, claim.start - 30) : claim.start])[-2:]
        if not own and not left:
            continue
        best = 0.0
        for source in case.sources:
            for unit in source.units:
                figure = unit.meeting(claim) if unit.figures else None
                if figure is None:
                    continue
                around = keys.of(unit.text[max(0, figure.start - 40) : figure.end + 40])
                if unit.row:
                    around |= unit.label | keys.of(unit.column(figure.start))
                best = max(
                    best, share(len({w.key for w in (*own, *left)} & around), len({w.key for w in (*own, *left)}))
                )
        behind.append(best)
    for one, two in zip(case.figures, case.figures[1:], strict=False):
        if two.part == "of" and not case.is_dose(one):
            together.append(
                float(any(u.meeting(one) and u.meeting(two) for s in case.sources for u in s.units if u.figures))
            )
    return {
        "beside": min(behind, default=0.8),
        "beside mean": share(sum(behind), len(behind)) if behind else 0.8,
        "of together": min(together, default=1.0),
    }


def _named(case: Cited) -> dict[str, float]:
    """Illnesses, people and drugs that the sentence names by a concept of the vocabulary, and no source does."""
    known = vocabulary.current()
    lost = {"drug": 0, "condition": 0, "other": 0}
    seen = 0
    for mention in known.find(case.text):
        words = keys.of(case.text[mention.start : mention.end])
        if not words or words <= keys.GENERIC:
            continue
        seen += 1
        if any(words <= s.keys for s in case.sources):
            continue
        if any(
            keys.of(t) <= s.keys
            for s in case.sources
            for t in (mention.term.label, *mention.term.synonyms[:12])
            if keys.of(t)
        ):
            continue
        kind = mention.term.semantic if mention.term.semantic in lost else "other"
        lost[kind] += 1
    return {f"lost {k}": min(v, 2) / 2 for k, v in lost.items()} | {"concepts": min(seen, 4) / 4}


def _contrast(case: Cited) -> dict[str, float]:
    same, other = contrast.sides(case)
    return {
        "sides same": min(same, 2) / 2,
        "sides other": min(other, 2) / 2,
        "sides against": float(other > 0 and not same),
        "sides lead": (same - other) / (same + other) if same + other else 0.0,
    }


def _parts(case: Cited) -> dict[str, float]:
    """What the sources hold of the parts of the sentence, and how much of it is told in words of its own."""
    told = tuple(parts.read(case))
    words = [p for p in told if p.kind == "words"]
    named = [p for p in told if p.kind in ("name", "people")]
    figures = [p for p in told if p.kind == "figure"]
    return {
        "parts": parts.share(told),
        "parts own": share(sum(p.state is not parts.State.FOUND for p in words), len(words)),
        "parts named": min(len(named), 4) / 4,
        "parts lacking": share(sum(p.state is parts.State.LACKING for p in named), len(named)),
        "parts figures": share(sum(p.state is parts.State.FOUND for p in figures), len(figures)) if figures else 1.0,
        "parts own x bare": float(not figures)
        * share(sum(p.state is not parts.State.FOUND for p in words), len(words)),
    }


def _crossed(made: dict[str, float]) -> dict[str, float]:
    """Measures that count together."""
    get = made.get
    words, about, missing = get("held", 1.0), get("about", 1.0), get("missing one", 0.0)
    return {
        "people x about": get("people", 0.0) * (1 - about),
        "people x best": get("people", 0.0) * (1 - get("best", 0.0)),
        "people x missing": get("people", 0.0) * missing,
        "conduct x best": get("conduct", 0.0) * (1 - get("best", 0.0)),
        "conduct x denies": get("conduct", 0.0) * get("denies", 0.0),
        "primary x near": get("primary", 0.0) * (1 - get("primary near", 0.0)),
        "one x on": get("figures one", 0.0) * (1 - get("figures on", 0.0)),
        "one x beside": get("figures one", 0.0) * (1 - get("beside", 0.0)),
        "strong x none": get("strong alone", 0.0) * get("figures none", 0.0),
        "safe x hence": get("safe alone", 0.0) * get("hence", 0.0),
        "present x none": get("present", 0.0) * get("figures none", 0.0),
        "ways x none": get("ways", 0.0) * get("figures none", 0.0),
        "clash x none": get("ways clash first", 0.0) * get("figures none", 0.0),
        "words x none": (1 - words) * get("figures none", 0.0),
        "best x none": (1 - get("best", 1.0)) * get("figures none", 0.0),
        "against x clean": get("bound against", 0.0) * (1 - get("bound agree", 0.0)),
        "lean way x bare": get("lean way lead", 0.0) * get("figures none", 0.0),
        "lean denial x bare": get("lean denial lead", 0.0) * get("figures none", 0.0),
        "lean way against": max(0.0, -get("lean way lead", 0.0)),
        "lean denial against": max(0.0, -get("lean denial lead", 0.0)),
        "asserts x bare": get("asserts", 0.0) * get("figures none", 0.0),
        "asserts x none": get("asserts, one none", 0.0) * (1 - get("asserts, one some", 0.0)),
        "people x lacking": get("people", 0.0) * get("people lacking", 0.0),
    }
