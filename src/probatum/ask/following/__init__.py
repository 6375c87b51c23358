"""Following: a follow-up in somebody's own words, read against the question that was answered last.

The words are read by themselves first (`read`), with the same corrections as any question. What they lack, the last
question gives: `and in children?` has people and no treatment, so the treatment and the problem stay. A text that names
a treatment and a problem of its own is a new question.
"""

from probatum.ask.following.reading import NAMES_A_DANGER, follow

__all__ = ["NAMES_A_DANGER", "follow"]
