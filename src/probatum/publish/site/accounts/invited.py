"""The form that invites a person and changes their account: Wagtail's, with the credentials shown beside the name."""

from __future__ import annotations

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class NewForm(UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        """The fields."""

        fields = UserCreationForm.Meta.fields | {"credentials"}


class ChangeForm(UserEditForm):
    """An account that is there."""

    class Meta(UserEditForm.Meta):
        """The fields."""

        fields = UserEditForm.Meta.fields | {"credentials"}


class Invited(UserViewSet):
    """People in the admin."""

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        """The form, of a new account or of one that is there."""
        return ChangeForm if for_update else NewForm
