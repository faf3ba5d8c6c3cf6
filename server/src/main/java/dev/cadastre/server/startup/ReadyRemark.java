package dev.cadastre.server.startup;

import java.util.Optional;

/**
 * Something more for the person who started the server at a terminal. It is asked when the server
 * is ready, and never where the output goes to a file, so it may hold what is for their eyes only.
 */
@FunctionalInterface
public interface ReadyRemark {

    /** One line; empty if there is nothing to say. {@code url} has no slash at its end. */
    Optional<String> line(String url);
}
