package dev.cadastre.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell script that describes a host. It is fed to {@code sh} on standard input, prints a
 * report on standard output for {@link ReportParser}, and leaves nothing behind. Thread-safe.
 */
public final class Probe {

    private static final String ADD_ONS = "#@add-ons";
    private static final String TEXT = text();

    /** Stamps are of one edition, as another one may tell more, or understand it better. */
    private static final String EDITION = edition();

    private Probe() {}

    /** The probe with {@link ProbeLimits#DEFAULT default limits} and nothing added. */
    public static String script() {
        return script(List.of(), ProbeLimits.DEFAULT);
    }

    /**
     * The probe with the server's own snippets, each of which is guarded and time-boxed like the
     * probe's sections: even a syntax error in one ends that one alone.
     *
     * @throws IllegalArgumentException if two snippets have one name
     */
    public static String script(List<Snippet> snippets, ProbeLimits limits) {
        return script(snippets, limits, KnownSections.NONE);
    }

    /**
     * The same for a host of which sections are known: those are neither gathered nor sent if they
     * are as they were, and have the outcome {@link SectionOutcome.Status#UNCHANGED UNCHANGED}.
     *
     * @throws IllegalArgumentException if two snippets have one name
     */
    public static String script(List<Snippet> snippets, ProbeLimits limits, KnownSections known) {
        if (snippets.stream().map(Snippet::name).distinct().count() < snippets.size()) {
            throw new IllegalArgumentException(
                    "Two snippets have the same name among "
                            + snippets.stream().map(Snippet::name).toList());
        }
        return assignments(limits) + known(known) + TEXT.replace(ADD_ONS, calls(snippets));
    }

    /** Nothing is said of nothing, since whoever runs the script may say what is known. */
    private static String known(KnownSections known) {
        return known.stamps().isEmpty() ? "" : "CADASTRE_KNOWN=" + quoted(known.text()) + "\n";
    }

    private static String assignments(ProbeLimits limits) {
        return "CADASTRE_SECTION_SECONDS="
                + limits.sectionTime().toSeconds()
                + "\nCADASTRE_TOTAL_SECONDS="
                + limits.totalTime().toSeconds()
                + "\nCADASTRE_SECTION_BYTES="
                + limits.sectionBytes()
                + "\nCADASTRE_EDITION="
                + EDITION
                + "\n";
    }

    private static String calls(List<Snippet> snippets) {
        return snippets.stream()
                .map(s -> "added snippet:" + s.name() + " executed eval " + quoted(s.script()))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String edition() {
        String version = Probe.class.getPackage().getImplementationVersion();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((version + TEXT).getBytes(StandardCharsets.UTF_8));
            return String.format("-%08x", ByteBuffer.wrap(digest).getInt());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String text() {
        try (InputStream in = Probe.class.getResourceAsStream("probe.sh")) {
            if (in == null) {
                throw new IllegalStateException("probe.sh is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("probe.sh cannot be read from the library's jar", e);
        }
    }
}
