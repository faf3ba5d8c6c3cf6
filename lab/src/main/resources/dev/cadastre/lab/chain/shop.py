"""A shop of one page: each order is a row in PostgreSQL, each visit a count in Redis."""

import socket

import django
import redis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="of the laboratory",
    LOGGING={
        "version": 1,
        "handlers": {"stderr": {"class": "logging.StreamHandler"}},
        "loggers": {"django": {"handlers": ["stderr"], "propagate": False}},
    },
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": "db",
            "NAME": "shop",
            "USER": "shop",
            "PASSWORD": "shop",
            "CONN_MAX_AGE": None,
        }
    },
)
django.setup()
visits = redis.Redis(connection_pool=redis.ConnectionPool(host="cache"))


def order(request):
    visit = visits.incr("visits")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO orders DEFAULT VALUES RETURNING number")
        number = cursor.fetchone()[0]
    return HttpResponse(f"{socket.gethostname()} order {number} visit {visit}\n")


def alive(request):
    return HttpResponse("alive\n")


urlpatterns = [path("", order), path("alive", alive)]
application = get_wsgi_application()
