"""Labels of words by the shipped chain."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from probatum.appraise.models.hashed_chain import HashedChain
from probatum.appraise.pico import features, words
from probatum.appraise.pico.features import Line, Table

LABELS = ("O", "I-PAR", "I-INT", "I-OUT")
"""As EBM-NLP writes them (Nye 2018, doi:10.18653/v1/P18-1019): none, participants, interventions, outcomes."""
EDGE = words.Word(features.EDGE, (features.EDGE, *[0] * (words.WIDTH - 1)), 0, 0, 0, 0, False)
"""What stands beside the first and the last word of a sentence."""

Floats = npt.NDArray[np.float64]


def _own(table: Table) -> list[words.Word]:
    return [*table.words, EDGE]


def buckets(table: Table) -> list[npt.NDArray[np.int64]]:
    """All buckets of each word, as a fit needs them; bucket 0 is nobody's."""
    wide = features.alone(_own(table)).transpose(1, 2, 0)[table.before, np.arange(features.REACH)]
    own = [each[each > 0] for each in wide]
    more: list[list[int]] = [[] for _ in own]
    for place, bucket in table.further.tolist():
        more[place].append(bucket)
    joined = (
        np.concatenate([a, f, np.asarray(m, dtype=np.int64)]) for a, f, m in zip(own, table.fixed.T, more, strict=True)
    )
    return [every[every > 0] for every in joined]


def marginals(chain: HashedChain, table: Table) -> Floats:
    """The probability of each label for each word, (words, labels)."""
    if not table.words:
        return np.zeros((0, len(chain.labels)))
    numbered = {word: number for number, word in enumerate(dict.fromkeys(_own(table)))}
    which = np.array([numbered[word] for word in _own(table)])
    alone = chain.weights.take(features.alone(tuple(numbered)), axis=0).sum(axis=0, dtype=np.int32)
    total = alone[which[table.before], np.arange(features.REACH)].sum(axis=1, dtype=np.int32)
    total += chain.weights.take(table.fixed, axis=0).sum(axis=0, dtype=np.int32)
    np.add.at(total, table.further[:, 0], chain.weights[table.further[:, 1]].astype(np.int32))
    return chain.marginals(total * chain.scale, table.sizes)


def label(lines: Sequence[Line]) -> list[str]:
    """The label of every word of the lines, in order; the title comes first."""
    chain = HashedChain.load("pico")
    return [chain.labels[k] for k in chain.best(marginals(chain, features.table(lines)))]
