"""Apply: findings and directives become an answer for this reader.

Nothing here reads raw text: sentences are written from typed findings and directives, or quoted in quotation marks.
"""

from probatum.apply.arms import compared_with
from probatum.apply.completing import picks
from probatum.apply.composing.compose import compose, recount
from probatum.apply.composing.tidying import tidy
from probatum.apply.context import Context
from probatum.apply.editing import differences, merged, plan
from probatum.apply.grouping import group
from probatum.apply.lead_passage import unknown
from probatum.apply.left_out import AS_CLASS, LEFT_OUT, keeps_medicine, of_its_class, unmet
from probatum.apply.matters import of as matter
from probatum.apply.no_answer import gave_allergen
from probatum.apply.outcomes import OutcomeGroup
from probatum.apply.part import Asked
from probatum.apply.part import asked as further_part
from probatum.apply.proposing import proposed
from probatum.apply.replying import reply
from probatum.apply.sections.turning import unread
from probatum.apply.selection import PROPOSED, is_open, may_speak, select
from probatum.apply.shortlist import candidates, shortlist
from probatum.apply.simpler import put as simply

__all__ = [
    "AS_CLASS",
    "LEFT_OUT",
    "PROPOSED",
    "Asked",
    "Context",
    "OutcomeGroup",
    "candidates",
    "compared_with",
    "compose",
    "differences",
    "further_part",
    "gave_allergen",
    "group",
    "is_open",
    "keeps_medicine",
    "matter",
    "may_speak",
    "merged",
    "of_its_class",
    "picks",
    "plan",
    "proposed",
    "recount",
    "reply",
    "select",
    "shortlist",
    "simply",
    "tidy",
    "unknown",
    "unmet",
    "unread",
]
