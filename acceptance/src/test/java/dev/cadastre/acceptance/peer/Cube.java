package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A game server. */
final class Cube implements Peer {

    private static final int PORT = 28785;

    @Override
    public void start(LabHost host) {
        host.launch("nobody", "/usr/games/cube2-server", "-i" + host.address(), "-nshop")
                .awaitCommand(Listening.onUdp(PORT));
    }

    /** Of what is no game, quakestat prints its manual, which check_game falls over. */
    @Override
    public String checks() {
        return """
        0 check_game cubes HOST
        2= check_game cubes HOST -P 1
        3 check_game chess HOST
        """;
    }
}
