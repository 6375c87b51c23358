"""People: whose question it is: how old, with which illnesses, and what they take, took and do not bear."""
