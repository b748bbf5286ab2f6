from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "alongside.conferences"
    label = "conferences"

    def ready(self) -> None:
        """Begin to listen: to meetings, to contributions, to records that become final."""
        from alongside.conferences import listeners

        listeners.connect()
