package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A server of films, which has none. */
final class RtspServer implements Peer {

    private static final int PORT = 554;

    @Override
    public void start(LabHost host) {
        host.launch("root", "rtsp-server-perl", "--client_listen_address=" + host.address())
                .awaitPort(PORT);
    }

    @Override
    public String checks() {
        return """
        0 check_real -H HOST
        2= check_real -H HOST -p 555
        """;
    }
}
