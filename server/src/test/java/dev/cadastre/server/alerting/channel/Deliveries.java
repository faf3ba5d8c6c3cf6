package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import java.util.List;
import java.util.UUID;

/** What is sent in tests. */
final class Deliveries {

    static final Message MESSAGE =
            new Message(
                    "[incident 17] postgresql on db1 is CRITICAL – Grüße",
                    "It does not work.\n.\nGrüße\n",
                    "<p>It does not work.</p>",
                    "{\"type\":\"test\",\"data\":{\"text\":\"Grüße\"}}");

    private Deliveries() {}

    static Delivery to(ChannelKind kind, String address, String... secretNames) {
        return new Delivery(
                UUID.randomUUID(), new Contact(kind, address, List.of(secretNames)), null);
    }
}
