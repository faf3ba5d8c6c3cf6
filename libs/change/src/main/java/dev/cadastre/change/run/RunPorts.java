package dev.cadastre.change.run;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.plan.Place;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run reaches the world by. All of it is used by many threads.
 *
 * @param hosts the hosts
 * @param local this machine
 * @param contexts what scripts are made from at each place
 * @param daemons how daemons are restarted
 * @param monitors who knows the states of monitors
 * @param secrets the run's
 * @param runs who knows how other runs ended
 * @param listener who watches
 * @param clock for the journal
 * @param nanoTime for durations
 */
public record RunPorts(
        Hosts hosts,
        LocalJobs local,
        Function<Place, ScriptContext> contexts,
        Daemons daemons,
        Monitors monitors,
        RunSecrets secrets,
        Runs runs,
        RunListener listener,
        Clock clock,
        LongSupplier nanoTime) {

    /** Who knows of other runs. */
    public interface Runs {

        /** Nobody. */
        Runs UNKNOWN = run -> null;

        /** How a run ended, in a few words; null if it did not, or nobody knows. */
        @Nullable String ending(String run);
    }

    /** The same with another listener. */
    public RunPorts with(RunListener other) {
        return new RunPorts(
                hosts, local, contexts, daemons, monitors, secrets, runs, other, clock, nanoTime);
    }
}
