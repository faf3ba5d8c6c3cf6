package dev.cadastre.ssh;

import java.util.ArrayList;
import java.util.List;

/**
 * What an OpenSSH {@code known_hosts} file says (format: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"):
 * plain and hashed names, {@code [host]:port}, wildcards, negation and {@code @revoked}. Hosts that
 * it does not name are unknown, and nothing is added. {@code @cert-authority} lines are reported as
 * problems, as host certificates are not supported. Immutable.
 */
public final class KnownHosts implements HostKeys {
    private final List<Entry> entries;
    private final List<Problem> problems;

    private KnownHosts(List<Entry> entries, List<Problem> problems) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
    }

    /**
     * One line that names a key.
     *
     * @param line counted from 1
     */
    public record Entry(int line, HostPatterns hosts, boolean revoked, HostKey key) {}

    /**
     * One line that was left out, and why.
     *
     * @param line counted from 1
     */
    public record Problem(int line, String reason) {}

    /** Reads a whole file. Lines that cannot be read are left out and told as problems. */
    public static KnownHosts parse(String text) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                try {
                    entries.add(entry(number, content));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(number, String.valueOf(e.getMessage())));
                }
            }
        }
        return new KnownHosts(entries, problems);
    }

    private static Entry entry(int line, String content) {
        boolean marked = content.startsWith("@");
        String[] fields = content.split("[ \t]+", -1);
        int first = marked ? 1 : 0;
        if (marked && !fields[0].equals("@revoked")) {
            throw new IllegalArgumentException(fields[0] + " is not supported");
        }
        if (fields.length < first + 3) {
            throw new IllegalArgumentException("a line has hosts, a key type and a key");
        }
        return new Entry(
                line,
                HostPatterns.parse(fields[first]),
                marked,
                new HostKey(fields[first + 1], fields[first + 2]));
    }

    /** The lines that speak of this host, in the order of the file. */
    public List<Entry> entries(HostAddress host) {
        return entries.stream().filter(entry -> entry.hosts().match(host)).toList();
    }

    /** The lines that were left out. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Decision decide(HostAddress host, HostKey presented) {
        List<Entry> known = entries(host);
        if (known.stream().anyMatch(entry -> entry.revoked() && entry.key().equals(presented))) {
            return new Decision.Revoked();
        }
        List<HostKey> trusted = trusted(known);
        if (trusted.isEmpty()) {
            return new Decision.Unknown();
        }
        return trusted.contains(presented) ? new Decision.Trusted() : new Decision.Changed(trusted);
    }

    @Override
    public List<String> knownTypes(HostAddress host) {
        return trusted(entries(host)).stream().map(HostKey::type).distinct().toList();
    }

    private static List<HostKey> trusted(List<Entry> known) {
        return known.stream().filter(entry -> !entry.revoked()).map(Entry::key).toList();
    }
}
