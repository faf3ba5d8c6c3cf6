package dev.cadastre.server.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Since when the server has run, and the clock on the wall has gone, without a break. A break is
 * time in which nobody looked at the clocks, since the process was stopped or the machine slept,
 * and any step of the clock on the wall. Who waits to hear from others counts from the end of the
 * last break: that a server which was away did not hear anybody is nobody's failure. Thread-safe.
 */
@Component
public final class Continuity {

    /** Shorter breaks, and smaller steps of the clock, are none. */
    public static final Duration UNNOTICED = Duration.ofSeconds(10);

    private final Clock clock;
    private final LongSupplier ticker;
    private final BooleanSupplier mayBegin;
    private Instant begun;
    private Instant since;
    private Instant lastMoment;
    private long lastTick;
    private boolean looking;

    /** Begins when the server is ready, however long that takes, and goes by the true time. */
    @Autowired
    Continuity(RegisterClock clock) {
        this(clock, System::nanoTime, () -> !clock.pretends());
    }

    /**
     * Begins now.
     *
     * @param clock the one on the wall
     * @param ticker nanoseconds that only go forward
     */
    public Continuity(Clock clock, LongSupplier ticker) {
        this(clock, ticker, () -> true);
        looking = true;
    }

    /** Begins with its own first look at which it may. */
    Continuity(Clock clock, LongSupplier ticker, BooleanSupplier mayBegin) {
        this.clock = clock;
        this.ticker = ticker;
        this.mayBegin = mayBegin;
        this.lastTick = ticker.getAsLong();
        this.lastMoment = clock.instant();
        this.begun = lastMoment;
        this.since = lastMoment;
    }

    /** Looks often enough that only a break lies between two looks. */
    @Scheduled(fixedRate = 1_000)
    synchronized void look() {
        since();
        if (!looking && mayBegin.getAsBoolean()) {
            looking = true;
            begun = lastMoment;
            since = lastMoment;
        }
    }

    /** When it began. */
    public synchronized Instant begun() {
        return begun;
    }

    /** The end of the last break, or when it began; looks whether one has ended just now. */
    public synchronized Instant since() {
        long tick = ticker.getAsLong();
        Instant moment = clock.instant();
        Duration ran = Duration.ofNanos(tick - lastTick);
        Duration step = Duration.between(lastMoment, moment).minus(ran).abs();
        if (looking && (ran.compareTo(UNNOTICED) > 0 || step.compareTo(UNNOTICED) > 0)) {
            since = moment;
        }
        lastTick = tick;
        lastMoment = moment;
        return since;
    }
}
