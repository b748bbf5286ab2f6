"""The settings of production, with one more address and one more layer that counts queries when asked to."""

from alongside.config.settings import *  # noqa: F403
from alongside.config.settings import MIDDLEWARE as PRODUCTS

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.serving.counting.Counted", *PRODUCTS]
