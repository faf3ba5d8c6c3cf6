# Takes away all that the jobs of the benchmark of changes bring to a host.
set -eu
daemon=/var/lib/cadastre/daemons/bench
if [ -f "$daemon/pid" ]; then
    read -r pid _ <"$daemon/pid"
    kill "$pid" || :
fi
start-stop-daemon --stop --quiet --oknodo --remove-pidfile --pidfile /run/bench.pid
apt-mark unhold bench-tool >/dev/null || :
dpkg --purge bench-base bench-tool >/dev/null 2>&1
for account in bench bench-web; do
    ! id "$account" >/dev/null 2>&1 || userdel "$account"
done
crontab -r
rm -rf /etc/bench /srv/bench /var/lib/bench /var/log/bench /var/lib/cadastre
