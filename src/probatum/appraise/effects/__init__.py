"""Effects: how an outcome under one treatment compares with that under another, as a record tells it.

`read` ranks the sentences and table rows that may tell it (`ranking`), reads each relative to what is asked (`sides`,
`comparing`, `signs`) and weighs the best of them (`judging`). The figures behind it are the findings' business.
"""

from probatum.appraise.effects.judging import WAYS, Effect, read
from probatum.appraise.effects.sides import Asked

__all__ = ["WAYS", "Asked", "Effect", "read"]
