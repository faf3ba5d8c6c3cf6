package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import dev.cadastre.server.alerting.telling.Recipients;
import java.util.Map;

/** Who can be told, as things were at one moment. */
final class Tellable {

    private final Map<String, Contacts> teams;
    private final Map<Address, AddressTable.Known> known;
    private final Reachable reachable;

    Tellable(
            Map<String, Contacts> teams,
            Map<Address, AddressTable.Known> known,
            Reachable reachable) {
        this.teams = Map.copyOf(teams);
        this.known = Map.copyOf(known);
        this.reachable = reachable;
    }

    /**
     * Those who can be told of an incident. What was given up at an address is not sent there anew,
     * unless something arrived there since, or nobody else can be told.
     */
    Recipients of(Attempts attempts) {
        return new Recipients(
                teams,
                contact -> isOpen(contact) && !isGivenUp(attempts, Address.of(contact)),
                contact -> reachable.lastHindrance(contact, known).isEmpty());
    }

    private boolean isGivenUp(Attempts attempts, Address address) {
        AddressTable.Known last = known.get(address);
        return attempts.isGivenUp(address) && (last == null || !last.delivered());
    }

    /** Those who can be told and were not. */
    Recipients others(Attempts attempts) {
        return new Recipients(
                teams,
                contact -> isOpen(contact) && !attempts.isTold(Address.of(contact)),
                _ -> false);
    }

    private boolean isOpen(Contact contact) {
        return reachable.hindrance(contact, known).isEmpty();
    }
}
