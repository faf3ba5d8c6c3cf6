package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.TeamContacts;
import dev.cadastre.server.alerting.message.Stories;
import dev.cadastre.server.topology.telling.Teams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Servers that tell, one after another, of incidents that a test makes, with the real tables. Their
 * time is far ahead, so that the server under test has nothing to do with it.
 */
@Component
class Telling {

    private final NoticeTable notices;
    private final DeliveryTable deliveries;
    private final AddressTable addresses;
    private final TeamContacts contacts;
    private final Teams teams;
    private final Access access;
    private final TransactionTemplate transaction;
    private final AtomicInteger refusedWrites = new AtomicInteger();
    private volatile boolean broken;

    Telling(
            NoticeTable notices,
            DeliveryTable deliveries,
            AddressTable addresses,
            TeamContacts contacts,
            Teams teams,
            Access access,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.contacts = contacts;
        this.teams = teams;
        this.access = access;
        this.transaction = transaction;
    }

    void team(String name, Map<String, String> said) {
        access.asSystem(() -> teams.put(name, null, said));
    }

    /** Something arrived at an address, as a test of its channel may. */
    void arrived(Address address, World world) {
        addresses.note(address, new Outcome.Delivered("It arrived."), world.instant());
    }

    /** Whether nothing that came of a delivery can be written. */
    void breakWriting(boolean wanted) {
        refusedWrites.set(0);
        broken = wanted;
    }

    /** How often that was in vain. */
    int refusedWrites() {
        return refusedWrites.get();
    }

    private final class Breakable extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        private Breakable() {
            super(Objects.requireNonNull(transaction.getTransactionManager()));
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (broken) {
                refusedWrites.incrementAndGet();
                throw new IllegalStateException("The disk is full.");
            }
            return super.execute(action);
        }
    }

    List<DeliveryLine> deliveries(long incident) {
        return deliveries.list(new DeliveryQuery(null, incident, null, null, 100), null).reversed();
    }

    /** A server that has just started. */
    Running server(World world) {
        return new Running(world);
    }

    /** What there is outside of the servers. */
    static final class World extends Clock implements IncidentSource {

        final FakeChannel mail = new FakeChannel(ChannelKind.EMAIL);
        private final FakeChannel hook = new FakeChannel(ChannelKind.WEBHOOK);
        final FakeChannel chat = new FakeChannel(ChannelKind.XMPP);
        private final Map<Long, Incident> incidents = new LinkedHashMap<>();
        @Nullable String fallback;
        final Set<Long> silenced = new HashSet<>();
        final Set<Long> settled = new HashSet<>();
        private volatile Instant now = Stories.OPENED;

        void put(Incident incident) {
            incidents.put(incident.id(), incident);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public List<Incident> unsettled() {
            return incidents.values().stream().filter(one -> !settled.contains(one.id())).toList();
        }

        @Override
        public IncidentStory story(long incident) {
            return Stories.story(Objects.requireNonNull(incidents.get(incident)), "");
        }

        @Override
        public boolean isSilenced(Incident incident) {
            return silenced.contains(incident.id());
        }

        @Override
        public void settle(long incident) {
            settled.add(incident);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A server. */
    final class Running implements AutoCloseable {

        final NobodyToTell nobody = new NobodyToTell();
        private final Teller teller;
        private final Courier courier;

        private Running(World world) {
            Reachable reachable = new Reachable(List.of(world.mail, world.hook, world.chat));
            Directory directory = new Directory(contacts, addresses, reachable);
            courier =
                    new Courier(
                            deliveries,
                            new DeliveryRecord(deliveries, addresses, new Breakable()),
                            directory,
                            reachable,
                            access,
                            world);
            TellingProperties properties =
                    new TellingProperties(
                            Duration.ofSeconds(3),
                            Duration.ofHours(1),
                            Duration.ofMinutes(15),
                            world.fallback);
            teller =
                    new Teller(
                            world,
                            directory,
                            notices,
                            deliveries,
                            new NoticeWriter(
                                    world,
                                    notices,
                                    deliveries,
                                    new PublicAddress(null),
                                    courier,
                                    transaction),
                            nobody,
                            properties,
                            access,
                            world);
        }

        void tell() {
            teller.tell();
        }

        void carry() {
            courier.wake();
            courier.carry();
        }

        /** Returns when everything that it began is written down or broken off. */
        @Override
        public void close() {
            courier.close();
        }
    }
}
