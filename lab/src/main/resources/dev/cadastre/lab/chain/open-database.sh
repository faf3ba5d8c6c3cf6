# Lets the shop in from the other hosts.
set -eu
cd /etc/postgresql/*/main
echo 'host shop shop 10.77.0.0/16 scram-sha-256' >>pg_hba.conf
cat >conf.d/lab.conf <<'CONF'
listen_addresses = '*'
fsync = off
CONF
