package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A clock that takes the machine's time for right, and may not put it right. */
final class Ntpd implements Peer {

    private static final String CONFIGURATION = "/srv/ntp.conf";

    @Override
    public void start(LabHost host) {
        host.writeFile(
                CONFIGURATION,
                """
                restrict 10.77.0.0 mask 255.255.0.0
                driftfile /srv/drift
                refclock local stratum 3 minpoll 0 maxpoll 0
                tos minclock 1 minsane 1 orphan 4 orphanwait 1
                """);
        host.launch(
                        "root",
                        "setpriv",
                        "--bounding-set=-sys_time",
                        "ntpd",
                        "-n",
                        "-c",
                        CONFIGURATION)
                .awaitCommand(
                        "/usr/lib/nagios/plugins/check_ntp_peer -H %s -w 5 -c 9"
                                .formatted(host.address()));
    }

    @Override
    public String checks() {
        return """
        0 check_ntp_time -H HOST -w 5 -c 9
        2 check_ntp_time -H HOST -w 5 -c 9 -o 100
        0 check_ntp -H HOST -w 5 -c 9
        1 check_ntp -H HOST -w 0 -c 9
        0 check_ntp_peer -H HOST -w 5 -c 9
        1 check_ntp_peer -H HOST -w 5 -c 9 -W 1 -C 5
        2 check_ntp_peer -H HOST -w 5 -c 9 -W 1 -C 2
        """;
    }
}
