from django.urls import path

from alongside.insight.oversight import views

urlpatterns = [
    path("", views.oversight, name="oversight"),
    path("rows/", views.oversight_rows, name="oversight-rows"),
    path("practice.xlsx", views.oversight_sheet, name="oversight-sheet"),
]
