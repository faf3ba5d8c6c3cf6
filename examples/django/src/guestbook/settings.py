"""What differs between hosts stands in /etc/guestbook; the password of the database in ~/.pgpass."""

import os
from configparser import ConfigParser
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
# Each release is in a folder that is called like it.
RELEASE = BASE_DIR.name

CONFIGURATION = Path(os.environ.get("GUESTBOOK_CONFIGURATION", "/etc/guestbook"))
configuration = ConfigParser(interpolation=None)
with open(CONFIGURATION / "guestbook.ini", encoding="utf-8") as file:
    configuration.read_file(file)

TITLE = configuration["page"]["title"]
SECRET_KEY = (CONFIGURATION / "key").read_text(encoding="ascii").strip()
DEBUG = False
# The load balancer before it lets no other names through.
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["entries"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "guestbook.urls"
WSGI_APPLICATION = "guestbook.wsgi.application"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": configuration["database"]["host"],
        # A migration is tried on a copy first.
        "NAME": os.environ.get("CADASTRE_COPY") or configuration["database"]["name"],
        "USER": configuration["database"]["user"],
        "CONN_MAX_AGE": 60,
    }
}

LOGGING = {
    "version": 1,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING"}},
}
