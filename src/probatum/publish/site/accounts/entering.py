"""Logging in: password or the organisation's own log-in, then the second step of those who have one."""

from __future__ import annotations

import time
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import login, views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from probatum.publish.site.accounts import second, sso, throttle
from probatum.publish.site.accounts.models import User
from probatum.publish.site.accounts.sessions import BROWSER, SINCE, in_words
from probatum.publish.site.accounts.telling import tell

HALF: Final = "entering"
"""In the session: who has shown a password and not yet a code."""
HALF_SECONDS: Final = 300
DAY_HALF: Final = 12 * 3600
"""How long somebody stays logged in."""
BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


class LogIn(views.LoginView):
    """Log in; too many failures lock the name for a while."""

    template_name = "accounts/log_in.html"

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Refuse a locked name before its password is looked at."""
        if throttle.locked(request, request.POST.get("username", "")):
            return _wait(request)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """Whether the organisation's own log-in is offered."""
        return {**super().get_context_data(**kwargs), "sso": sso.offered()}

    def form_valid(self, form: AuthenticationForm) -> HttpResponseBase:
        """The password is right: go in, or go on to the second step."""
        return enter(self.request, form.get_user(), self.get_success_url())


class LogOut(views.LogoutView):
    """Log out; what the browser kept of the pages goes, too."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """End the session on both sides."""
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


def enter(request: HttpRequest, user: User, after: str) -> HttpResponseBase:
    """Log in who has shown who they are; those with a second step are asked for it first."""
    if not second.has(user):
        return _in(request, user, after)
    request.session.cycle_key()
    request.session[HALF] = {"user": user.pk, "at": time.time(), "next": after}
    return redirect("code")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """The second step."""
    half = request.session.get(HALF) or {}
    user = User.objects.filter(pk=half.get("user"), is_active=True).first()
    if user is None or time.time() - half.get("at", 0) > HALF_SECONDS:
        return redirect("login")
    if request.method == "GET":
        return render(request, "accounts/code.html")
    if throttle.locked(request, user.get_username()):
        return _wait(request)
    if second.passes(user, request.POST.get("code", "")):
        return _in(request, user, half["next"])
    throttle.failed(request, user.get_username())
    if second.used_before(user, request.POST.get("code", "")):
        tell(request, user, "somebody gave your password and a code that was used before; it was refused")
    return render(request, "accounts/code.html", {"fault": "That code is not right, or was used before."}, status=400)


@require_GET
def to_organisation(request: HttpRequest) -> HttpResponseBase:
    """Off to the organisation's log-in."""
    try:
        return sso.depart(request, _local(request, request.GET.get("next", "")))
    except sso.RefusedError as error:
        return render(request, "accounts/refused.html", {"fault": str(error)}, status=503)


@never_cache
@require_GET
def from_organisation(request: HttpRequest) -> HttpResponseBase:
    """Back from it."""
    try:
        user, after = sso.arrive(request)
    except sso.RefusedError as error:
        return render(request, "accounts/refused.html", {"fault": str(error)}, status=403)
    return enter(request, user, after)


def just_entered(request: HttpRequest) -> bool:
    """True within ten minutes of logging in."""
    return bool(time.time() - request.session.get(SINCE, 0) < 600)


def _in(request: HttpRequest, user: User, after: str) -> HttpResponseBase:
    request.session.pop(HALF, None)
    login(request, user, backend=BACKEND)
    remember(request)
    request.session.set_expiry(DAY_HALF)
    return redirect(_local(request, after))


def remember(request: HttpRequest) -> None:
    """Write into the session when and in which browser this person came in."""
    request.session[SINCE] = time.time()
    request.session[BROWSER] = in_words(request.headers.get("User-Agent", ""))


def _local(request: HttpRequest, address: str) -> str:
    """An address of this site; the home page for any other."""
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if address and own else "/"


def _wait(request: HttpRequest) -> HttpResponse:
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    return render(request, "accounts/locked.html", {"minutes": minutes}, status=429)
