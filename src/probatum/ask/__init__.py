"""Room 1, Ask: a question in somebody's own words becomes a Question.

from probatum.ask import read
read("Mexilitine for muscle spasms in ALS?").read
"""

from probatum.ask.following import NAMES_A_DANGER, follow
from probatum.ask.following.readers import simplest as asks_simplest
from probatum.ask.loosening import looser
from probatum.ask.parting import parts
from probatum.ask.reading import read

__all__ = ["NAMES_A_DANGER", "asks_simplest", "follow", "looser", "parts", "read"]
