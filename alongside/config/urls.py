"""Every address of the product, one line an app."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("alongside.access.urls")),
    path("", include("alongside.people.urls")),
    path("", include("alongside.story.urls")),
    path("", include("alongside.journey.urls")),
    path("", include("alongside.plans.urls")),
]
