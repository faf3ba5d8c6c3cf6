package dev.cadastre.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a change. Immutable.
 *
 * @param name unique in its change
 * @param at where it is done
 * @param operation what it does
 * @param limit how long it may take on one host
 * @param as the account that it is done as; null for the one that connects
 * @param restarts daemons that are restarted once, before a test or a wait that follows or after
 *     the host's last job, if this one changed something
 * @param reloads the same for daemons that only read their configuration again
 * @param undo what undoes it; null if its operation knows by itself
 */
public record Job(
        String name,
        At at,
        Operation operation,
        Duration limit,
        @Nullable String as,
        List<String> restarts,
        List<String> reloads,
        @Nullable Operation undo) {

    /** How long a job may take that says nothing else. */
    public static final Duration USUAL_LIMIT = Duration.ofMinutes(10);

    /** Checks what can be said of one job alone. */
    public Job {
        Objects.requireNonNull(name, "name");
        restarts = List.copyOf(restarts);
        reloads = List.copyOf(reloads);
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit must be longer than nothing: " + limit);
        }
    }

    /** A job named after its operation. */
    public static Job job(At at, Operation operation) {
        return new Job(
                operation.name(), at, operation, USUAL_LIMIT, null, List.of(), List.of(), null);
    }

    /** The same with another name. */
    public Job named(String other) {
        return new Job(other, at, operation, limit, as, restarts, reloads, undo);
    }

    /** The same with another limit. */
    public Job within(Duration other) {
        return new Job(name, at, operation, other, as, restarts, reloads, undo);
    }

    /** The same, done as another account. */
    public Job as(String account) {
        return new Job(name, at, operation, limit, account, restarts, reloads, undo);
    }

    /** The same, after which a daemon is restarted. */
    public Job restarting(String daemon) {
        return new Job(name, at, operation, limit, as, with(restarts, daemon), reloads, undo);
    }

    /** The same, after which a daemon reads its configuration again. */
    public Job reloading(String daemon) {
        return new Job(name, at, operation, limit, as, restarts, with(reloads, daemon), undo);
    }

    /** The same, undone by an operation. */
    public Job undoneBy(Operation other) {
        return new Job(name, at, operation, limit, as, restarts, reloads, other);
    }

    private static List<String> with(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }
}
