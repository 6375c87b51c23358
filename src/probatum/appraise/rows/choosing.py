"""Which of all pairs of results is the one asked for, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.appraise.rows import confidence, figures, grid, groups, naming, pairing, saying, sizes, timing
from probatum.appraise.rows.figures import Item, Maker, Told
from probatum.appraise.rows.groups import Arms
from probatum.appraise.rows.nouns import ArmNumbers, Kind, Number, RowAsked, RowFound
from probatum.appraise.rows.pairing import Pair
from probatum.model import Record, SectionKind, Span

_CROSSOVER: Final = re.compile(r"\bcross-?over\b|\bwithin[- ]subjects?\b|\bown controls?\b", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"\btotal\b|\ball\b|\boverall\b|\bp[- ]?values?\b|^\W*p\W*$|\bdifferences?\b|\bratio\b|\b[ORH]R\b|\beffect\b",
    re.IGNORECASE,
)
_FORM: Final = re.compile(
    r"^\W*(?:means?|medians?|SDs?|n|no\.?|%|total|score)\b[^a-z]*(?:SDs?|SEM?|%)?\W*$", re.IGNORECASE
)
"""`Mean ± SD`: a label that says how figures are printed."""
_SAID: Final = Told("", mean=False, counted=True, interval=False, median=False, percent=False)


class Candidate(NamedTuple):
    """A pair with the numbers made of it and what speaks for it."""

    intervention: ArmNumbers
    comparator: ArmNumbers
    outcome: str
    score: float
    signals: dict[str, float]


class Look:
    """Everything of a record that look-ups share."""

    def __init__(self, record: Record) -> None:
        """Reads all tables and sentences."""
        self.record = record
        self.grids = []
        notes = [s for s in record.sections if s.kind is SectionKind.CAPTION]
        for section in record.sections:
            if section.kind is SectionKind.TABLE:
                label = re.match(r"\s*Table\s*\S+", section.heading, re.IGNORECASE)
                mine = [n for n in notes if label and n.heading.strip() == label.group().strip()]
                self.grids.append(grid.read(section, mine))
        labels = {g.section.heading for g in self.grids}
        for one in self.grids:
            for result in one.results:
                labels.update(result.rows)
                labels.update(result.columns)
        self.pairs = [pair for one in self.grids for pair in pairing.pairs(one)]
        self.lines = saying.lines(record)
        self.weights = naming.Weights(sorted(labels) + [line.text for line in self.lines])
        self.words = naming.Words(record)
        self.sizes = sizes.of_text(record)
        self.printed = list(self._printed())
        opening = (s.text for s in record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
        self.crossover = _CROSSOVER.search(" ".join(opening)) is not None

    def _printed(self) -> Iterator[tuple[str, int, Span]]:
        """Labels of the tables that hold a size, each once a table."""
        for one in self.grids:
            seen: set[tuple[str, int]] = set()
            for result in one.results:
                if result.size is None:
                    continue
                n, cell = result.size
                printed = one.text(cell).strip()
                own = printed in result.columns or printed in result.rows
                label = printed if own and len(grid.bare(printed)) > 1 else " ".join(result.columns)
                if (label, n) not in seen:
                    seen.add((label, n))
                    yield label, n, Span(self.record, one.section.id, cell.start, cell.end)


class Search:
    """One row that is asked for, in one record."""

    def __init__(self, look: Look, asked: RowAsked) -> None:
        """Reads the names of the arms and of the outcome."""
        self.look, self.asked = look, asked
        self.arms = Arms(look.record, asked.intervention, asked.comparator, look.words, look.weights)
        self.plain = frozenset(naming.tokens(asked.outcome))
        self.wanted = look.words.of(asked.outcome)
        self._captions: dict[tuple[str, int], list[tuple[Number, str]]] = {}
        self.sizes = [
            sizes.of_arm(look.printed, look.sizes, self.arms, which, crossover=look.crossover) for which in (0, 1)
        ]

    def candidates(self) -> list[Candidate]:
        """All pairs that could be meant, the best first."""
        found = [c for pair in self.look.pairs for c in self._of_table(pair)]
        found += [c for line in self.look.lines for c in self._of_sentence(line)]
        return sorted(found, key=lambda c: -c.score)

    def _of_table(self, pair: Pair) -> Iterator[Candidate]:
        arm = self._arm_score(pair)
        if arm is None:
            return
        weights, words = self.look.weights, self.look.words
        heading = pair.grid.section.heading
        near = words.of(" ".join((*pair.rows, *pair.columns)))
        cover = weights.share(self.plain, near | words.of(heading))
        if cover < 0.12:
            return
        leaf = _leaf(pair.rows)
        trimmed = re.sub(r"[\[(][^\])]*[\])]|\bmean\b.*|,\s*n\b.*", " ", leaf)
        own = frozenset(naming.tokens(trimmed)) or frozenset(naming.tokens(leaf))
        told = figures.told(pair.grid, pair.first)
        maker = Maker(self.asked.kind, told)
        made = []
        for which, result in enumerate((pair.first, pair.second)):
            value = figures.item(self.look.record, pair.grid, result)
            near_size = []
            if result.size is not None:
                n, cell = result.size
                near_size = [
                    (Number(float(n), (Span(self.look.record, pair.grid.section.id, cell.start, cell.end),)), "header")
                ]
            near_size += self._captioned(pair.grid, which)
            arm_made = self._sized(maker, pair.labels[which], value, near_size, which)
            if arm_made is None:
                return
            made.append(arm_made)
        labels = [*pair.rows, *pair.columns]
        signals = {
            "cover": cover,
            "near": weights.share(self.plain, near),
            "fit": weights.share(own, self.wanted | words.of(heading)) if own else 0.5,
            "strict": weights.share(own, self.wanted) if own else 0.5,
            "arm": arm,
            "time": timing.score(self.asked, labels, heading),
            "median": float(told.median),
            "table": 1.0,
            "spread told": float(bool(told.spread)),
        }
        yield self._candidate(made, " / ".join((heading, *labels)), signals)

    def _of_sentence(self, line: saying.Line) -> Iterator[Candidate]:
        weights, words = self.look.weights, self.look.words
        cover = weights.share(self.plain, words.of(line.text))
        if cover < 0.3:
            return
        if self.asked.kind is Kind.BINARY:
            yield from self._of_nothing(line)
        for said in saying.pairs(line, self.arms):
            Maker(self.asked.kind, _SAID)
            made = []
            for which, value in enumerate((said.first, said.second)):
                printed = saying.printed(line, value)
                if printed is None:
                    return
                item = Item(printed, saying.span(self.look.record, line, value))
                told = _SAID._replace(spread=value.spread_kind, mean=value.spread is not None)
                arm_made = self._sized(Maker(self.asked.kind, told), self.arms.names[which], item, [], which)
                if arm_made is None:
                    break
                made.append(arm_made)
            if len(made) < 2:
                continue
            near = weights.share(self.plain, words.of(said.near))
            signals = {
                "cover": cover,
                "near": near,
                "fit": near,
                "strict": 0.5,
                "arm": said.order,
                "time": timing.score(self.asked, [line.text], ""),
                "median": 0.0,
                "table": 0.0,
                "spread told": float(bool(said.first.spread_kind)),
            }
            yield self._candidate(made, line.text, signals)

    def _of_nothing(self, line: saying.Line) -> Iterator[Candidate]:
        """`No adverse events were observed`: none of either arm."""
        none = saying.none_happened(line)
        if none is None or not all(self.sizes):
            return
        share = self.look.weights.share(self.plain, self.look.words.of(none[0]))
        if share < 0.6:
            return
        span = Span(self.look.record, line.section.id, line.start + none[1], line.start + none[2])
        made = []
        for which in (0, 1):
            size = self.sizes[which][0]
            n = Number(float(size.n), (size.span,))
            made.append((ArmNumbers(self.arms.names[which], n, Number(0.0, (span,), "none happened")), size.source))
        signals = {
            "cover": share,
            "near": share,
            "fit": share,
            "strict": 0.5,
            "arm": 0.5,
            "time": 0.0,
            "median": 0.0,
            "table": 0.0,
            "spread told": 0.0,
        }
        yield self._candidate(made, line.text, signals)

    def _candidate(self, made: list[tuple[ArmNumbers, str]], outcome: str, signals: dict[str, float]) -> Candidate:
        (one, source), (two, other) = made
        signals |= {
            "size cell": float(source == other == "cell"),
            "size header": float(source == other == "header"),
            "size weak": float({source, other} & {"text", "each", "all"} != set()),
            "calculated": float(any(x is not None and x.how != "" for x in (one.events, one.sd))),
        }
        score = (
            1.0 * signals["cover"]
            + 1.0 * signals["near"]
            + 0.6 * signals["fit"]
            + 0.6 * signals["strict"]
            + 1.2 * signals["arm"]
            + 1.0 * signals["time"]
            - 0.5 * signals["median"]
            + 0.2 * signals["table"]
        )
        return Candidate(one, two, outcome, score, signals)

    def _sized(
        self, maker: Maker, label: str, value: Item, near: list[tuple[Number, str]], which: int
    ) -> tuple[ArmNumbers, str] | None:
        """The arm with the first size that its figures allow; the size beside it before those said elsewhere."""
        options: list[tuple[Number | None, str]] = [*near]
        if value.printed.shape == "fraction":
            options = [(None, "cell")]
        options += [(Number(float(v.n), (v.span,)), v.source) for v in self.sizes[which][:12]]
        for size, source in options:
            made = maker.arm(label, value, size)
            if made is not None:
                return made, source
        return None

    def _captioned(self, one: grid.Grid, which: int) -> list[tuple[Number, str]]:
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


def _leaf(labels: Sequence[str]) -> str:
    """The innermost label that names what was measured, and no time point, amount or form of the figures."""
    named = [x for x in labels if not (timing.is_time(x) or x[:1].isdigit() or _FORM.match(x))]
    return named[-1] if named else labels[-1] if labels else ""


def find(record: Record, asked: RowAsked, *, look: Look | None = None) -> RowFound | None:
    """The numbers asked for, with the probability that they are right; None where nothing could be meant.

    `look` (`Look(record)`) spares reading the tables again where several rows of one record are asked for.
    """
    every = Search(look or Look(record), asked).candidates()
    if not every:
        return None
    best = every[0]
    key = numbers_of(best.intervention, best.comparator)
    rival = next((c for c in every if numbers_of(c.intervention, c.comparator) != key), None)
    margin = best.score - rival.score if rival is not None else 1.5
    again = len({c.outcome for c in every if numbers_of(c.intervention, c.comparator) == key})
    signals = {**best.signals, "margin": min(margin, 1.5), "score": best.score, "again": float(min(again, 3) - 1)}
    return RowFound(
        asked.kind,
        best.intervention,
        best.comparator,
        best.outcome,
        confidence.of(asked.kind, signals),
        tuple(sorted(signals.items())),
    )


def numbers_of(*arms: ArmNumbers) -> tuple[float | None, ...]:
    """The values of arms, for comparing."""
    return tuple(None if x is None else x.value for arm in arms for x in (arm.n, arm.events, arm.mean, arm.sd))
