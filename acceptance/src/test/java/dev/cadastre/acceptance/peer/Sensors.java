package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** The machine's own sensors, which many machines do not have. */
final class Sensors implements Peer {

    @Override
    public void start(LabHost host) {
        host.run("command -v sensors");
    }

    @Override
    public String checksOnHost() {
        return """
        0123= check_sensors
        """;
    }
}
