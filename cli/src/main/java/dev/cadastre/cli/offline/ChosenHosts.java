package dev.cadastre.cli.offline;

import dev.cadastre.cli.server.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the hosts that somebody named, and tells all names at once that mean none. */
public final class ChosenHosts {

    private static final String GROUP = "group:";
    private static final String ENVIRONMENT = "env:";

    private final @Nullable EstateHosts estate;
    private final Map<String, OfflineHost> chosen = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ChosenHosts(@Nullable EstateHosts estate) {
        this.estate = estate;
    }

    /**
     * The hosts, each once.
     *
     * @param names of hosts, or {@code group:NAME} and {@code env:NAME} of an estate, with commas
     *     between them
     * @param written as {@code ops@web1:22}; a host of the estate keeps its values
     * @param estate what is known of hosts; null for nothing
     */
    public static List<OfflineHost> find(
            List<String> names, List<String> written, @Nullable EstateHosts estate) {
        ChosenHosts hosts = new ChosenHosts(estate);
        names.stream().flatMap(list -> EstateValues.words(list).stream()).forEach(hosts::name);
        written.forEach(hosts::written);
        if (!hosts.problems.isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE, "Some hosts are not known", List.copyOf(hosts.problems));
        }
        return List.copyOf(hosts.chosen.values());
    }

    private void name(String name) {
        if (estate == null) {
            written(name);
            return;
        }
        List<String> found = found(estate, name);
        if (found.isEmpty()) {
            problems.add("The estate file has no host %s; reach it by --host.".formatted(name));
        }
        found.forEach(host -> chosen.put(host, estate.host(host)));
    }

    private static List<String> found(EstateHosts estate, String name) {
        if (name.startsWith(GROUP)) {
            return estate.ofGroup(name.substring(GROUP.length()));
        }
        if (name.startsWith(ENVIRONMENT)) {
            return estate.ofEnvironment(name.substring(ENVIRONMENT.length()));
        }
        return estate.names().contains(name) ? List.of(name) : List.of();
    }

    private void written(String text) {
        try {
            HostText host = HostText.parse(text);
            chosen.put(
                    host.address(),
                    estate != null && estate.names().contains(host.address())
                            ? merged(host, estate.host(host.address()))
                            : host.host());
        } catch (IllegalArgumentException e) {
            problems.add("%s; write it as web1 or ops@web1:22.".formatted(e.getMessage()));
        }
    }

    private static OfflineHost merged(HostText written, OfflineHost known) {
        return new OfflineHost(
                known.name(),
                known.address(),
                written.portOr(known.port()),
                written.user() == null ? known.user() : written.user(),
                known.identities(),
                known.jumps(),
                known.values());
    }
}
