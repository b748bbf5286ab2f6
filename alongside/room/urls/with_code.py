"""Addresses below /room/, of who comes in with the code."""

from django.urls import path

from alongside.room.views import coming_in

urlpatterns = [
    path("here/since/<int:number>/", coming_in.since, name="room-here-since"),
    path("here/", coming_in.here, name="room-here"),
    path("here/say/", coming_in.say, name="room-here-say"),
    path("here/leave/", coming_in.leave, name="room-here-leave"),
    path("", coming_in.come_in, name="room-come-in"),
]
