package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import java.util.List;

/**
 * A team that is told.
 *
 * @param team how it wants to be told
 * @param contacts those of its contacts that can be used now, at least one
 * @param reason why it is this one, as a sentence
 */
public record Recipient(Contacts team, List<Contact> contacts, String reason) {

    /** Copies the contacts. */
    public Recipient {
        contacts = List.copyOf(contacts);
    }
}
