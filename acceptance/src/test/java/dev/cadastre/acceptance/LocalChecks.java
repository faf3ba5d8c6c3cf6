package dev.cadastre.acceptance;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What plug-ins must find of this machine, and of the servers that other tests use, too. */
final class LocalChecks {

    private LocalChecks() {}

    /** Of the machine itself, its files, and of servers that are not there. */
    static String machine() {
        return """
        0= check_dummy 0 fine
        1= check_dummy 1 'quite warm'
        2= check_dummy 2 hot
        3= check_dummy 3 dark
        0= negate -c OK /usr/lib/nagios/plugins/check_dummy 2 turned
        0= urlize http://localhost /usr/lib/nagios/plugins/check_dummy 0 linked
        0 check_disk -w 1% -c 0% -p /
        2 check_disk -w 100% -c 100% -p /
        3= check_disk --no-such-option
        0 check_load -w 1000,1000,1000 -c 2000,2000,2000
        2 check_load -w 0,0,0 -c 0,0,0
        0 check_procs -w 1:100000 -c 1:100000
        0 check_procs -w 1: -C java
        1 check_procs -w 0:0 -c 0:100000
        0 check_swap -w 1% -c 0% -n OK
        0 check_users -w 1000 -c 2000
        0= check_apt -t 45 -i '^no-package-is-called-so$'
        0 check_file_age -w 999999999 -c 999999999 -f /etc/passwd
        1 check_file_age -w 1 -c 999999999 -f /etc/passwd
        2 check_file_age -w 1 -c 2 -f /etc/passwd
        2= check_file_age -f /no/such/file
        0= check_log -F /etc/passwd -O /dev/null -q '^nothing'
        2= check_log -F /etc/passwd -O /dev/null -q 'root:x'
        3= check_log -F /no/such/file -O /dev/null -q '^root:'
        0= check_cluster -s -l pool -d 0,0,1 -w 1 -c 2
        1= check_cluster -h -l pool -d 1,1,0 -w 1 -c 2
        2= check_cluster -s -l pool -d 2,2,2 -w 0 -c 1
        2= check_ide_smart -d /dev/no-such-disk
        3= check_flexlm -F /no/such/license.dat
        3= check_oracle --tns shop
        2= check_nt -H 127.0.0.1 -p 1 -v UPTIME
        1= check_nwstat -H 127.0.0.1 -p 1 -v LOAD1
        2= check_overcr -H 127.0.0.1 -p 1 -v UPTIME
        """;
    }

    /** Of an address that answers, and of one to which no route leads from the laboratory. */
    static String ways(String address) {
        return """
        0 check_ping -H HOST -w 500,50% -c 900,90% -p 1
        1 check_ping -H HOST -w 0.001,50% -c 900,90% -p 1
        2 check_ping -H HOST -w 0.001,50% -c 0.002,90% -p 1
        2= check_ping -H 192.0.2.1 -w 500,50% -c 900,90% -p 1
        0 check_fping -H HOST -w 500,50% -c 900,90% -n 1
        1 check_fping -H HOST -w 0.001,50% -c 900,90% -n 1
        2 check_fping -H HOST -w 0.001,50% -c 0.002,90% -n 1
        2= check_fping -H 192.0.2.1 -w 500,50% -c 900,90% -n 1
        0 check_icmp -H HOST
        1 check_icmp -H HOST -w 1us,40% -c 500ms,80%
        2 check_icmp -H HOST -w 1us,40% -c 2us,80%
        2= check_icmp -H 192.0.2.1 -n 1 -t 2
        0 check_host -H HOST
        2= check_host -H 192.0.2.1 -n 1 -t 2
        0 check_rta_multi -H HOST -H 127.0.0.1
        1 check_rta_multi -H HOST -w 1us,40% -c 500ms,80%
        2= check_rta_multi -H 192.0.2.1 -n 1 -t 2
        """
                .replace("HOST", address);
    }

    /** Of our own server, which listens on the loopback address. */
    static String web(int port) {
        return """
        0 check_tcp -H 127.0.0.1 -p PORT
        2= check_tcp -H 127.0.0.1 -p 1
        0 check_http -I 127.0.0.1 -H localhost -u /healthz -p PORT
        1 check_http -I 127.0.0.1 -H localhost -u /api/v1/hosts -p PORT
        2 check_http -I 127.0.0.1 -H localhost -u /healthz -s nowhere -p PORT
        0 check_curl -I 127.0.0.1 -H localhost -u /healthz -p PORT
        1 check_curl -I 127.0.0.1 -H localhost -u /api/v1/hosts -p PORT
        2 check_curl -I 127.0.0.1 -H localhost -u /healthz -s nowhere -p PORT
        2= check_ssh -H 127.0.0.1 -p PORT -t 2
        """
                .replace("PORT", Integer.toString(port));
    }

    /** Of a PostgreSQL that lets the account cadastre in. */
    static String database(int port) {
        return """
        0 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P PORT
        0 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P PORT -q 'select 7' -W 8
        1 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P PORT -q 'select 7' -W 6
        2 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P PORT -q 'select 7' -C 6
        2= check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P 1
        0 DBI -o port=PORT -q 'select 7' -w 8
        1 DBI -o port=PORT -q 'select 7' -w 6
        2 DBI -o port=PORT -q 'select 7' -c 6
        2 DBI -o port=PORT -q 'select nothing' -w 8
        3= DBI -o port=1 -q 'select 7' -w 8
        """
                .replace(
                        "DBI",
                        "check_dbi -d pgsql -o host=127.0.0.1 -o username=cadastre"
                                + " -o dbname=postgres")
                .replace("PORT", Integer.toString(port));
    }

    /**
     * Of a host's sshd, which lets in whoever has the host's key.
     *
     * @param folder that everybody may enter
     * @param knownHosts which the account that runs plug-ins may not be able to read where it is
     */
    static String secureShell(LabHost host, Path folder, Path knownHosts) throws IOException {
        Path key = Files.copy(host.identity(), folder.resolve("plugin-key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Programs.run("chown", "nobody", key.toString()).exited(0);
        Path known = Files.copy(knownHosts, folder.resolve("plugin-known-hosts"));
        Files.setPosixFilePermissions(known, PosixFilePermissions.fromString("rw-r--r--"));
        return """
        0 check_ssh -H HOST
        2= check_ssh -H HOST -p 1
        0= BY_SSH -i KEY -C 'echo fine'
        1= BY_SSH -i KEY -C '/usr/lib/nagios/plugins/check_dummy 1 warm'
        2= BY_SSH -i KEY -C '/usr/lib/nagios/plugins/check_dummy 2 hot'
        3= BY_SSH -i /no/such/key -C 'echo fine'
        3= BY_SSH -i KEY -p 1 -C 'echo fine'
        """
                .replace(
                        "BY_SSH",
                        "check_by_ssh -H HOST -l ops -o BatchMode=yes -o UserKnownHostsFile=%s"
                                .formatted(known))
                .replace("KEY", key.toString())
                .replace("HOST", host.address());
    }

    /** Of a server that speaks XMPP. */
    static String chat(int port) {
        return """
        0 check_jabber -H 127.0.0.1 -p PORT
        1 check_jabber -H 127.0.0.1 -p PORT -e nothing
        2= check_jabber -H 127.0.0.1 -p 1
        """
                .replace("PORT", Integer.toString(port));
    }
}
