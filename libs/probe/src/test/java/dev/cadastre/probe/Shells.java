package dev.cadastre.probe;

import java.util.List;

/** The shells under which the script has to do the same. */
final class Shells {

    private Shells() {}

    /** With their options. */
    static List<String> all() {
        return List.of(
                "dash",
                "dash -u",
                "busybox sh",
                "bash",
                "bash --posix",
                "bash -u",
                "mksh",
                "mksh -u");
    }
}
