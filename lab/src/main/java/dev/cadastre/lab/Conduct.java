package dev.cadastre.lab;

/** How a host treats the commands it is sent over SSH. */
public enum Conduct {
    /** It runs them. */
    OBEYS(""),
    /** It runs them, hands out the first 2,000 bytes of their output and then hangs. */
    HANGS_MIDWAY(
            """
            ForceCommand sh -c "$SSH_ORIGINAL_COMMAND" | head -c 2000; exec sleep 2147483647
            """),
    /** It answers each with random bytes, without end. */
    ENDLESS_GARBAGE(
            """
            ForceCommand exec cat /dev/urandom
            """);

    private final String sshdDirective;

    Conduct(String sshdDirective) {
        this.sshdDirective = sshdDirective;
    }

    String sshdDirective() {
        return sshdDirective;
    }
}
