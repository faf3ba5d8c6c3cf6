package dev.cadastre.probe;

import java.util.Collection;

/**
 * The shell script that asks a host which versions of packages its repositories offer, by the lists
 * of them that it has: apt, dnf, yum and apk are asked as far as they are there, and no network is
 * used. It is fed to {@code sh} on standard input and prints an answer on standard output for
 * {@link OffersParser}. Thread-safe.
 */
public final class OffersProbe {

    private static final String TEXT = Scripts.text("offers.sh");

    private OffersProbe() {}

    /**
     * The script for packages of these names.
     *
     * @param names extended regular expressions (POSIX) that a whole name has to match
     */
    public static String script(Collection<String> names) {
        return Scripts.assigned("CADASTRE_NAMES", "^(" + String.join("|", names) + ")$") + TEXT;
    }
}
