"""Addresses of rooms: of who holds one below its meeting, of who comes in with a code below /room/."""

from django.urls import URLPattern, path

from alongside.room.views import coming_in, holding

OF_MEETING = "families/<int:family_id>/meetings/<int:meeting_id>/room/"


def _of_face(face: str) -> list[URLPattern]:
    as_face = {"face": face}
    return [
        path(f"{OF_MEETING}{face}/", holding.face, as_face, name=f"room-{face}"),
        path(f"{OF_MEETING}{face}/since/<int:number>/", holding.since, as_face, name=f"room-{face}-since"),
    ]


urlpatterns = [
    path(OF_MEETING, holding.door, name="room"),
    path(f"{OF_MEETING}close/", holding.close, name="room-close"),
    *_of_face("chair"),
    *_of_face("minutes"),
    *_of_face("screen"),
    path(f"{OF_MEETING}chair/say/", holding.say, {"face": "chair"}, name="room-chair-say"),
    path(f"{OF_MEETING}minutes/say/", holding.say, {"face": "minutes"}, name="room-minutes-say"),
    path("room/", coming_in.come_in, name="room-come-in"),
    path("room/here/", coming_in.here, name="room-here"),
    path("room/here/since/<int:number>/", coming_in.since, name="room-here-since"),
    path("room/here/say/", coming_in.say, name="room-here-say"),
    path("room/here/leave/", coming_in.leave, name="room-here-leave"),
]
