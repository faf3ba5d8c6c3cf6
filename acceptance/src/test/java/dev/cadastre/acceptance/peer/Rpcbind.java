package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** The register of RPC programs, which has only itself in it. */
final class Rpcbind implements Peer {

    private static final int PORT = 111;

    @Override
    public void start(LabHost host) {
        host.launch("root", "rpcbind", "-f", "-w").awaitPort(PORT);
    }

    @Override
    public String checksOnHost() {
        return """
        0= check_rpc -H HOST -C portmapper -c 2,3,4 -t
        0= check_rpc -H HOST -C portmapper -u
        2= check_rpc -H HOST -C portmapper -c 9 -t
        3= check_rpc -H HOST -C nfs -t
        3= check_rpc -H HOST -C nothing
        """;
    }
}
