from django.urls import path

from alongside.meetings.allocation import views

urlpatterns = [
    path("", views.meetings, name="allocation-meetings"),
    path("<int:allocation_id>/", views.meeting, name="allocation-meeting"),
]
