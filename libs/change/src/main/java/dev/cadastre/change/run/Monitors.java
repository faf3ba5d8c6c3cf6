package dev.cadastre.change.run;

import dev.cadastre.change.EngineOperation;

/** The states of monitors, as far as there is somebody who knows them. Thread-safe. */
public interface Monitors {

    /** Where there is no server to ask. */
    Monitors NONE = (wait, stop) -> new Unknown("there is no server that knows of monitors");

    /** Waits until the monitor is in the state, for as long as is allowed. */
    Waiting await(EngineOperation.WaitForMonitor wait, StopSignal stop);

    /** How waiting ended. */
    sealed interface Waiting {}

    /** It is in the state. */
    record Arrived(String reason) implements Waiting {}

    /** It was not in the state in time. */
    record Late(String reason) implements Waiting {}

    /** The run was stopped. */
    record Stopped() implements Waiting {}

    /** Nobody knows the monitor. */
    record Unknown(String reason) implements Waiting {}
}
