"""How gunicorn serves the guestbook, which it is started in the folder of."""

import os
from configparser import ConfigParser

configuration = ConfigParser(interpolation=None)
with open(os.environ["GUESTBOOK_CONFIGURATION"], encoding="utf-8") as file:
    configuration.read_file(file)

wsgi_app = "guestbook.wsgi"
bind = configuration["http"]["bind"]
workers = configuration["http"].getint("workers")
# Beyond a request that is as slow as the database may be.
timeout = 60
# It looks there whether its workers live; on a disk that would hold them up.
worker_tmp_dir = "/dev/shm"
