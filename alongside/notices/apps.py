from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "alongside.notices"
    label = "notices"

    def ready(self) -> None:
        """Begin to listen to who works with a family, and to records opened in an emergency."""
        from alongside.notices import listeners

        listeners.connect()
