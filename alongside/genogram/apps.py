from django.apps import AppConfig


class GenogramConfig(AppConfig):
    name = "alongside.genogram"
    label = "genogram"

    def ready(self) -> None:
        """Make the genogram known to forms as a field type."""
        from alongside.genogram.fields.genogram import Genogram
        from alongside.story.fields import register

        register(Genogram())
