package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** ClamAV, which knows one signature. */
final class Clamd implements Peer {

    private static final int PORT = 3310;

    @Override
    public void start(LabHost host) {
        host.writeFile("/srv/clamav/test.hdb", "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n");
        host.writeFile(
                "/srv/clamd.conf",
                """
                Foreground yes
                DatabaseDirectory /srv/clamav
                TCPSocket %d
                TCPAddr %s
                """
                        .formatted(PORT, host.address()));
        host.launch("root", "clamd", "--config-file=/srv/clamd.conf").awaitPort(PORT);
    }

    @Override
    public String checks() {
        return """
        0 check_clamd -H HOST
        1 check_clamd -H HOST -e PING
        2= check_clamd -H HOST -p 3311
        """;
    }
}
