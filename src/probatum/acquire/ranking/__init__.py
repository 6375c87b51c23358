"""Ranking: the terms of texts and questions, and the parts that make a score.

The library's index proposes candidates by BM25 over `analysis.terms`, each term of the question with the weight that
`asking` gives it; `rerank` scores the best of them again, part by part.
"""

from probatum.acquire.ranking.analysis import EDITION, terms
from probatum.acquire.ranking.asking import Unit, units
from probatum.acquire.ranking.candidates import Candidates
from probatum.acquire.ranking.columns import Column, Part, parts, total
from probatum.acquire.ranking.full_names import written_out
from probatum.acquire.ranking.passages import Passage, best_passage
from probatum.acquire.ranking.relating import related
from probatum.acquire.ranking.reranking import rerank

__all__ = [
    "EDITION",
    "Candidates",
    "Column",
    "Part",
    "Passage",
    "Unit",
    "best_passage",
    "parts",
    "related",
    "rerank",
    "terms",
    "total",
    "units",
    "written_out",
]
