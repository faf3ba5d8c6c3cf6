"""manage.py schema_version"""

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


class Command(BaseCommand):
    """Prints the newest migration that the database has, or zero, as migrate calls it."""

    help = __doc__
    requires_system_checks = []

    def handle(self, **options):
        applied = MigrationRecorder(connection).applied_migrations()
        self.stdout.write(max((name for app, name in applied if app == "entries"), default="zero"))
