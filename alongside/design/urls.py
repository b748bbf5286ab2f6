"""The style page, for who develops Alongside. Put into the product's addresses in development only."""

from django.urls import path

from alongside.design import views

urlpatterns = [path("design/", views.style_page, name="design")]
