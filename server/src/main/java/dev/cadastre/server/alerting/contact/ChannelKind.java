package dev.cadastre.server.alerting.contact;

import org.springframework.modulith.NamedInterface;

/** A way to reach somebody. */
@NamedInterface("contact")
public enum ChannelKind {
    /** A mail to one address. */
    EMAIL,
    /** A signed request to a program. */
    WEBHOOK,
    /** A chat message to one person, or to a room. */
    XMPP
}
