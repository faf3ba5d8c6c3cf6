package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.channel.Delivery;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import dev.cadastre.server.alerting.contact.TeamContacts;
import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.alerting.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** How teams are told, and whether that works. Thread-safe. */
@NamedInterface("delivering")
@Service
public class ChannelBook {

    private final Directory directory;
    private final AddressTable addresses;
    private final Reachable reachable;
    private final TellingProperties properties;
    private final Access access;
    private final Clock clock;

    ChannelBook(
            Directory directory,
            AddressTable addresses,
            Reachable reachable,
            TellingProperties properties,
            Access access,
            Clock clock) {
        this.directory = directory;
        this.addresses = addresses;
        this.reachable = reachable;
        this.properties = properties;
        this.access = access;
        this.clock = clock;
    }

    /** All teams, by name. */
    public List<TeamChannels> all() {
        Map<Address, AddressTable.Known> known = addresses.all();
        return directory.teams().values().stream().map(team -> shown(team, known)).toList();
    }

    /** The one of that name. */
    public Optional<TeamChannels> find(String team) {
        return Optional.ofNullable(directory.teams().get(team))
                .map(one -> shown(one, addresses.all()));
    }

    private TeamChannels shown(
            TeamContacts.Known team, Map<Address, AddressTable.Known> addressesKnown) {
        Contacts contacts = team.contacts();
        return new TeamChannels(
                contacts.team(),
                contacts.contacts().stream().map(one -> shown(one, addressesKnown)).toList(),
                contacts.escalation(),
                Objects.requireNonNullElse(contacts.escalateAfter(), properties.escalate()),
                Objects.requireNonNullElse(contacts.remindEvery(), properties.remind()),
                contacts.fallback(),
                team.problems());
    }

    private TeamChannels.TeamChannel shown(
            Contact contact, Map<Address, AddressTable.Known> addressesKnown) {
        Optional<AddressTable.Known> known =
                Optional.ofNullable(addressesKnown.get(Address.of(contact)));
        return new TeamChannels.TeamChannel(
                contact.kind(),
                contact.shown(),
                reachable.hindrance(contact, addressesKnown).orElse(null),
                known.map(AddressTable.Known::triedAt).orElse(null),
                known.map(AddressTable.Known::delivered).orElse(null),
                known.map(AddressTable.Known::said).orElse(null));
    }

    /**
     * Sends a test to every address of a team, also to those that were given up, and waits for what
     * comes of it, a minute at most. Takes running everywhere.
     *
     * @return how the team is told, as is known afterwards; empty if there is no such team
     */
    public Optional<TeamChannels> test(String team) throws InterruptedException {
        access.require(Verb.RUN, Part.ALERTING, null);
        TeamContacts.Known known = directory.teams().get(team);
        if (known == null) {
            return Optional.empty();
        }
        access.audit("channel.test", "team:" + team, null, "done");
        Message message = Messages.test(team, access.actor().label(), now());
        List<Future<?>> tests = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Contact contact : known.contacts().contacts()) {
                tests.add(threads.submit(() -> test(contact, message)));
            }
        }
        for (Future<?> test : tests) {
            try {
                test.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Testing how " + team + " is told failed", e);
            }
        }
        return find(team);
    }

    private Outcome test(Contact contact, Message message) throws InterruptedException {
        Outcome outcome =
                reachable
                        .channel(contact.kind())
                        .send(new Delivery(UUID.randomUUID(), contact, null), message);
        addresses.note(Address.of(contact), outcome, now());
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
