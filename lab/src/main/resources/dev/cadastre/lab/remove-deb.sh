# Purges package $1 through dpkg.
set -eu
dpkg --purge --force-depends "$1"
