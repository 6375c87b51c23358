"""What a password may be, beyond Django's own validators."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import ValidationError

LONGEST: Final = 128
"""OWASP ASVS 2.1.2: 64 characters must be allowed, more than 128 denied."""


class LongestPasswordValidator:
    """No password is so long that hashing it is a burden."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError for a longer one."""
        if len(password) > LONGEST:
            raise ValidationError(f"This password is too long. It must have at most {LONGEST} characters.")

    def get_help_text(self) -> str:
        """For the form."""
        return f"Your password can have up to {LONGEST} characters."
