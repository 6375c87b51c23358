"""`json`: the whole Answer, pretty-printed, keys in a fixed order. `probatum schema answer` describes it."""

from __future__ import annotations

import json

from probatum.model import Answer
from probatum.model.wire import to_builtins
from probatum.publish.formats import Format, Resolve


def render(answer: Answer, *, records: Resolve) -> str:
    """The answer as JSON (RFC 8259), `schema` first, two spaces a level, every character as itself."""
    made = to_builtins(answer)
    ordered = {"schema": made.pop("schema"), **made}
    return json.dumps(ordered, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


FORMAT = Format("json", "The whole Answer with every span, verdict and check.", ".json", render)
