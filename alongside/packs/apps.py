from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "alongside.packs"
    verbose_name = "Practice packs"
