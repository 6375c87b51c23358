"""Plots of pooled results: pure functions from `Pooled` to SVG text, and from that to PNG with the extra `plots`."""
