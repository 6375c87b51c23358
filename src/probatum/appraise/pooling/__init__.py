"""Pooling: effect sizes of studies and their meta-analysis, held to R's metafor by 1e-6 (benchmark `pooling`).

`pool` takes findings of one outcome with their studies, `pool_rows` rows of a table.
"""

from probatum.appraise.pooling.analysis import Analysis, pool_rows
from probatum.appraise.pooling.evidence import pool, spans

__all__ = ["Analysis", "pool", "pool_rows", "spans"]
