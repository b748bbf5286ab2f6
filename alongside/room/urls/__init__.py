"""Addresses of who holds a room, below its meeting."""

from django.urls import URLPattern, path

from alongside.room.views import holding

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
]
