"""The sign-in page: allauth's, with the authority's own sign-in service and, while developing, the demo's sign-ins."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.module_loading import import_string

from alongside.access.models import User


class SignInView(LoginView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"service": _service(context.get("redirect_field_value")), "demo": _demo_sign_ins()}


sign_in = SignInView.as_view()


def _service(going_on: str | None) -> dict[str, str] | None:
    """Return name and address of the authority's sign-in service, or None when there is none."""
    if not settings.OIDC_SERVER_URL:
        return None
    href = reverse("openid_connect_login", kwargs={"provider_id": settings.OIDC_PROVIDER_ID})
    return {"name": settings.OIDC_NAME, "href": f"{href}?{urlencode({'next': going_on})}" if going_on else href}


def _demo_sign_ins() -> Any:
    """Return who can sign in to the demo; nothing outside of development, or where the demo was not loaded."""
    if not settings.DEMO_SIGN_INS:
        return []
    one_each = import_string(settings.DEMO_SIGN_INS)
    loaded = set(User.objects.filter(email__in=[one.email for one in one_each]).values_list("email", flat=True))
    return [one for one in one_each if one.email in loaded]
