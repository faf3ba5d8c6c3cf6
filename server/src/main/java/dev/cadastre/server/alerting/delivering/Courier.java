package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.channel.Delivery;
import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings deliveries to their addresses. Each channel has its own places, and no address takes more
 * than one of them, so that neither a channel nor an address that does not answer holds up others.
 * A delivery waits in the table until its outcome is written: what a server sent and could not
 * write down any more before it ended is sent again under the same id. Thread-safe.
 */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final long GRACE_SECONDS = 2;

    private final DeliveryTable deliveries;
    private final DeliveryRecord record;
    private final Directory directory;
    private final Reachable reachable;
    private final Access access;
    private final Clock clock;
    private final Lanes lanes = new Lanes(System::nanoTime);
    private final Map<UUID, Outcome> unwritten = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Courier(
            DeliveryTable deliveries,
            DeliveryRecord record,
            Directory directory,
            Reachable reachable,
            Access access,
            Clock clock) {
        this.deliveries = deliveries;
        this.record = record;
        this.directory = directory;
        this.reachable = reachable;
        this.access = access;
        this.clock = clock;
    }

    /** There is something new to be brought. */
    void wake() {
        lanes.wake();
    }

    /** Begins to bring what is due, as far as there are places. */
    @Scheduled(fixedDelay = 300)
    void carry() {
        try {
            for (ChannelKind channel : ChannelKind.values()) {
                carry(channel, now());
            }
        } catch (RuntimeException failure) {
            log.warn("Deliveries are looked for again later", failure);
        }
    }

    private void carry(ChannelKind channel, Instant now) {
        int places = lanes.places(channel);
        if (places == 0) {
            return;
        }
        for (Waiting one : deliveries.due(channel, lanes.busy(channel), places, now)) {
            if (lanes.enter(channel, one.address())) {
                threads.execute(() -> access.asSystem(() -> bring(channel, one)));
            }
        }
    }

    private void bring(ChannelKind channel, Waiting one) {
        Address address = new Address(channel, one.address());
        try {
            Optional<Contact> contact = directory.contact(one.team(), address);
            if (contact.isPresent()) {
                write(address, one, outcome(contact.get(), one));
            } else {
                record.giveUpUntried(
                        one,
                        "The team %s does not state this address any more.".formatted(one.team()),
                        now());
            }
            lanes.wake();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("Delivery {} is tried again", one.id(), failure);
        } finally {
            lanes.leave(channel, one.address());
        }
    }

    /** While nothing can be written, nothing is sent again whose outcome is known. */
    private void write(Address address, Waiting one, Outcome outcome) {
        unwritten.put(one.id(), outcome);
        record.write(address, one, outcome, now(), RandomGenerator.getDefault());
        unwritten.remove(one.id());
    }

    private Outcome outcome(Contact contact, Waiting one) throws InterruptedException {
        Outcome known = unwritten.get(one.id());
        if (known != null) {
            return known;
        }
        try {
            return reachable
                    .channel(contact.kind())
                    .send(new Delivery(one.id(), contact, one.first()), one.message());
        } catch (RuntimeException failure) {
            log.warn("Delivery {} met what was not foreseen", one.id(), failure);
            return new Outcome.Later("The server failed: " + failure.getMessage(), null);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What does not end soon is broken off, and sent again by the next server. */
    @PreDestroy
    void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
