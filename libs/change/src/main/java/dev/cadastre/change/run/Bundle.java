package dev.cadastre.change.run;

import java.util.List;

/**
 * What is sent to a host before anything is done there.
 *
 * @param name of the directory that holds it, {@code [A-Za-z0-9._-]+}
 * @param scripts without what they read, which is sent with each call
 */
public record Bundle(String name, List<BundledScript> scripts) {

    /** Copies what can be changed. */
    public Bundle {
        scripts = List.copyOf(scripts);
    }
}
