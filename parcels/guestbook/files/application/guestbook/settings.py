"""What differs between hosts stands in a file that GUESTBOOK_CONFIGURATION names."""

import os
from configparser import ConfigParser
from pathlib import Path

# Each release is in a folder that is called like it.
RELEASE = Path(__file__).resolve().parent.parent.name

configuration = ConfigParser(interpolation=None)
with open(os.environ["GUESTBOOK_CONFIGURATION"], encoding="utf-8") as file:
    configuration.read_file(file)

TITLE = configuration["page"]["title"]
SECRET_KEY = configuration["page"]["key"]
DEBUG = False
ALLOWED_HOSTS = configuration["page"]["names"].split()
INSTALLED_APPS = ["entries"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "guestbook.urls"
WSGI_APPLICATION = "guestbook.wsgi.application"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True

DATABASES = {
    "default": {
        "ENGINE": configuration["database"].get("engine", "django.db.backends.postgresql"),
        "HOST": configuration["database"]["host"],
        "PORT": configuration["database"]["port"],
        # A migration is tried on a copy first.
        "NAME": os.environ.get("CADASTRE_COPY") or configuration["database"]["name"],
        "USER": configuration["database"]["user"],
        "PASSWORD": configuration["database"]["password"],
        "CONN_MAX_AGE": 60,
    }
}

LOGGING = {
    "version": 1,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING"}},
}
