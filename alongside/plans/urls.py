"""Addresses of the plan."""

from django.urls import include, path

from alongside.plans import giving, views, visit_sheet
from alongside.plans.outcomes import views as outcomes
from alongside.plans.overseeing import views as overseeing
from alongside.plans.papers import views as papers
from alongside.plans.supervising import views as supervising

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
    path("entries/<int:entry_id>/give/", giving.give, name="entry-give"),
    path("supervision/", supervising.mine, name="supervision"),
    path("supervision/<int:worker_id>/", supervising.of_worker, name="supervision-of"),
    path("waiting-for-oversight/", overseeing.waiting, name="waiting-for-oversight"),
    path("families/<int:family_id>/visit-sheet/", visit_sheet.visit_sheet, name="visit-sheet"),
]
