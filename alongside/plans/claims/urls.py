"""Addresses of claims."""

from django.urls import path

from alongside.plans.claims import views

urlpatterns = [
    path("families/<int:family_id>/claim/", views.of_family, name="family-claim"),
    path("claims/", views.claims, name="claims"),
    path("claims/list.csv", views.sheet_csv, name="claims-csv"),
    path("claims/list.xlsx", views.sheet_xlsx, name="claims-xlsx"),
]
