package dev.cadastre.cli.offline;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Substitution;
import dev.cadastre.ssh.HostAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of an estate file, with their addresses and values. It reads what runs need; `cadastre
 * estate check` says what else may be wrong with the file.
 */
public final class EstateHosts {

    private final EstateValues values;

    private EstateHosts(EstateValues values) {
        this.values = values;
    }

    /** Reads a file; whatever is wrong with its text is a {@link Failure} that tells all of it. */
    public static EstateHosts read(Path file) {
        try {
            IniReading reading = IniParser.parse(file.toString(), Files.readAllBytes(file));
            new Problems().add(reading.problems()).require(file.toString());
            return new EstateHosts(new EstateValues(reading.document()));
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Cannot read " + file + ": " + e.getMessage(),
                    e,
                    "Name an estate file with --estate.");
        }
    }

    /** The names of all hosts, in the order of the file. */
    public List<String> names() {
        return values.hosts();
    }

    /** The names of the hosts of a group. */
    public List<String> ofGroup(String group) {
        return names().stream().filter(host -> values.groups(host).contains(group)).toList();
    }

    /** The names of the hosts of an environment. */
    public List<String> ofEnvironment(String environment) {
        return names().stream()
                .filter(host -> values.environment(host).equals(environment))
                .toList();
    }

    /** A host of that name; a {@link Failure} if something of it makes no sense. */
    public OfflineHost host(String name) {
        Map<String, String> seen = seen(name);
        try {
            return new OfflineHost(
                    name,
                    new HostAddress(seen.getOrDefault("address", name), 1).host(),
                    port(seen),
                    text(seen, "ssh.user"),
                    lines(seen),
                    jumps(seen),
                    plain(seen));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "[host %s] cannot be reached as the estate states: %s"
                            .formatted(name, e.getMessage()),
                    e,
                    "Correct its address, ssh.port or ssh.jump.");
        }
    }

    private Map<String, String> seen(String host) {
        String scope = EstateValues.HOST + host;
        Map<String, String> seen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String key : values.keys(scope)) {
            Binding binding = values.find(scope, key);
            if (binding != null) {
                switch (Substitution.expand(values, scope, binding)) {
                    case Expansion.Complete complete -> seen.put(key, complete.text());
                    case Expansion.Failed failed -> problems.addAll(failed.problems());
                }
            }
        }
        new Problems().add(problems).require("[host %s]".formatted(host));
        return seen;
    }

    private static int port(Map<String, String> seen) {
        String text = text(seen, "ssh.port");
        return text == null ? HostAddress.DEFAULT_PORT : HostAddress.parse("[::1]:" + text).port();
    }

    private static @Nullable String text(Map<String, String> seen, String key) {
        String text = seen.get(key);
        return text == null || text.isEmpty() ? null : text;
    }

    private static List<String> lines(Map<String, String> seen) {
        return seen.getOrDefault("ssh.identity", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Applications have no use for how the host is reached. */
    private static Map<String, String> plain(Map<String, String> seen) {
        Map<String, String> plain = new HashMap<>(seen);
        plain.keySet().removeIf(key -> key.startsWith("ssh."));
        return plain;
    }

    private List<OfflineHost.Jump> jumps(Map<String, String> seen) {
        List<OfflineHost.Jump> jumps = new ArrayList<>();
        for (String word : EstateValues.words(seen.get("ssh.jump"))) {
            jumps.add(jump(HostText.parse(word), seen));
        }
        return jumps;
    }

    private OfflineHost.Jump jump(HostText written, Map<String, String> ofTarget) {
        String declared = declared(written.address());
        Map<String, String> of = declared == null ? ofTarget : seen(declared);
        String user = written.user() == null ? text(of, "ssh.user") : written.user();
        int usual = declared == null ? HostAddress.DEFAULT_PORT : port(of);
        String address =
                declared == null ? written.address() : of.getOrDefault("address", declared);
        return new OfflineHost.Jump(address, written.portOr(usual), user, lines(of));
    }

    private @Nullable String declared(String name) {
        return names().stream()
                .filter(host -> host.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
