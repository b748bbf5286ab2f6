"""Addresses of the plan."""

from django.urls import path

from alongside.plans import views

urlpatterns = [
    path("families/<int:family_id>/plan/", views.plan, name="family-plan"),
    path("families/<int:family_id>/plan/<uuid:action_id>/", views.action, name="family-action"),
]
