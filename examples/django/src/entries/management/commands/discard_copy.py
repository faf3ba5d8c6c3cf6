"""manage.py discard_copy"""

import os
import subprocess

from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    """Removes the copy of the database that CADASTRE_COPY names."""

    help = __doc__
    requires_system_checks = []

    def handle(self, **options):
        copy = os.environ.get("CADASTRE_COPY")
        if not copy:
            raise CommandError("CADASTRE_COPY names no copy")
        who = ["-h", connection.settings_dict["HOST"], "-U", connection.settings_dict["USER"]]
        subprocess.run(["dropdb", *who, copy], check=True)
