"""Addresses of what others are asked for."""

from django.urls import path

from alongside.contributions.views import asking, by_link, contribution, inviting

OF_FAMILY = "families/<int:family_id>/contributions/"
ONE = f"{OF_FAMILY}<int:contribution_id>/"
BY_LINK = "contribute/<str:token>/"

urlpatterns = [
    path("entries/<int:entry_id>/ask/", asking.for_a_record, name="contribution-ask"),
    path("entries/<int:entry_id>/invite/", inviting.invite, name="entry-invite"),
    path(OF_FAMILY, contribution.of_family, name="family-contributions"),
    path(ONE, contribution.contribution, name="contribution"),
    path(BY_LINK, by_link.write, name="contribute"),
    path(f"{BY_LINK}answers/", by_link.answer, name="contribute-answer"),
    path(f"{BY_LINK}send/", by_link.send, name="contribute-send"),
    path(f"{BY_LINK}decline/", by_link.decline, name="contribute-decline"),
    path(f"{BY_LINK}sent.pdf", by_link.pdf, name="contribute-pdf"),
]
