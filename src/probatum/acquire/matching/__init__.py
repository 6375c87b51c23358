"""Which records are copies of one document: pure functions from records to groups, each decision with its reasons."""

from probatum.acquire.matching.grouping import CROWD, Group, Pair, duplicates, join, judged
from probatum.acquire.matching.keys import keys, numbered_apart
from probatum.acquire.matching.reference import Reference, reference
from probatum.acquire.matching.relating import registered, relation
from probatum.acquire.matching.standing import rank
from probatum.acquire.matching.weighing import Evidence, Judgement, weigh

__all__ = [
    "CROWD",
    "Evidence",
    "Group",
    "Judgement",
    "Pair",
    "Reference",
    "duplicates",
    "join",
    "judged",
    "keys",
    "numbered_apart",
    "rank",
    "reference",
    "registered",
    "relation",
    "weigh",
]
