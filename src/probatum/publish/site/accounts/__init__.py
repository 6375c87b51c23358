"""People: the user model, groups, the first account."""
