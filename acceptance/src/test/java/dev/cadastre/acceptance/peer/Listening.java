package dev.cadastre.acceptance.peer;

/** Shell text that succeeds as soon as a server can be reached. */
final class Listening {

    private Listening() {}

    /** That somebody receives on a UDP port. */
    static String onUdp(int port) {
        return "[ -n \"$(ss -Hlun 'sport = :%d')\" ]".formatted(port);
    }
}
