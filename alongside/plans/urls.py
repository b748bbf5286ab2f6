"""Addresses of the plan."""

from django.urls import include, path

from alongside.plans import views, visit_sheet
from alongside.plans.outcomes import views as outcomes
from alongside.plans.papers import views as papers

urlpatterns = [
    path("", include("alongside.plans.claims.urls")),
    path("", include("alongside.plans.endings.urls")),
    path("families/<int:family_id>/plan/", views.plan, name="family-plan"),
    path("families/<int:family_id>/plan/<uuid:action_id>/", views.action, name="family-action"),
    path("families/<int:family_id>/plan/outcomes/<uuid:outcome_id>/", outcomes.outcome, name="family-outcome"),
    path("families/<int:family_id>/plan/paper/", papers.paper, name="plan-paper"),
    path("families/<int:family_id>/plan/paper/pdf/", papers.paper_pdf, name="plan-paper-pdf"),
    path("families/<int:family_id>/plan/paper/<int:involvement_id>/", papers.agency_paper, name="agency-paper"),
    path(
        "families/<int:family_id>/plan/paper/<int:involvement_id>/pdf/",
        papers.agency_paper_pdf,
        name="agency-paper-pdf",
    ),
    path("families/<int:family_id>/visit-sheet/", visit_sheet.visit_sheet, name="visit-sheet"),
]
