"""Danger: emergencies, overdoses, high-risk doses and thoughts of self-harm are named before anything else is answered.

Red flags stand in `flags.toml`, high-risk doses in `mixups.toml`, each with its source; what counts as here and now is
judged in `reading`, reactions to medicines in `allergic`. What no list has the words for is weighed by a small model
(`learned`).
"""

from probatum.ask.danger.judging import REACTION, named, reaction, read_danger
from probatum.ask.danger.reading import Danger, told_in_two

__all__ = ["REACTION", "Danger", "named", "reaction", "read_danger", "told_in_two"]
