package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import java.util.Optional;

/** One way out. Thread-safe. */
public interface Channel {

    /** Which of them. */
    ChannelKind kind();

    /** Why nothing can be sent there by now, as a sentence; empty if it can be tried. */
    Optional<String> hindrance(Contact contact);

    /**
     * Sends a message; returns within a minute, whatever the other side does, and takes no more
     * from it than a few kilobytes. What the other side does is never thrown.
     */
    Outcome send(Delivery delivery, Message message) throws InterruptedException;
}
