"""Effect words: an effect in a sentence, by its certainty and size (`text.statements`)."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.effects import Effect, compared, deciding, studied_in, tested, worded
from probatum.apply.evidence import borderline
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.evidence.whose import of_whom
from probatum.model import Calculation, Direction, Level, Measure, Role, Size
from probatum.text import statements
from probatum.text.expressions import expression


class Words(msgspec.Struct, frozen=True):
    """A sentence for professionals and the same in plain words."""

    text: str
    plain: str


_CHANGE: Final = expression(
    r"(?:the )?(?:\w+ ){0,2}(?:change|fall|rise|decline|increase|decrease|reduction|improvement|loss|gain)s?"
    r" (?:in|of|from)\b",
    re.IGNORECASE,
)
_BE: Final = {Level.HIGH: "is", Level.MODERATE: "is probably", Level.LOW: "may be", Level.VERY_LOW: "may be"}


def effect_words(effect: Effect, group: OutcomeGroup, context: Context, *, again: bool = False) -> Words:
    """The sentence for an effect, without its brackets; `again`, of a further outcome, it does not name the people."""
    who, other = of_whom(effect, context, group), effect.stand.other or compared(context)
    where = _where(group, context, again=again)
    outcome = wording.definite(group.name)
    if effect.direction == "mixed":
        return _mixed(effect, group, outcome, who, where)
    if effect.direction == "none" and (undetected := _undetected(effect, group, context, who, other, where)):
        return undetected
    outcome = wording.itself(outcome)
    if other:
        return _than_other(effect, group, outcome, f"{who} than {wording.with_arm(other)}", where)
    graded, down = group.certainty, effect.direction == "lower"
    if not effect.causal or graded is None:
        verb = "was associated with" if not effect.causal else "was followed by"
        link = f"{who} {verb} {'lower' if down else 'higher'} {outcome}{where}{_disagree(effect)}"
        return Words(link, link)
    if (lacking := LACKING.match(group.name)) is not None:
        few = f"with {who} {_people_without(lacking['what'], graded.level, down)}"
        unsure = statements.UNCERTAIN if graded.level is Level.VERY_LOW else ""
        few = f"{few}{where}{_disagree(effect)}{unsure}"
        return Words(few, few)
    way = Direction.LOWER if down else Direction.HIGHER
    risk = f"the risk of {outcome}" if _risked(group, down) else outcome
    said, plain = (
        statements.effect(
            graded.level, way, graded.size, who, what, where.strip(), plain=plain, several=wording.be(who) == "were"
        )
        for plain, what in ((False, outcome), (True, risk))
    )
    return Words(said + _disagree(effect), plain + _disagree(effect))


def _where(group: OutcomeGroup, context: Context, *, again: bool) -> str:
    """In whom an effect was seen, and in whom it was not studied; empty where that was said before."""
    if again:
        return ""
    people, unstudied = studied_in(group, context)
    named = [c.label.lower() for c in context.question.having(Role.POPULATION)]
    outcome = group.name.lower()
    of_them = outcome in people.lower() or any(name in outcome for name in (people.lower(), *named))
    where = f" in {people}" if people and not of_them else ""
    return f"{where} (not studied in {unstudied})" if unstudied else where


def _undetected(
    effect: Effect, group: OutcomeGroup, context: Context, who: str, other: str, where: str
) -> Words | None:
    """The sentence where no effect was detected; None where it is known to be trivial."""
    graded, outcome = group.certainty, wording.definite(group.name)
    if way := _edge(effect, group, context):
        than = f" than {wording.with_arm(other)}" if other else ""
        said = f"{wording.itself(outcome)}{where} may be {way} {wording.with_arm(who)}{than}{borderline.REACHES}"
        return Words(said, said)
    if other:
        said = f"no difference in {outcome} was detected between {who} and {other}"
        return Words(said, said)
    if graded is not None and graded.size is Size.TRIVIAL:
        return None
    easy = statements.undetected(who, wording.itself(outcome), plain=True)
    return Words(statements.undetected(who, outcome), easy)


def _than_other(effect: Effect, group: OutcomeGroup, outcome: str, with_whom: str, where: str) -> Words:
    """The sentence for what was lower or higher with one treatment than with another."""
    graded, down = group.certainty, effect.direction == "lower"
    be = _BE[graded.level] if graded else "was"
    if "were" in (wording.be(group.name), wording.be(outcome)):
        be = be.replace("is", "are").replace("was", "were")
    ways = ("smaller", "greater") if _CHANGE.match(outcome) else ("lower", "higher")  # of a fall
    said = f"{outcome}{where} {be} {ways[0] if down else ways[1]} with {with_whom}"
    easy = f"the risk of {said.replace(f' {be} ', ' ' + be.replace('are', 'is').replace('were', 'was') + ' ', 1)}"
    easy = easy if _risked(group, down) else said
    unsure = statements.UNCERTAIN if graded and graded.level is Level.VERY_LOW else ""
    return Words(f"{said}{_disagree(effect)}{unsure}", f"{easy}{_disagree(effect)}{unsure}")


def _people_without(what: str, level: Level, down: bool) -> str:
    """`fewer people probably have no pain`: of an outcome told as the lack of what was asked about."""
    how = {"": "have", "probably": "probably have", "may": "may have"}[statements.RESERVE[level]]
    return f"{'fewer' if down else 'more'} people {how} no {what}"


def _edge(effect: Effect, group: OutcomeGroup, context: Context) -> str:
    """The side of a result whose interval ends exactly at no difference."""
    return borderline.side([i.finding for i in deciding(effect, group, context)], context.question)


LACKING: Final = expression(r"^(?:the )?(?:absence of|freedom from) (?P<what>.+)$", re.IGNORECASE)
"""An outcome told as the lack of what was asked about: more of it is less of that."""
_DOING: Final = expression(r"^(?!(?:bleeding|vomiting|itching|breathing|swelling|wheezing)\b)\w+ing\b", re.IGNORECASE)
"""An outcome told as what people do or are: `being much improved` is no height."""
_OFTEN: Final = {"lower": "less often", "higher": "more often"}
_RISKS: Final = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)
_NO_RISK: Final = expression(
    r"\b(?:risks?|rates?|incidence|mortality|numbers?|scores?|time|duration|days|prevalence|frequency)\b", re.IGNORECASE
)


def _risked(group: OutcomeGroup, down: bool) -> bool:
    """Whether an outcome is something bad that happens to people, so that its risk can be told in plain words."""
    findings = [item.finding for item in group.items if item.finding.significant is not False]
    bad = "benefit" if down else "harm"
    events = all(f.measure in _RISKS for f in findings) and all(f.favours in (bad, "") for f in findings)
    return events and any(f.favours == bad for f in findings) and not _NO_RISK.search(group.name)


def predicate(effect: Effect, group: OutcomeGroup, context: Context) -> str:
    """What is said of an outcome that is named before: `probably lower with A`, `no effect of A was detected`."""
    who, other = of_whom(effect, context, group), effect.stand.other or compared(context)
    graded = group.certainty
    if effect.direction == "mixed":
        return f"studies disagree: {_told_apart(effect, group)}"
    if effect.direction == "none" and (way := _edge(effect, group, context)):
        than = f" than {wording.with_arm(other)}" if other else ""
        return f"may be {way} {wording.with_arm(who)}{than}{borderline.REACHES}"
    if effect.direction == "none" and other:
        return f"no difference was detected between {who} and {other}"
    if effect.direction == "none" and (graded is None or graded.size is not Size.TRIVIAL):
        return f"no effect of {who} was detected"
    reserve = statements.RESERVE[graded.level] if graded else ""
    unsure = statements.UNCERTAIN if graded and graded.level is Level.VERY_LOW else ""
    if effect.direction == "none":
        return f"{reserve or 'there is'} little to no difference with {who}"
    sized = {Size.LARGE: "much ", Size.SMALL: "slightly "}.get(graded.size, "") if graded else ""
    said = _OFTEN[effect.direction] if _DOING.match(group.name) else effect.direction
    said = {"lower": "smaller", "higher": "greater"}[said] if _CHANGE.match(group.name) and said in _OFTEN else said
    way = f"{sized}{said} {wording.with_arm(who)}{f' than {wording.with_arm(other)}' if other else ''}"
    if not effect.causal:
        return f"{way}, an association{unsure}"
    return f"{reserve}{' be' if reserve == 'may' else ''} {way}{unsure}".strip()


def _mixed(effect: Effect, group: OutcomeGroup, outcome: str, who: str, where: str) -> Words:
    """`studies disagree on cramps with A in adults: fewer in one of them, no difference detected in 2`."""
    said = f"studies disagree on {outcome} with {who}{where}: {_told_apart(effect, group)}"
    return Words(said, said)


def _told_apart(effect: Effect, group: OutcomeGroup) -> str:
    """What studies that disagree found: `fewer in one of them, no difference detected in 2`."""
    ways = {worded(i.finding) for i in group.items if i.finding.significant is not False and tested(i.finding)}
    ways &= {Direction.LOWER, Direction.HIGHER}
    if len(ways) > 1 or not effect.null:
        return "an effect one way in some and the other way in others"
    way = next(iter(ways)).value if ways else "different"
    return f"{way} in {_how_many(effect.significant)} of them, no difference detected in {_how_many(effect.null)}"


def _how_many(studies: int) -> str:
    return "one" if studies == 1 else str(studies)


def counted(effect: Effect) -> tuple[Calculation, ...]:
    """The counts of studies that the words for an effect name, with their sums."""
    if effect.direction != "mixed":
        return ()
    return tuple(one for n in (effect.significant, effect.null) for one in wording.count(range(n)))


def _disagree(effect: Effect) -> str:
    """Said when some studies reached significance and some did not."""
    return ", but not significantly in every comparison" if effect.null and effect.direction != "none" else ""
