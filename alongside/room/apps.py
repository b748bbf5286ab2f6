from django.apps import AppConfig


class RoomConfig(AppConfig):
    name = "alongside.room"
    label = "room"
