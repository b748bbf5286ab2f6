"""Addresses of the threshold guide, open to everybody."""

from django.urls import path

from alongside.thresholds.views import choosing, going_on, guide

urlpatterns = [
    path("thresholds/", guide.guide, name="threshold-guide"),
    path("thresholds/guide.pdf", guide.paper, name="threshold-paper"),
    path("thresholds/parts/<slug:domain_id>/", guide.part, name="threshold-part"),
    path("thresholds/levels/<slug:level_id>/", guide.level, name="threshold-level"),
    path("thresholds/signs/<slug:sign_id>/", guide.sign, name="threshold-sign"),
    path("thresholds/choose/", choosing.children, name="threshold-choose"),
    path("thresholds/choose/<slug:domain_id>/", choosing.part, name="threshold-choose-part"),
    path("thresholds/reading/", choosing.reading, name="threshold-reading"),
    path("thresholds/begin-anew/", choosing.begin_anew, name="threshold-begin-anew"),
    path("thresholds/carry/", going_on.carry, name="threshold-carry"),
    path("thresholds/carry/unnamed/", going_on.carry_unnamed, name="threshold-carry-unnamed"),
    path("thresholds/carry/<int:family_id>/", going_on.carry_to, name="threshold-carry-to"),
]
