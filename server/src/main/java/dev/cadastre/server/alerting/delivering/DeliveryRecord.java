package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.channel.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of deliveries. */
@Component
class DeliveryRecord {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRecord.class);

    private final DeliveryTable deliveries;
    private final AddressTable addresses;
    private final TransactionTemplate transaction;

    DeliveryRecord(
            DeliveryTable deliveries, AddressTable addresses, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    void write(Address address, Waiting one, Outcome outcome, Instant now, RandomGenerator random) {
        transaction.executeWithoutResult(_ -> {
            addresses.note(address, outcome, now);
            switch (outcome) {
                case Outcome.Delivered delivered ->
                        deliveries.ended(one.id(), DeliveryState.DELIVERED, delivered.said(), now);
                case Outcome.Later later -> later(one, later, now, random);
                case Outcome.Never never -> giveUp(one, never.said(), now);
            }
        });
    }

    /**
     * Writes down that one is not tried any more, for a reason that says nothing of its address.
     */
    void giveUpUntried(Waiting one, String said, Instant now) {
        transaction.executeWithoutResult(_ -> giveUp(one, said, now));
    }

    private void later(Waiting one, Outcome.Later later, Instant now, RandomGenerator random) {
        Optional<Instant> next =
                Patience.next(one.attempts() + 1, later.after(), one.until(), now, random);
        if (next.isPresent()) {
            deliveries.triedInVain(one.id(), later.said(), now, next.get());
        } else {
            giveUp(
                    one,
                    later.said()
                            + " It was tried for %d hours.".formatted(Patience.WHOLE.toHours()),
                    now);
        }
    }

    private void giveUp(Waiting one, String said, Instant now) {
        deliveries.ended(one.id(), DeliveryState.FAILED, said, now);
        log.warn(
                "The team {} could not be told of incident {}: {}",
                one.team(),
                one.incident(),
                said);
    }
}
