"""Passwords kept as the site keeps them (Argon2), at a thousandth of the cost: tests log in hundreds of times."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    """What it writes is read, and renewed, by the site's own."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
