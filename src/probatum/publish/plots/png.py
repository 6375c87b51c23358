"""A plot as PNG, drawn by resvg (extra `plots`): black on white, at twice the size of the SVG."""

from __future__ import annotations

from typing import Final

from probatum.errors import ProbatumError

ZOOM: Final = 2


def png(svg: str, *, zoom: int = ZOOM) -> bytes:
    """The picture as a PNG file. Raises ProbatumError P820 without the extra, P822 when it cannot be drawn."""
    try:
        import resvg_py
    except ImportError as error:
        raise ProbatumError("P820") from error
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", zoom=zoom))
    except ValueError as error:
        raise ProbatumError("P822", reason=error) from error
