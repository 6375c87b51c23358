"""Replies: first words, and answers that are not given: danger, a false premise, nothing held, a follow-up."""
