package dev.cadastre.server.access;

import java.util.Locale;

/** What somebody is in an environment, or in all of them. */
public enum Role {
    /** Sends reports of hosts and sees nothing; see {@link ReportScope}. For tokens only. */
    REPORTER,
    /** Reads what is registered. */
    VIEWER,
    /** Keeps the register in order, has hosts collected, and runs changes on them. */
    OPERATOR,
    /** Does everything, and decides who else may. */
    ADMINISTRATOR;

    /** Whether the role includes {@code verb} on {@code part}. */
    public boolean allows(Verb verb, Part part) {
        return Permissions.of(this, part).contains(verb);
    }

    /** The role as people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
