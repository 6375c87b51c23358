"""Editorial work: states of review, reviews, signatures, the trail."""
