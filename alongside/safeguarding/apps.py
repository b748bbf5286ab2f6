from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "alongside.safeguarding"
    label = "safeguarding"

    def ready(self) -> None:
        """Begin to listen to records that become final."""
        from alongside.safeguarding import listeners

        listeners.connect()
