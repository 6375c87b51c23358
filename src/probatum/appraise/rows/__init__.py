"""The numbers of one comparison, asked for by intervention, comparator and outcome, out of an article.

`find` reads tables by their cells and sentences by their clauses, takes group sizes from wherever the article gives
them, and says how sure it is. It returns every number with its characters and, where one had to be calculated, the sum.
"""

from probatum.appraise.rows.choosing import find
from probatum.appraise.rows.confidence import SURE
from probatum.appraise.rows.look import Look
from probatum.appraise.rows.nouns import ArmNumbers, Kind, Number, RowAsked, RowFound

__all__ = ["SURE", "ArmNumbers", "Kind", "Look", "Number", "RowAsked", "RowFound", "find"]
