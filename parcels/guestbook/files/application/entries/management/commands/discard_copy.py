"""manage.py discard_copy"""

import os

from django.core.management.base import BaseCommand, CommandError

from entries.management.postgresql import run


class Command(BaseCommand):
    """Removes the copy of the database that CADASTRE_COPY names."""

    help = __doc__
    requires_system_checks = []

    def handle(self, **options):
        copy = os.environ.get("CADASTRE_COPY")
        if not copy:
            raise CommandError("CADASTRE_COPY names no copy")
        run("dropdb", copy)
