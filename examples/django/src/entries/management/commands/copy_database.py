"""manage.py copy_database"""

import re
import socket
import subprocess

from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    """Copies the database, while others work with it, and prints what the copy is called."""

    help = __doc__
    requires_system_checks = []

    def handle(self, **options):
        name = connection.settings_dict["NAME"]
        # Another host may try the same at the same time.
        copy = f"{name}_try_" + re.sub("[^a-z0-9]", "_", socket.gethostname().lower())
        who = ["-h", connection.settings_dict["HOST"], "-U", connection.settings_dict["USER"]]
        subprocess.run(["dropdb", *who, "--if-exists", copy], check=True)
        subprocess.run(["createdb", *who, copy], check=True)
        with subprocess.Popen(["pg_dump", *who, name], stdout=subprocess.PIPE) as dump:
            fill = ["psql", *who, "-qX", "-v", "ON_ERROR_STOP=1", copy]
            subprocess.run(fill, stdin=dump.stdout, stdout=subprocess.DEVNULL, check=True)
        if dump.returncode != 0:
            raise CommandError(f"{name} could not be read")
        self.stdout.write(copy)
