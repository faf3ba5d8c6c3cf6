# Fails unless all that the jobs of the benchmark of changes are to bring is there.
set -eu
test "$(dpkg-query -W -f '${db:Status-Status}' bench-base)" = installed
test "$(dpkg-query -W -f '${db:Status-Abbrev}' bench-tool)" = 'hi '
test "$(getent passwd bench | cut -d: -f6,7)" = /srv/bench:/usr/sbin/nologin
id bench-web >/dev/null
test "$(stat -c '%a %U' /etc/bench)" = '755 root'
test "$(stat -c '%a %U' /srv/bench)" = '750 bench'
test "$(stat -c '%a %U' /var/lib/bench)" = '750 bench'
test "$(stat -c '%a %U' /var/log/bench)" = '750 bench'
for number in 1 2 3 4; do
    grep -q "^setting 40 = $number\$" "/etc/bench/copy-$number.conf"
    test "$(stat -c '%a %G' "/etc/bench/site-$number.conf")" = '640 bench'
    grep -q '^listen 8080$' "/etc/bench/site-$number.conf"
done
test "$(wc -c </srv/bench/data)" = 100000
crontab -l | grep -q '^7 3 \* \* \* /bin/true$'
crontab -l | grep -q '^17 4 \* \* \* /bin/true$'
for process in /proc/[0-9]*; do
    case $(tr '\0' ' ' <"$process/cmdline") in
    'sleep 1000000 ' | '/usr/bin/sleep 1000000 ') exit 0 ;;
    esac
done
echo 'the daemon does not run' >&2
exit 1
