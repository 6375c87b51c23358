"""What authors claim, apart from the numbers: their conclusions, whether these answer a question, and spin."""

from probatum.appraise.claims.conclusions import direction, find

__all__ = ["direction", "find"]
