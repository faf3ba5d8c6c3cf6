package dev.cadastre.server.alerting.contact;

import java.util.List;

/** The keys of teams by which they are told; all others are for people to read. */
final class ContactKeys {

    static final String EMAIL = "email";
    static final String WEBHOOK = "webhook";
    static final String WEBHOOK_SECRET_NAME = "webhook.secret-name";
    static final String XMPP = "xmpp";
    static final String XMPP_ROOM = "xmpp.room";
    static final String ESCALATION = "escalation";
    static final String ESCALATE_AFTER = "escalate.after";
    static final String REMIND_EVERY = "remind.every";
    static final String FALLBACK = "fallback";

    static final List<String> ALL =
            List.of(
                    EMAIL,
                    WEBHOOK,
                    WEBHOOK_SECRET_NAME,
                    XMPP,
                    XMPP_ROOM,
                    ESCALATION,
                    ESCALATE_AFTER,
                    REMIND_EVERY,
                    FALLBACK);

    /** What these keys begin with; another that does is a mistake. */
    static final List<String> PREFIXES = List.of("webhook.", "xmpp.", "escalate.", "remind.");

    private ContactKeys() {}
}
