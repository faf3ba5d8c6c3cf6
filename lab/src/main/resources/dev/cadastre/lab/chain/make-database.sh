# Makes the shop's database in a server that has begun to listen.
set -eu
until setpriv --reuid=postgres --regid=postgres --init-groups pg_isready -q; do sleep 0.02; done
setpriv --reuid=postgres --regid=postgres --init-groups --reset-env psql -qX -v ON_ERROR_STOP=1 <<'SQL'
CREATE ROLE shop LOGIN PASSWORD 'shop';
CREATE DATABASE shop OWNER shop;
\connect shop
SET ROLE shop;
CREATE TABLE orders (number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
SQL
