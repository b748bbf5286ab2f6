"""Addresses of the plan."""

from django.urls import include, path

from alongside.plans import views, visit_sheet
from alongside.plans.outcomes import views as outcomes

urlpatterns = [
    path("", include("alongside.plans.claims.urls")),
    path("", include("alongside.plans.endings.urls")),
    path("", include("alongside.plans.endings.urls")),
    path("families/<int:family_id>/plan/", views.plan, name="family-plan"),
    path("families/<int:family_id>/plan/<uuid:action_id>/", views.action, name="family-action"),
    path("families/<int:family_id>/plan/outcomes/<uuid:outcome_id>/", outcomes.outcome, name="family-outcome"),
    path("families/<int:family_id>/visit-sheet/", visit_sheet.visit_sheet, name="visit-sheet"),
]
