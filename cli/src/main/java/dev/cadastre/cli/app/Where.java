package dev.cadastre.cli.app;

import java.util.List;

/**
 * Hosts of a server.
 *
 * @param names of hosts; empty for those of the query
 * @param query empty for the names
 */
public record Where(List<String> names, String query) {

    /** Where the app is already. */
    public static final Where UNSAID = new Where(List.of(), "");

    /** Copies the list. */
    public Where {
        names = List.copyOf(names);
    }

    /** One host by its name. */
    static Where host(String name) {
        return new Where(List.of(name), "");
    }

    /** Whether nobody said it. */
    boolean isUnsaid() {
        return names.isEmpty() && query.isEmpty();
    }
}
