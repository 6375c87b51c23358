"""Audit: somebody's cited text held to its sources, sentence by sentence and reference by reference.

document -> sentences with citations -> references resolved -> each sentence aligned with its sources -> checks ->
report.
"""

from probatum.assess.audit.auditing import audit
from probatum.assess.audit.resolving import Shelf

__all__ = ["Shelf", "audit"]
