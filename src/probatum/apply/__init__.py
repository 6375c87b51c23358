"""Apply: findings and directives become an answer for this reader.

Nothing here reads raw text: sentences are written from typed findings and directives, or quoted in quotation marks.
"""

from probatum.apply.choices.of_a_kind import answered as class_answered
from probatum.apply.choices.of_a_kind import opened as of_a_kind
from probatum.apply.choices.of_a_kind import unanswered as class_unanswered
from probatum.apply.choices.proposing import proposed
from probatum.apply.choices.shortlist import candidates, shortlist
from probatum.apply.composing.compose import compose, recount
from probatum.apply.composing.tidying import tidy
from probatum.apply.context import Context
from probatum.apply.evidence.arms import compared_with
from probatum.apply.evidence.grouping import group
from probatum.apply.evidence.no_answer import gave_allergen
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.plainly.simpler import put as simply
from probatum.apply.quoted.by_sentence import speaking as by_sentence
from probatum.apply.quoted.lead_passage import unknown
from probatum.apply.quoted.matters import of as matter
from probatum.apply.quoted.picking import picks
from probatum.apply.quoted.standing_out import asked_about
from probatum.apply.replies.editing import differences, merged, new_first, plan
from probatum.apply.replies.left_out import AS_CLASS, LEFT_OUT, keeps_treatment, of_its_class, unmet
from probatum.apply.replies.part import Asked
from probatum.apply.replies.part import asked as further_part
from probatum.apply.replies.replying import reply
from probatum.apply.sections.turning import unread
from probatum.apply.selection import PROPOSED, is_open, may_speak, select

__all__ = [
    "AS_CLASS",
    "LEFT_OUT",
    "PROPOSED",
    "Asked",
    "Context",
    "OutcomeGroup",
    "asked_about",
    "by_sentence",
    "candidates",
    "class_answered",
    "class_unanswered",
    "compared_with",
    "compose",
    "differences",
    "further_part",
    "gave_allergen",
    "group",
    "is_open",
    "keeps_treatment",
    "matter",
    "may_speak",
    "merged",
    "new_first",
    "of_a_kind",
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
