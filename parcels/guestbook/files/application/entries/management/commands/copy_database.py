"""manage.py copy_database"""

import hashlib
import socket
import subprocess

from django.core.management.base import BaseCommand, CommandError

from entries.management.postgresql import own_database, run, start


class Command(BaseCommand):
    """Copies the database, while others work with it, and prints what the copy is called."""

    help = __doc__
    requires_system_checks = []

    def handle(self, **options):
        # Another host may try the same at the same time; names have 63 bytes at most.
        host = hashlib.sha256(socket.gethostname().encode()).hexdigest()[:12]
        copy = f"{own_database()[:40]}_try_{host}"
        run("dropdb", "--if-exists", copy, stderr=subprocess.DEVNULL)
        run("createdb", "-T", "template0", copy)
        with start("pg_dump", "--no-owner", own_database(), stdout=subprocess.PIPE) as dump:
            fill = ["-qX", "-v", "ON_ERROR_STOP=1", copy]
            run("psql", *fill, stdin=dump.stdout, stdout=subprocess.DEVNULL)
        if dump.returncode != 0:
            raise CommandError(f"{own_database()} could not be read")
        self.stdout.write(copy)
