"""Errors as problem details (RFC 9457): a title, what happened to which input, a code of the catalogue."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from probatum.errors import ProbatumError


def problem(status: int, detail: str, code: str = "", **more: object) -> HttpResponse:
    """The reply for a failed request."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    told |= {"code": code} if code else {}
    return HttpResponse(json.dumps({**told, **more}), status=status, content_type="application/problem+json")


def coded(error: ProbatumError) -> HttpResponse:
    """The reply for an error of the catalogue."""
    code, _, detail = str(error).partition(": ")
    return problem(_STATUS.get(code[:2], 422), detail, code)


def install(api: NinjaAPI) -> None:
    """Turn every error of the API into a problem."""

    @api.exception_handler(ProbatumError)
    def known(request: HttpRequest, error: ProbatumError) -> HttpResponse:
        return coded(error)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        faults = [{"where": "/".join(map(str, e["loc"])), "what": e["msg"]} for e in error.errors]
        return problem(422, "The request is not as the API describes it.", errors=faults)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        reply = problem(401, "Send a token: Authorization: Bearer pbt_...")
        reply["WWW-Authenticate"] = "Bearer"
        return reply

    @api.exception_handler(AuthorizationError)
    def forbidden(request: HttpRequest, error: AuthorizationError) -> HttpResponse:
        return problem(403, "The token lacks the scope for this.")

    @api.exception_handler(HttpError)
    def failed(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404, "There is nothing at this address.")


class Problems:
    """Middleware: an error under the API's address is a problem, whoever in the site answered it (an address that does
    not exist, a method that it does not know, a fault of ours)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, in the API's own way."""
        reply = self._get_response(request)
        ours = request.path.startswith("/api/") and reply.status_code >= 300
        if not ours or "json" in reply.get("Content-Type", ""):
            return reply
        # The API leads nowhere else: a redirect is the site's, which looked for a page of that name.
        status = reply.status_code if reply.status_code >= 400 else 404
        told = problem(status, _TOLD.get(status, "The request was not done."))
        if "Allow" in reply:
            told["Allow"] = reply["Allow"]
        return told


_TOLD = {
    404: "There is nothing at this address. See /api/v1/openapi.json.",
    405: "This address does not know that method.",
    500: "The site failed to answer. Nothing of it is your fault; its keeper finds the reason in the log.",
}
_STATUS = {"P3": 503, "P4": 422}
"""Status by the first characters of a code: a library that cannot be opened is not the caller's fault."""
