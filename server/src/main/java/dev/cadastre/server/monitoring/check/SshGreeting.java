package dev.cadastre.server.monitoring.check;

/**
 * How an SSH server introduces itself.
 *
 * @param protocol such as 2.0
 * @param software its name and version, and what it says besides
 */
record SshGreeting(String protocol, String software) {

    /** Of a line that begins with {@code SSH-}. */
    static SshGreeting parse(String line) throws CheckFailure {
        String[] parts = line.split("-", 3);
        if (parts.length < 3 || parts[2].isBlank()) {
            throw CheckFailure.critical(
                    "its greeting " + Shown.quoted(line) + " names no version",
                    "See what listens there.");
        }
        return new SshGreeting(Shown.cut(parts[1], 20), Shown.cut(parts[2], 255));
    }

    /** Whether it speaks the protocol that is in use; 1.99 means both. */
    boolean isCurrent() {
        return protocol.equals("2.0") || protocol.equals("1.99");
    }
}
