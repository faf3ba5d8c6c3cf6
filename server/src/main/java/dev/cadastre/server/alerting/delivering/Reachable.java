package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.channel.Channel;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows whether something can be sent to somebody now. Thread-safe. */
@Component
class Reachable {

    private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);

    Reachable(List<Channel> channels) {
        channels.forEach(channel -> this.channels.put(channel.kind(), channel));
        EnumSet<ChannelKind> missing = EnumSet.allOf(ChannelKind.class);
        missing.removeAll(this.channels.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("There is no channel for " + missing);
        }
    }

    Channel channel(ChannelKind kind) {
        return Objects.requireNonNull(channels.get(kind), "Every kind has a channel");
    }

    /** Why nothing is sent there while others can be told, as a sentence; empty if it is. */
    Optional<String> hindrance(Contact contact, Map<Address, AddressTable.Known> known) {
        AddressTable.Known before = known.get(Address.of(contact));
        return before != null && before.goneAt() == null && before.refusedAt() != null
                ? Optional.of(
                        "It is passed over while others can be told, for it was refused at %s: %s Test the channel to use it again."
                                .formatted(before.refusedAt(), before.said()))
                : lastHindrance(contact, known);
    }

    /** Why nothing is sent there even if nobody else can be told. */
    Optional<String> lastHindrance(Contact contact, Map<Address, AddressTable.Known> known) {
        AddressTable.Known before = known.get(Address.of(contact));
        return before != null && before.goneAt() != null
                ? Optional.of(
                        "Nothing is sent there since %s: %s Test the channel to use it again."
                                .formatted(before.goneAt(), before.said()))
                : channel(contact.kind()).hindrance(contact);
    }
}
