"""The door through which the web server calls us."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
application = get_wsgi_application()

# What is loaded by now stays for good. Looking through all of it for rubbish takes a fifth of a second, in the middle
# of somebody's page; a page makes some thousands of things, which are looked through when there are many.
gc.freeze()
gc.set_threshold(5_000, 20, 20)
