from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "alongside.visits"
    label = "visits"

    def ready(self) -> None:
        """Begin to listen: to records that become final."""
        from alongside.visits import listeners

        listeners.connect()
