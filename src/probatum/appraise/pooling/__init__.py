"""Pooling: effect sizes of studies and their meta-analysis, held to R's metafor by 1e-6 (benchmark `pooling`)."""
