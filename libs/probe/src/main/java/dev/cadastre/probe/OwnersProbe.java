package dev.cadastre.probe;

/**
 * The shell script that asks a host which package a file belongs to. It is fed to {@code sh} on
 * standard input, prints an answer on standard output for {@link OwnersParser}, and leaves nothing
 * behind. Thread-safe.
 */
public final class OwnersProbe {

    private static final String TEXT = Scripts.text("owners.sh");

    private OwnersProbe() {}

    /** The script for that file; no character of its path is more than a character to the shell. */
    public static String script(HostFile file) {
        return Scripts.assigned("CADASTRE_FILE", file.path()) + TEXT;
    }
}
