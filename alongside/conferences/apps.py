from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "alongside.conferences"
    label = "conferences"
