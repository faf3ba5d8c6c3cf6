package dev.cadastre.change.host;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one becomes an account on a machine. */
enum Mode {
    /** One is it. */
    SAME,
    /** As root, who needs nobody's leave. */
    SWITCH,
    /** By sudo, which asks for nothing. */
    FREE,
    /** By sudo, which asks for a password. */
    PASSWORD,
    /** By sudo, which wants a terminal. */
    TERMINAL,
    /** There is none of that name yet; how is found out when it is needed. */
    MISSING;

    /** As a host's script calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a record says, whose first word it is; null if it says nothing that is known. */
    static @Nullable Mode of(String record) {
        for (Mode mode : values()) {
            if (record.startsWith(mode.word() + " ")) {
                return mode;
            }
        }
        return null;
    }
}
