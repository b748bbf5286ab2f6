from django.apps import AppConfig


class ThresholdsConfig(AppConfig):
    name = "alongside.thresholds"
    label = "thresholds"
