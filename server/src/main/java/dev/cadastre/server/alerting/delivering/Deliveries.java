package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** What was told whom, is being told, and could not be. Thread-safe. */
@NamedInterface("delivering")
@Service
public class Deliveries {

    private final DeliveryTable table;
    private final NobodyToTell nobody;
    private final Courier courier;
    private final Access access;
    private final Clock clock;

    Deliveries(
            DeliveryTable table, NobodyToTell nobody, Courier courier, Access access, Clock clock) {
        this.table = table;
        this.nobody = nobody;
        this.courier = courier;
        this.access = access;
        this.clock = clock;
    }

    /** How telling is doing. */
    public record Status(int waiting, int retried, int failed, List<Untold> nobodyToTell) {

        /** Copies the list. */
        public Status {
            nobodyToTell = List.copyOf(nobodyToTell);
        }
    }

    /** What came of asking for another attempt. */
    public enum Retry {
        /** It is tried at once. */
        BEGUN,
        /** There is no such delivery within reach. */
        UNKNOWN,
        /** It was not given up. */
        NOT_FAILED
    }

    /** Newest first, of incidents within reach. */
    public List<DeliveryLine> list(DeliveryQuery query, Reach reach) {
        return table.list(query, reach.parameter());
    }

    /** The one with that id, if it is within reach. */
    public Optional<DeliveryLine> find(UUID id, Reach reach) {
        return table.find(id).filter(one -> reach.covers(one.environment()));
    }

    /** How telling of incidents within reach is doing. */
    public Status status(Reach reach) {
        DeliveryTable.Counts counts = table.counts(reach.parameter());
        return new Status(
                counts.waiting(),
                counts.retried(),
                counts.failed(),
                nobody.all().stream().filter(one -> reach.covers(one.environment())).toList());
    }

    /**
     * Lets a delivery that was given up be tried for another day. Takes writing in the environment
     * of its incident.
     */
    public Retry retry(UUID id, Reach reach) {
        Optional<DeliveryLine> known = find(id, reach);
        if (known.isEmpty()) {
            return Retry.UNKNOWN;
        }
        access.require(Verb.WRITE, Part.ALERTING, known.get().environment());
        if (!table.retry(id, clock.instant())) {
            return Retry.NOT_FAILED;
        }
        courier.wake();
        return Retry.BEGUN;
    }
}
