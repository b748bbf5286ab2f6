from django.urls import path

from alongside.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.read_notices, name="notices-read"),
    path("notices/mail/", views.choose_mail, name="notices-mail"),
    path("notices/<int:notice_id>/", views.open_notice, name="notice-open"),
]
