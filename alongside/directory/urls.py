"""Addresses of the service directory."""

from django.urls import path

from alongside.directory.views import finding, keeping

urlpatterns = [
    path("services/", finding.services, name="services"),
    path("services/keep/", keeping.keep, name="keep-services"),
    path("services/<int:service_id>/", finding.service, name="service"),
    path("services/<int:service_id>/helps-with/", keeping.helps_with, name="service-helps-with"),
]
