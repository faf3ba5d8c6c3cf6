"""The programs of PostgreSQL, as the guestbook's own account."""

import os
import subprocess

from django.db import connection


def own_database():
    return connection.settings_dict["NAME"]


def start(program, *arguments, **options):
    """Starts one; its password is none of its arguments, which all accounts could read."""
    database = connection.settings_dict
    who = ["-h", database["HOST"], "-p", str(database["PORT"]), "-U", database["USER"], "-w"]
    environment = {**os.environ, "PGPASSWORD": database["PASSWORD"]}
    return subprocess.Popen([program, *who, *arguments], env=environment, **options)


def run(program, *arguments, **options):
    """Runs one to its end, and fails if it does."""
    with start(program, *arguments, **options) as process:
        if process.wait() != 0:
            raise subprocess.CalledProcessError(process.returncode, program)
