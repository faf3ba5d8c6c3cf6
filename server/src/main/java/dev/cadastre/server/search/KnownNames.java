package dev.cadastre.server.search;

import java.util.Optional;

/** What is known of names, letter case apart. */
public interface KnownNames {

    /** The environment of that name, as it is really written. */
    Optional<String> environment(String name);

    /** The host of that name, as it is really written. */
    Optional<String> host(String name);
}
