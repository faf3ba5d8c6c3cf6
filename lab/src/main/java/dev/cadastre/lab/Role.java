package dev.cadastre.lab;

import java.util.Arrays;

/** The server programs that a Debian host has installed beside the usual ones. */
public enum Role {
    /** Redis. */
    CACHE("cache"),
    /** PostgreSQL, with an empty cluster {@code main}. */
    DATABASE("database"),
    /** Django and gunicorn, with the clients of PostgreSQL and Redis, and sudo. */
    DJANGO("django"),
    /** Java to run programs, but not to compile them, with the client of PostgreSQL, and sudo. */
    JAVA("java"),
    /** HAProxy. */
    LOAD_BALANCER("load-balancer"),
    /** What monitoring plug-ins can ask, from a directory to a printer, and the plug-ins. */
    MONITORED("monitored");

    private final String name;

    Role(String name) {
        this.name = name;
    }

    /** The role that {@code lab/recipes/roles} calls so; an IllegalArgumentException if none is. */
    static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name.equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no role is called %s; there are %s"
                                        .formatted(name, Arrays.toString(names()))));
    }

    private static String[] names() {
        return Arrays.stream(values()).map(role -> role.name).toArray(String[]::new);
    }

    /** The folder of what its packages add, among the root trees. */
    String layer() {
        return "roles/" + name;
    }
}
