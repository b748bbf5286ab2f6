"""The product's addresses, and the view that stands for the least a page can cost."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from alongside.access.guards import public
from alongside.config.urls import handler403, handler404, handler429, handler500
from alongside.config.urls import urlpatterns as products

__all__ = ["handler403", "handler404", "handler429", "handler500", "urlpatterns"]


@public
def hello(request: HttpRequest) -> HttpResponse:
    """Answer one word through the same server and the same layers, without a look at the database."""
    return HttpResponse("hello")


urlpatterns = [path("hello/", hello, name="hello"), *products]
