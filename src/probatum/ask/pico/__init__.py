"""Parts: which words are the people, the treatment, what it is held against, and what is counted."""
