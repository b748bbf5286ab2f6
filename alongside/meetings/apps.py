from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "alongside.meetings"
    label = "meetings"

    def ready(self) -> None:
        """Begin to listen: to records that become final."""
        from alongside.meetings import listeners

        listeners.connect()
