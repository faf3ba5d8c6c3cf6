"""manage.py migrate_entries VERSION"""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction

# Any number that nobody else uses in the guestbook's database.
LOCK = 4711


class Command(BaseCommand):
    """Migrates the entries to a version, all of it or nothing, one host after the other."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("version")

    def handle(self, version, **options):
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            call_command("migrate", "entries", version, interactive=False, stdout=self.stdout)
