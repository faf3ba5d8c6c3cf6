package dev.cadastre.server.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of a server instance. It is the system's, except while a demonstration writes its
 * invented past. Thread-safe.
 */
public final class RegisterClock extends Clock {

    private final Clock system;
    private volatile @Nullable Instant pretended;

    /** Goes by the system's clock. */
    public RegisterClock() {
        this(Clock.systemUTC());
    }

    RegisterClock(Clock system) {
        this.system = system;
    }

    /** Stands still at {@code moment} until told another, or to resume. */
    public void pretend(Instant moment) {
        pretended = moment;
    }

    /** Whether it goes by another time than the system's. */
    boolean pretends() {
        return pretended != null;
    }

    /** Goes by the system's clock again. */
    public void resume() {
        pretended = null;
    }

    @Override
    public Instant instant() {
        Instant moment = pretended;
        return moment == null ? system.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
