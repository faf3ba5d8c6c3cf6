package dev.cadastre.api.telling;

/** A way to reach somebody. */
public enum ChannelKind {
    /** A mail to one address. */
    EMAIL,
    /** A signed request to a program. */
    WEBHOOK,
    /** A chat message to one person, or to a room. */
    XMPP
}
