package dev.cadastre.server.inventory;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long after a host was heard of what it told is no longer taken for the present. */
@Component
public class Staleness {

    private static final int INTERVALS = 3;

    /** Asked for when needed only, since collecting needs what asks here. */
    private final ObjectProvider<Collections> collections;

    Staleness(ObjectProvider<Collections> collections) {
        this.collections = collections;
    }

    /** A host that was heard of before this is stale at {@code moment}. */
    public Instant before(Instant moment) {
        return moment.minus(after(collections.getObject().pace()));
    }

    /** Three rounds, as long as they take at that pace. */
    static Duration after(CollectionPace pace) {
        return pace.interval().multipliedBy(INTERVALS);
    }
}
