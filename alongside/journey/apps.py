from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "alongside.journey"
    label = "journey"

    def ready(self) -> None:
        """Begin to listen: to facts, to people who join and leave, and to entries that become final."""
        from alongside.journey import listeners

        listeners.connect()
