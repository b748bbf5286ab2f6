"""Addresses of the pages about Alongside, and of the style page while developing."""

from django.conf import settings
from django.urls import path

from alongside.design import views

urlpatterns = [
    path(f"{page}/", views.about, {"page": page}, name=page) for page in ("help", "accessibility", "privacy")
]
if not settings.PRODUCTION:
    urlpatterns.append(path("design/", views.style_page, name="design"))
