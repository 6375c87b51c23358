"""One's own way in: the password, the second step."""

from __future__ import annotations

import segno
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from probatum.publish.site.accounts import second, throttle
from probatum.publish.site.accounts.entering import just_entered
from probatum.publish.site.accounts.telling import tell


def shown_again(request: HttpRequest) -> bool:
    """True when the person shows once more who they are: by the password; who has none has just logged in."""
    user = request.user
    if not user.has_usable_password():
        return just_entered(request)
    if throttle.locked(request, user.get_username()):
        return False
    if user.check_password(request.POST.get("password", "")):
        return True
    throttle.failed(request, user.get_username())
    return False


def alone(request: HttpRequest) -> None:
    """End all other visits of this person, wherever they are; this one goes on."""
    user = request.user
    user.sessions += 1
    user.save(update_fields=["sessions"])
    update_session_auth_hash(request, user)


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponseBase:
    """Change it; or set a first one, which signs reviews, by who came through the organisation's log-in just now."""
    user = request.user
    if not user.has_usable_password() and not just_entered(request):
        return redirect("login")
    kind = PasswordChangeForm if user.has_usable_password() else SetPasswordForm
    form = kind(user, request.POST or None)
    if request.method == "POST" and throttle.locked(request, user.get_username()):
        form.add_error(None, "Too many failures. Wait, and try again.")
    elif request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, user)
        tell(request, user, "your password was changed")
        user.token_set.all().delete() if request.POST.get("tokens") else None
        return redirect("me")
    elif request.method == "POST" and form.has_error("old_password"):
        throttle.failed(request, user.get_username())
    return render(request, "accounts/password.html", {"form": form}, status=400 if form.errors else 200)


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """Turn the second step on, with a first code of the app; or off, with the password."""
    user, fault = request.user, ""
    if request.method == "POST" and "off" in request.POST:
        if shown_again(request):
            second.remove(user)
            alone(request)
            tell(request, user, "the second step of your log-in was turned off")
            return redirect("me")
        fault = "The password is not right."
    elif request.method == "POST" and not second.has(user):
        codes = second.confirm(user, request.POST.get("code", ""))
        if codes:
            alone(request)
            tell(request, user, "a second step was set up for your log-in")
            return render(request, "accounts/recovery.html", {"codes": codes})
        fault = "That code is not right. Is the clock of your phone right?"
    told: dict[str, object] = {"fault": fault, "on": second.has(user)}
    if not told["on"]:
        key = second.begin(user)
        picture = segno.make(second.address(user, key, request.get_host()), error="m")
        # Segno draws from our own address line: no markup of anybody comes through.
        told |= {"key": second.spelled(key), "picture": mark_safe(picture.svg_inline(scale=4, light="white"))}  # noqa: S308
    return render(request, "accounts/second.html", told, status=400 if fault else 200)
