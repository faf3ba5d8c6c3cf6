package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import dev.cadastre.server.alerting.contact.TeamContacts;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows who is reached how, and whether it can be tried now. Thread-safe. */
@Component
class Directory {

    private final TeamContacts teams;
    private final AddressTable addresses;
    private final Reachable reachable;

    Directory(TeamContacts teams, AddressTable addresses, Reachable reachable) {
        this.teams = teams;
        this.addresses = addresses;
        this.reachable = reachable;
    }

    /** Those who can be told, as things are now. */
    Tellable tellable() {
        Map<String, Contacts> all = new HashMap<>();
        teams.all().forEach((name, known) -> all.put(name, known.contacts()));
        return new Tellable(all, addresses.all(), reachable);
    }

    /** All teams, by name. */
    NavigableMap<String, TeamContacts.Known> teams() {
        return teams.all();
    }

    /** The team that the estate names for an environment, if it names one. */
    Optional<String> ownerOf(String environment) {
        return teams.ownerOf(environment);
    }

    /** The contact as the team states it now; empty if it does not any more. */
    Optional<Contact> contact(String team, Address address) {
        return Optional.ofNullable(teams.all().get(team)).stream()
                .flatMap(known -> known.contacts().contacts().stream())
                .filter(contact -> Address.of(contact).equals(address))
                .findFirst();
    }
}
