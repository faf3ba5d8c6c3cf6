package dev.cadastre.change.script;

import java.util.stream.Stream;

/** The shells under which every script has to do the same. */
public final class Shells {

    private Shells() {}

    /** With their options. */
    public static Stream<String> all() {
        return Stream.of("dash", "busybox ash", "mksh", "bash --posix");
    }
}
