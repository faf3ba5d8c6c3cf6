package dev.cadastre.server.demonstration;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A release that somebody of the invented organisation brought to hosts by a run.
 *
 * @param day of the past, counted from 0, on which it was told of
 * @param ago how long before that it was begun
 * @param application its name
 * @param versions the oldest that lies about, the one before, and the new one
 * @param environment where
 * @param who who ran it
 * @param why what for
 * @param troubles what goes wrong at the first attempt
 * @param asked what people asked of it
 */
record Release(
        int day,
        Duration ago,
        String application,
        List<String> versions,
        String environment,
        String who,
        String why,
        RunSettings settings,
        List<Trouble> troubles,
        List<InventedRun.Asked> asked) {

    /** The role of the hosts that it goes to. */
    static final String ROLE = "app";

    /**
     * Something that goes wrong.
     *
     * @param job at which step
     * @param host the number in the host's name
     * @param seconds how long that takes
     */
    record Trouble(
            String job,
            int host,
            Status status,
            String code,
            String reason,
            String output,
            int seconds) {

        boolean isOn(String name) {
            return number(name) == host;
        }

        Ending ending() {
            return new Ending(
                    status,
                    status == Status.ERROR,
                    code,
                    reason,
                    Duration.ofSeconds(seconds),
                    List.of(),
                    List.of(),
                    Map.of(),
                    output);
        }
    }

    String oldest() {
        return versions.getFirst();
    }

    String previous() {
        return versions.get(1);
    }

    String version() {
        return versions.getLast();
    }

    /** The version of the database, which has one with each minor release. */
    String migration() {
        return "%s to %s".formatted(schema(previous()), schema(version()));
    }

    /** Of a release. */
    static int schema(String version) {
        String[] parts = version.split("\\.", -1);
        return 10 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    /** That in which hosts of the same kind differ. */
    static int number(String host) {
        return Integer.parseInt(host.substring(host.lastIndexOf('-') + 1));
    }

    boolean isFor(InventedHost host) {
        return host.environment().equals(environment)
                && host.groups().contains(application)
                && host.groups().contains(ROLE);
    }
}
