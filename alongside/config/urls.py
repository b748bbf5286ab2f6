"""Every address of the product, one line an app."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    # First: each phone in a room asks every second, and every address before it would be tried each time.
    path("room/", include("alongside.room.urls.with_code")),
    path("", include("alongside.design.urls")),
    path("", include("alongside.access.urls")),
    path("", include("alongside.directory.urls")),
    path("", include("alongside.people.urls")),
    path("", include("alongside.notices.urls")),
    path("", include("alongside.story.urls")),
    path("", include("alongside.genogram.urls")),
    path("", include("alongside.journey.urls")),
    path("", include("alongside.contributions.urls")),
    path("", include("alongside.plans.urls")),
    path("", include("alongside.meetings.urls")),
    path("", include("alongside.conferences.urls")),
    path("", include("alongside.room.urls")),
    path("", include("alongside.visits.urls")),
    path("", include("alongside.safeguarding.urls")),
    path("", include("alongside.frontdoor.urls")),
    path("", include("alongside.thresholds.urls")),
    path("meetings/allocation/", include("alongside.meetings.allocation.urls")),
    path("", include("alongside.finding.urls")),
    path("", include("alongside.insight.urls")),
]

handler400 = "alongside.access.errors.unreadable"
handler403 = "alongside.access.errors.forbidden"
handler404 = "alongside.access.errors.not_found"
handler429 = "alongside.access.errors.too_many"
handler500 = "alongside.access.errors.broken"
