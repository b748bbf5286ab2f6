from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "alongside.finding"
    label = "finding"

    def ready(self) -> None:
        """Begin to listen: what is said anywhere can be found at once."""
        from alongside.finding import listeners

        listeners.connect()
