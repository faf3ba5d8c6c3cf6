package dev.cadastre.bench;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The sockets of made hosts that speak with each other: each listens on a few ports, goes to some
 * others, and is gone to by some.
 */
final class SyntheticSockets {

    private static final int PEERS = 12;
    private static final int[] PORTS = {22, 80, 5432, 6379, 8000};
    private static final String[] PROGRAMS = {
        "sshd", "nginx", "postgres", "redis-server", "gunicorn"
    };
    private static final int EPHEMERAL = 40_000;

    private final int hosts;

    SyntheticSockets(int hosts) {
        this.hosts = hosts;
    }

    /**
     * As the probe prints them.
     *
     * @param turns for each peer, how often it became another one so far
     */
    String of(int host, IntUnaryOperator turns) {
        StringBuilder text = new StringBuilder("+ss\n");
        for (int i = 0; i < PORTS.length; i++) {
            text.append(
                    "|tcp 0.0.0.0:%d 0.0.0.0:* LISTEN %d 7%d 70%d %s\n"
                            .formatted(PORTS[i], 100 + i, i, i, PROGRAMS[i]));
        }
        IntStream.range(0, PEERS)
                .forEach(peer -> {
                    connection(text, host, EPHEMERAL + peer, to(host, peer, turns), port(peer), 4);
                    connection(
                            text,
                            host,
                            port(peer),
                            from(host, peer, turns),
                            EPHEMERAL + peer,
                            program(peer));
                });
        return text.toString();
    }

    private static int program(int peer) {
        return 1 + peer % (PORTS.length - 1);
    }

    private static int port(int peer) {
        return PORTS[program(peer)];
    }

    private int to(int host, int peer, IntUnaryOperator turns) {
        return Math.floorMod(host + step(peer, turns), hosts);
    }

    private int from(int host, int peer, IntUnaryOperator turns) {
        return Math.floorMod(host - step(peer, turns), hosts);
    }

    private static int step(int peer, IntUnaryOperator turns) {
        return 1 + peer * 7 + turns.applyAsInt(peer) * 101;
    }

    private static void connection(
            StringBuilder text, int host, int local, int peer, int remote, int program) {
        text.append(
                "|tcp %s:%d %s:%d ESTAB %d 9%d 70%d %s\n"
                        .formatted(
                                HostSections.address(host),
                                local,
                                HostSections.address(peer),
                                remote,
                                100 + program,
                                local,
                                program,
                                PROGRAMS[program]));
    }
}
