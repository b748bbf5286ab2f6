from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "alongside.access"
    label = "access"

    def ready(self) -> None:
        from alongside.access import signals  # noqa: F401  (signing in and out is heard from here on)
