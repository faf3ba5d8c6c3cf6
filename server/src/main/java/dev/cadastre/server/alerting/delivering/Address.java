package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;

/** Where something is delivered to, whoever stated it. */
record Address(ChannelKind channel, String text) {

    static Address of(Contact contact) {
        return new Address(contact.kind(), contact.address());
    }
}
