package dev.cadastre.server.search;

import java.util.List;

/** Something that holds queries of its own; a bean of the part that does. */
@FunctionalInterface
public interface SavedQueryUse {

    /** What mentions the saved query by its name, {@code the rule no-gcc}; empty if nothing. */
    List<String> of(String name);
}
