"""Which of all pairs of results is the one asked for, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.appraise.rows import confidence, figures, groups, ranking, saying, sizes, timing
from probatum.appraise.rows.cells import decimals
from probatum.appraise.rows.figures import Item, Maker, Told
from probatum.appraise.rows.grid import Grid
from probatum.appraise.rows.groups import Arms
from probatum.appraise.rows.look import Look
from probatum.appraise.rows.nouns import ArmNumbers, Kind, Number, RowAsked, RowFound
from probatum.appraise.rows.pairing import Pair
from probatum.appraise.rows.wording import Wording
from probatum.model import Cell, Record, SectionKind, Span
from probatum.text.expressions import expression

_TOTAL: Final = expression(
    r"\btotal\b|\ball\b|\boverall\b|\bp[- ]?values?\b|^\W*p\W*$|\bdifferences?\b|\bratio\b|\b[ORH]R\b|\beffect\b",
    re.IGNORECASE,
)
_SAID: Final = Told("", mean=False, counted=True, interval=False, median=False, percent=False, rate=False)

_BESIDE: Final = frozenset({"cell", "header", "caption", "fitted", "own"})
"""Sizes that stand with the figures or are said of their very outcome."""
POOLED: Final = 1.2
"""How many times the arm's own people may be counted before they are taken for those of several arms."""


class Candidate(NamedTuple):
    """A pair with the numbers made of it and what speaks for it."""

    intervention: ArmNumbers
    comparator: ArmNumbers
    outcome: str
    signals: dict[str, float]


class Search:
    """One row that is asked for, in one record."""

    def __init__(self, look: Look, asked: RowAsked) -> None:
        """Reads the names of the arms and of the outcome."""
        self.look, self.asked = look, asked
        self.arms = Arms(look.record, (asked.intervention, asked.comparator), look.words, look.weights, look.called)
        self.wording = Wording(look.words, look.weights, asked)
        self._captions: dict[tuple[str, int], list[tuple[Number, str]]] = {}
        self.sizes = [
            sizes.of_arm(
                look.printed, look.sizes, self.arms, which, crossover=look.crossover, outcome=self.wording.meant
            )
            for which in (0, 1)
        ]
        self._add_denominators()

    def _add_denominators(self) -> None:
        """Sizes that sentences print as `12/50`: right before what the arm is called, or where it has no other size."""
        for line in self.look.lines:
            for which, value in saying.of_called(line, self.arms):
                printed = saying.printed(line, value)
                if printed.b is not None and printed.b not in [v.n for v in self.sizes[which]]:
                    where = saying.span(self.look.record, line, value)
                    self.sizes[which].append(sizes.Vote(int(printed.b), 0.5, where, "fraction"))
        if all(self.sizes):
            return
        for line in self.look.lines:
            if sum(v.denominator is not None for v in line.values) < 2:
                continue
            for said in saying.pairs(line, self.arms):
                for held, value in zip(self.sizes, (said.first, said.second), strict=True):
                    printed = saying.printed(line, value)
                    if value.denominator is None or printed.b is None or printed.b in [v.n for v in held]:
                        continue
                    held.append(sizes.Vote(int(printed.b), 0.5, saying.span(self.look.record, line, value), "fraction"))

    def candidates(self) -> list[Candidate]:
        """All pairs that could be meant, in the order in which the record prints them; sentences after tables."""
        found = [c for pair in self.look.pairs for c in self._of_table(pair)]
        found += [c for line in self.look.lines for c in self._of_sentence(line)]
        return found

    def _of_table(self, pair: Pair) -> Iterator[Candidate]:
        arm = self._arm_score(pair)
        if arm is None:
            return
        heading, labels = pair.grid.section.heading, [*pair.rows, *pair.columns]
        named = self.wording.of_table(pair.rows, pair.columns, heading)
        if named["cover"] < 0.12:
            return
        told = figures.told(pair.grid, pair.first)
        maker = Maker(self.asked.kind, told)
        made = []
        for which, result in enumerate((pair.first, pair.second)):
            value = figures.item(self.look.record, pair.grid, result)
            arm_made = self._sized(maker, pair.labels[which], value, self._near(pair, which), which)
            if arm_made is None:
                return
            made.append(arm_made)
        signals = {
            **named,
            **timing.signals(self.asked, [*labels, *_changes(pair)], heading),
            **_shape(self.asked.kind, pair, told),
            "arm": arm,
            "both named": float(min(self.arms.match(x)[w] for w, x in enumerate(pair.labels)) >= 0.6),
            "table": 1.0,
            "across": float(not pair.by_row),
            "down": min(pair.first.row, pair.second.row) / max(pair.grid.last, 1),
            "right": min(pair.first.column, pair.second.column) / 20.0,
        }
        yield self._candidate(made, " / ".join((heading, *labels)), signals)

    def _of_sentence(self, line: saying.Line) -> Iterator[Candidate]:
        cover = self.wording.share(line.text)
        if cover < 0.3:
            return
        if self.asked.kind is Kind.BINARY:
            yield from self._of_nothing(line)
        for said in saying.pairs(line, self.arms):
            made = []
            for which, value in enumerate((said.first, said.second)):
                printed = saying.printed(line, value)
                item = Item(printed, saying.span(self.look.record, line, value))
                told = _SAID._replace(spread=value.spread_kind, mean=value.spread is not None)
                arm_made = self._sized(Maker(self.asked.kind, told), self.arms.names[which], item, [], which)
                if arm_made is None:
                    break
                made.append(arm_made)
            if len(made) < 2:
                continue
            signals = {
                **self.wording.of_sentence(said.near, cover),
                **timing.signals(self.asked, [line.text], ""),
                **timing.met(self.asked, saying.timed(said)),
                "order": said.order,
                "episodes": float(self.asked.kind is Kind.BINARY and saying.counts_episodes(line)),
                "spread told": float(bool(said.first.spread_kind)),
                **_place(line),
            }
            yield self._candidate(made, line.text, signals)

    def _of_nothing(self, line: saying.Line) -> Iterator[Candidate]:
        """`No adverse events were observed`: none of either arm."""
        none = saying.none_happened(line)
        if none is None or not all(self.sizes):
            return
        share = self.wording.share(none[0])
        if share < 0.6 or self.wording.fit(none[0]) < 0.4:
            return
        span = Span(self.look.record, line.section.id, line.start + none[1], line.start + none[2])
        made = []
        for which in (0, 1):
            size = self.sizes[which][0]
            n = Number(float(size.n), (size.span,))
            arm = ArmNumbers(self.arms.names[which], n, Number(0.0, (span,), "none happened"))
            made.append((arm, size.source, False))
        signals = {**self.wording.of_sentence(none[0], share), **_place(line), "nothing": 1.0}
        yield self._candidate(made, line.text, signals)

    def _candidate(
        self, made: Sequence[tuple[ArmNumbers, str, bool]], outcome: str, signals: dict[str, float]
    ) -> Candidate:
        (one, source, rival), (two, other, second) = made
        signals |= {f"size {name}": 0.5 * ((source == name) + (other == name)) for name in ranking.SIZE_SOURCES}
        signals["size rival"] = float(rival or second)
        signals["sum"] = float(any(x is not None and x.how != "" for x in (one.events, one.sd)))
        signals["unproved"] = max(_unproved(arm, source) for arm, source, _ in made)
        signals["pooled"] = float(any(self._pooled(m, which) for which, m in enumerate(made)))
        signals["alike"] = float(values_of(one) == values_of(two))
        return Candidate(one, two, outcome, signals)

    def _pooled(self, made: tuple[ArmNumbers, str, bool], which: int) -> bool:
        """True where `185/209` counts more people than any text or table gives the arm: several arms together."""
        arm, source, _ = made
        if source != "cell":
            return False
        known = [vote.n for vote in self.sizes[which] if vote.source in ("table", "text", "own", "fraction")]
        return arm.n is not None and bool(known) and arm.n.value > POOLED * max(known)

    def _sized(
        self, maker: Maker, label: str, value: Item, near: list[tuple[Number, str]], which: int
    ) -> tuple[ArmNumbers, str, bool] | None:
        """The arm with the first size that its figures allow, where that size came from, and whether another size
        would do as well; the size beside it goes before those said elsewhere."""
        options: list[tuple[Number | None, str]] = [*near]
        if value.printed.shape == "fraction":
            options = [(None, "cell")]
        options += [(Number(float(v.n), (v.span,)), v.source) for v in self.sizes[which][:12]]
        if not checks(value):
            options = [option for option in options if option[1] != "fraction"][:2]
        options = [o for o in options if o[0] is None or o[0].value != value.printed.a or value.span not in o[0].spans]
        made = ((maker.arm(label, value, size), source) for size, source in options)
        fits = [(arm, source) for arm, source in made if arm is not None]
        if not fits:
            return None
        first, source = fits[0]
        rival = source != "cell" and any(
            arm.n is not None and first.n is not None and arm.n.value != first.n.value and other != "text"
            for arm, other in fits[1:4]
        )
        return first, source, rival

    def _near(self, pair: Pair, which: int) -> list[tuple[Number, str]]:
        """Sizes that the table prints for this arm, that its column leaves, that its caption or another table says."""
        look, section = self.look, pair.grid.section.id

        def span(cell: Cell) -> Span:
            return Span(look.record, section, cell.start, cell.end)

        value = (pair.first, pair.second)[which]
        before = look.beside.get((section, value.row, value.column))
        if before is not None:
            return [(Number(before.printed.a, (span(before.cell),)), "cell")]
        found = []
        for note in pair.grid.noted(" ".join(pair.rows)):
            if (said := sizes.in_note(note.text, self.arms, which)) is not None:
                n, start, end = said
                spot = Span(look.record, note.section, note.start + start, note.start + end)
                found.append((Number(float(n), (spot,)), "caption"))
        own = [vote for vote in self.sizes[which] if vote.source == "own"][:1]
        found += [(Number(float(v.n), (v.span,)), v.source) for v in own]
        found += [(Number(float(n), (span(cell),)), "header") for n, cell in _sizes_beside(pair, which)]
        found += self._captioned(pair.grid, which)
        fitted = look.fitted.get((section, value.column)) if pair.by_row is False else None
        if fitted is not None:
            where = tuple(span(c) for c in fitted.cells)
            found.append((Number(float(fitted.n), where, "of which the column's percentages are"), "fitted"))
        label = groups.plain(pair.labels[which])
        found += [(Number(float(n), (where_,)), "labelled") for n, where_ in look.labelled.get(label, ())]
        return found

    def _captioned(self, one: Grid, which: int) -> list[tuple[Number, str]]:
        """Sizes of an arm that the caption or the notes of its table give: `groups (I; n = 104)`."""
        key = (one.section.id, which)
        held = self._captions.get(key)
        if held is None:
            said = tuple(s for s in self.look.sizes if s.span.section in one.note_ids)
            found = sizes.of_arm((), said, self.arms, which, crossover=False) if said else []
            held = self._captions[key] = [(Number(float(v.n), (v.span,)), "caption") for v in found]
        return held

    def _arm_score(self, pair: Pair) -> float | None:
        """How well the two labels are the two arms asked for, and not the other way round."""
        arms, (first, second) = self.arms, pair.labels
        if _TOTAL.search(first) or _TOTAL.search(second):
            return None
        if groups.is_baseline(self.asked.comparator):
            if not timing.is_before(second) or timing.is_before(first) or timing.is_change(first):
                return None
            context = arms.match(" ".join((*pair.rows, *pair.columns)))
            return 0.4 + 0.6 * context[0] + 0.1 * min((timing.days(first) or 0) / 300, 1.0)
        if arms.control[1] and timing.is_before(second) and timing.is_after(first):
            return 0.4 + 0.3 * arms.match(first)[0]
        one, two = arms.match(first), arms.match(second)
        straight, crossed = one[0] + two[1], one[1] + two[0]
        if straight <= crossed or straight < 0.35:
            return None
        made = 0.5 * straight + 0.5 * min(1.0, straight - crossed)
        if not arms.shared:
            return made
        both = self.look.words.of(" ".join((*pair.rows, *pair.columns)))
        return made + 0.2 * self.look.weights.share(arms.shared, both)


def _unproved(arm: ArmNumbers, source: str) -> float:
    """How likely a percentage of another number of people would have fitted as well: `60.0 %` of about 900 fits nearly
    any number; 0 where the size stands in the table itself or the events are printed."""
    if arm.events is None or arm.n is None or not arm.events.how or source in _BESIDE:
        return 0.0
    share = arm.events.how.partition(" ")[0]
    return min(1.0, arm.n.value * 10.0 ** -decimals(share) / 100.0) if share[:1].isdigit() else 0.0


def checks(value: Item) -> bool:
    """True where the value itself shows which size is meant: a count with its percentage."""
    return value.printed.shape == "fraction" or value.second is not None or value.printed.percent_second


def _shape(kind: Kind, pair: Pair, told: Told) -> dict[str, float]:
    """How the two results are printed, and whether that suits the kind of numbers asked for."""
    printed = pair.first.printed
    mean = printed.shape in ("plus-minus", "interval") or told.mean or bool(told.spread)
    return {
        "median": float(told.median),
        "spread told": float(bool(told.spread) or printed.shape == "plus-minus"),
        "suits": float((kind is Kind.CONTINUOUS) == mean),
    }


def _changes(pair: Pair) -> tuple[str, ...]:
    """Both arms' labels where they say that a change stands under them: `Placebo, mean change`."""
    return pair.labels if all(map(timing.is_change, pair.labels)) else ()


def _place(line: saying.Line) -> dict[str, float]:
    return {
        "abstract": float(line.section.kind is SectionKind.ABSTRACT),
        "results": float(line.sure),
    }


def _sizes_beside(pair: Pair, which: int) -> Iterator[tuple[int, Cell]]:
    """Sizes that labels print for one arm of a pair; a size that one label prints for both arms is everybody's, unless
    the pair is one arm at two times."""
    one, other = (pair.first, pair.second) if which == 0 else (pair.second, pair.first)
    same = all(timing.is_time(x) or timing.is_before(x) or timing.is_after(x) for x in pair.labels)
    shared = set() if same else {s.cell.start for s in other.sizes}
    for size in one.sizes:
        if size.cell.start not in shared:
            yield size.n, size.cell


def find(record: Record, asked: RowAsked, *, look: Look | None = None) -> RowFound | None:
    """The numbers asked for, with the probability that they are right; None where nothing could be meant.

    `look` (`Look(record)`) spares reading the tables again where several rows of one record are asked for.
    """
    return best(asked, Search(look or Look(record), asked).candidates())


def best(asked: RowAsked, every: Sequence[Candidate]) -> RowFound | None:
    """The candidate that ranks first, with what its probability is calculated from."""
    if not every:
        return None
    scores = [ranking.score(c.signals) for c in every]
    order = sorted(range(len(every)), key=lambda i: -scores[i])
    first = every[order[0]]
    key = numbers_of(first.intervention, first.comparator)
    same = [i for i in order if numbers_of(every[i].intervention, every[i].comparator) == key]
    rival = next((scores[i] for i in order if i not in set(same)), None)
    places = len({every[i].outcome for i in same if scores[i] > scores[order[0]] - 3.0})
    signals = {
        **first.signals,
        "score": scores[order[0]],
        "margin": min(scores[order[0]] - rival, 3.0) if rival is not None else 3.0,
        "again": float(min(places, 3) - 1),
    }
    return RowFound(
        asked.kind,
        first.intervention,
        first.comparator,
        first.outcome,
        confidence.of(asked.kind, signals),
        tuple(sorted(signals.items())),
    )


def values_of(arm: ArmNumbers) -> tuple[float | None, ...]:
    """Events, mean and SD of an arm."""
    return tuple(None if x is None else x.value for x in (arm.events, arm.mean, arm.sd))


def numbers_of(*arms: ArmNumbers) -> tuple[float | None, ...]:
    """The values of arms, for comparing."""
    return tuple(None if x is None else x.value for arm in arms for x in (arm.n, arm.events, arm.mean, arm.sd))
