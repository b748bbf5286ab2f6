"""Addresses of My work, the team's, and Practice."""

from django.urls import include, path, register_converter

from alongside.insight import views


class Whose:
    """Mine or the team's."""

    regex = "mine|team"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Whose, "whose")

urlpatterns = [
    path("", views.my_work, name="my-work"),
    path("team/", views.team, name="team"),
    path("families/", views.families, name="families"),
    path("due/<whose:whose>.csv", views.sheet, name="due-sheet"),
    path("oversight/", include("alongside.insight.oversight.urls")),
    path("practice/", include("alongside.insight.practice.urls")),
]
