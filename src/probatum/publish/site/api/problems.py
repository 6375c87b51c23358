"""Errors as problem details (RFC 9457): a title, what happened to which input, a code of the catalogue."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from probatum.errors import ProbatumError


def problem(status: int, detail: str, code: str = "", **more: object) -> HttpResponse:
    """The reply for a failed request."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    told |= {"code": code} if code else {}
    return HttpResponse(json.dumps({**told, **more}), status=status, content_type="application/problem+json")


def install(api: NinjaAPI) -> None:
    """Turn every error of the API into a problem."""

    @api.exception_handler(ProbatumError)
    def coded(request: HttpRequest, error: ProbatumError) -> HttpResponse:
        code, _, detail = str(error).partition(": ")
        return problem(_STATUS.get(code[:2], 422), detail, code)

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


_STATUS = {"P3": 503, "P4": 422}
"""Status by the first characters of a code: a library that cannot be opened is not the caller's fault."""
