package dev.cadastre.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code lab/bin/with-hosts}: hosts beside a command, for a shell as long as somebody sits at it.
 *
 * @param folder where the laboratory makes a folder of its own
 * @param hosts at least one
 * @param command its name and arguments
 */
record WithHosts(Path folder, List<HostSpec> hosts, List<String> command) {

    private static final String USAGE =
            "usage: with-hosts FOLDER NAME[:ROLE]@ADDRESS… -- COMMAND [ARGUMENT…]";
    private static final Pattern HOST =
            Pattern.compile("(?<name>[^:@]+)(:(?<role>[^:@]+))?@(?<address>.+)");
    private static final int MISUSED = 2;

    public static void main(String... words) throws IOException, InterruptedException {
        System.exit(run(words));
    }

    private static int run(String... words) throws IOException, InterruptedException {
        try {
            return read(List.of(words)).run();
        } catch (IllegalArgumentException | LabException e) {
            System.err.println("with-hosts: " + e.getMessage());
            return MISUSED;
        }
    }

    /** What is asked for; an {@link IllegalArgumentException} says what cannot be. */
    static WithHosts read(List<String> words) {
        int end = words.indexOf("--");
        if (end < 2 || end == words.size() - 1) {
            throw new IllegalArgumentException(USAGE);
        }
        List<HostSpec> hosts = words.subList(1, end).stream().map(WithHosts::host).toList();
        return new WithHosts(
                Path.of(words.getFirst()),
                hosts,
                List.copyOf(words.subList(end + 1, words.size())));
    }

    private static HostSpec host(String word) {
        Matcher parts = HOST.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not NAME[:ROLE]@ADDRESS: " + word);
        }
        HostSpec plain = HostSpec.debian(parts.group("name")).address(parts.group("address"));
        String role = parts.group("role");
        return role == null ? plain : plain.role(Role.named(role));
    }

    private int run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Lab lab = Lab.open(folder)) {
            lab.hosts(hosts);
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }
}
