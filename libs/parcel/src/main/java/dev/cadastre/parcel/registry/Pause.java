package dev.cadastre.parcel.registry;

import java.time.Duration;

/** Waits before something is tried again. */
public interface Pause {

    /** Lets the time pass. */
    Pause SLEEPING = duration -> Thread.sleep(duration.toMillis());

    /** Returns when so much time is over. */
    void pass(Duration duration) throws InterruptedException;
}
