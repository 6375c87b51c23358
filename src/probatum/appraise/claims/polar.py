"""Words with a sign: more or less, act or hinder, better or worse, there or lacking, linked or apart, changed or alike.

The signs of two sentences are compared to see whether one says the contrary of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from probatum.appraise.effects import comparing, tokens
from probatum.appraise.effects.tokens import Token

SIGNED: tuple[tuple[str, int, frozenset[str]], ...] = (
    (
        "amount",
        1,
        comparing.UP
        | tokens.roots(
            "accumulate accumulation upregulate upregulated upregulation up-regulated up-regulation overexpression "
            "overexpressed expand expansion high elevating excess excessive abundant widespread frequent common major "
            "rapid accelerate accelerated majority many most improved amplify amplified hyper thicker intense severe"
        ),
    ),
    (
        "amount",
        -1,
        comparing.DOWN
        | tokens.roots(
            "downregulate downregulated downregulation down-regulated down-regulation underexpressed deplete depleted "
            "slow slows delayed delay decelerate minority few rare rarely seldom minor little scarce mild lighter "
            "thinner narrower ameliorate ameliorated alleviate alleviated relieve relieved mitigate mitigated curb"
        ),
    ),
    (
        "act",
        1,
        tokens.roots(
            "activate activates activated activation promote promotes promoted induce induces induced induction "
            "stimulate stimulates stimulated stimulation facilitate facilitates facilitated trigger triggers triggered "
            "drive drives driven cause causes caused causing lead leads led result results resulted enable enables "
            "support allow allows contribute contributes contributed mediate mediates mediated require requires "
            "required essential necessary crucial critical initiate agonist sensitize sensitizes produce produces "
            "provoke elicit elicits generate generates restore restored rescue rescued form forms"
        ),
    ),
    (
        "act",
        -1,
        tokens.roots(
            "inhibit inhibits inhibited inhibition inhibitory suppress suppresses suppressed suppression block blocks "
            "blocked blockade blocking prevent prevents prevented prevention repress represses repressed repression "
            "antagonize antagonist disrupt disrupts disrupted abrogate abrogates abrogated abolish abolishes abolished "
            "impede hinder hinders halt halts protect protects protected protective protection interfere interferes "
            "silence silenced deactivate deactivates inactivate inactivates inactivated inactivation limit limits "
            "limited restrict restricts restrain counteract counteracts reverse reversed eliminate eliminates "
            "dispensable unnecessary resist resistance resistant avoid stop stops cease"
        ),
    ),
    (
        "worth",
        1,
        comparing.GOOD
        | tokens.roots(
            "effective effectively efficacy efficacious safe safely useful helpful valuable benefits beneficial "
            "favorable favourable promising tolerated feasible accurate reliable valid adequate sufficient cure cures "
            "cured recover recovery treat treats healthy positive positively good well works work"
        ),
    ),
    (
        "worth",
        -1,
        comparing.BAD
        | tokens.roots(
            "ineffective inefficient useless unsafe toxic toxicity adverse detrimental deleterious dangerous "
            "unfavorable unfavourable poor poorly inaccurate unreliable invalid inadequate insufficient negative "
            "negatively bad exacerbate exacerbates exacerbated exacerbation aggravate aggravated damage damages fail"
        ),
    ),
    (
        "there",
        1,
        tokens.roots(
            "presence present overexpress exist exists occur occurs contain contains express expresses expressed"
        ),
    ),
    (
        "there",
        -1,
        tokens.roots(
            "absence absent lack lacks lacking deficiency deficient loss lose loses lost depletion knockdown knockout "
            "knock-down knock-out null deletion deleted ablation ablated deprived missing free devoid silencing"
        ),
    ),
    (
        "link",
        1,
        tokens.roots(
            "associate associated association associations link linked links correlate correlated correlates "
            "correlation relate related relationship involve involved involves role predict predicts predictor "
            "predictive depend depends dependent tied connected implicated interact interacts bind binds"
        ),
    ),
    ("link", -1, tokens.roots("independent independently unrelated unassociated irrelevant uncorrelated regardless")),
    (
        "change",
        1,
        tokens.roots(
            "differ differs different difference differences alter alters altered alteration change changes changed "
            "affect affects affected influence influences influenced impact impacts vary varies modify modifies "
            "modulate modulates regulate regulates regulated effect effects"
        ),
    ),
    (
        "change",
        -1,
        tokens.roots(
            "similar similarly same equal equally equivalent comparable identical unchanged unaffected stable "
            "constant alike maintain maintained preserved non-inferior noninferior steady"
        ),
    ),
    ("time", 1, tokens.roots("late later delayed after chronic old older long-term")),
    ("time", -1, tokens.roots("early earlier before acute young younger short-term prior")),
)
"""Kind, sign and the stems of the words that have it; of a stem that stands twice, the first holds."""

KNOWN = {stem: (kind, sign) for kind, sign, stems in reversed(SIGNED) for stem in stems}
"""Stem to its kind and sign."""

DENIES = comparing.DENIES | frozenset(
    ["none", "hardly", "unlikely", "unable", "nothing", "isn't", "aren't", "don't", "doesn't", "can't", "won't", "n't"]
)
REACH = 5
"""Words before a signed word in which a denying word turns it."""


class Signed(NamedTuple):
    """One signed word: its place, kind, sign, and whether it is denied."""

    at: int
    kind: str
    sign: int
    denied: bool

    @property
    def net(self) -> int:
        """The sign, turned where it is denied."""
        return -self.sign if self.denied else self.sign


def denials(told: Sequence[Token]) -> tuple[int, ...]:
    """The places of the words that deny."""
    return tuple(i for i, t in enumerate(told) if t.low in DENIES or t.low.startswith("non-"))


def product(signs: Iterable[Signed], denied: int) -> int:
    """-1 or 1: the signs and so many denials multiplied."""
    made = -1 if denied % 2 else 1
    for one in signs:
        made *= one.sign
    return made


def signed(told: Sequence[Token]) -> tuple[Signed, ...]:
    """The signed words in order. `more effective`, `higher improvement`: the word of amount only strengthens."""
    found = [(i, *KNOWN[t.stem]) for i, t in enumerate(told) if t.stem in KNOWN]
    denied = denials(told)
    made = []
    for n, (at, kind, sign) in enumerate(found):
        following = found[n + 1] if n + 1 < len(found) else None
        if kind == "amount" and sign > 0 and following and following[0] == at + 1 and following[1] != "amount":
            continue
        made.append(Signed(at, kind, sign, any(at - REACH <= d < at for d in denied)))
    return tuple(made)
