"""What authors claim, apart from the numbers: their conclusions, whether these answer a question, and spin."""

from probatum.appraise.claims.conclusions import direction, find, strength
from probatum.appraise.claims.spin import spin

__all__ = ["direction", "find", "spin", "strength"]
