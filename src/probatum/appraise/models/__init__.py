"""Small models: weights in a file beside the code, read without any machine-learning library, alike on every machine.

`linear` scores sparse features; the scripts that fitted the weights are in `scripts/train`, and each has a card in
docs/building/models. A model answers the same questions as a rule and its answer is marked as a model's.
"""

from probatum.appraise.models.linear import Linear

__all__ = ["Linear"]
