"""Filling a library from files: read here, in other processes or on a cluster, and written here in their order.

`fill(library, paths)` is what `probatum library add` does.
"""

from probatum.acquire.filling.fill import CLUSTER, fill

__all__ = ["CLUSTER", "fill"]
