"""Children: an adult's dose is none for a child, and what a trial in adults found is no answer on a child's dose or
safety.

`whom` asks of one patient and one direction, `undosed` of everything that is held, `studied` of a study.
"""
