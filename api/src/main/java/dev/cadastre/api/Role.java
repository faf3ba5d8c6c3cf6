package dev.cadastre.api;

/** What somebody is in an environment, or in all of them. */
public enum Role {
    /** Sends reports of hosts and sees nothing; for tokens only. */
    REPORTER,
    /** Reads what is registered. */
    VIEWER,
    /** Keeps the register in order and has hosts collected. */
    OPERATOR,
    /** Does everything, and decides who else may. */
    ADMINISTRATOR
}
