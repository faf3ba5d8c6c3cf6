package dev.cadastre.server.monitoring.window;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.annotation.Transactional;

/**
 * The windows of one kind, said by people and tools. One of an asset takes writing in its
 * environment, one with a query everywhere. Thread-safe.
 */
@NamedInterface("window")
public abstract class Windows {

    private static final int AT_ONCE = 1_000;

    private final WindowKind kind;
    private final WindowTable table;
    private final WindowRules rules;
    private final WindowHosts hosts;
    private final Timeline timeline;
    private final Access access;
    private final Clock clock;

    /** Those of that kind, kept in that table. */
    protected Windows(
            WindowKind kind,
            WindowTable table,
            WindowRules rules,
            WindowHosts hosts,
            Timeline timeline,
            Access access,
            Clock clock) {
        this.kind = kind;
        this.table = table;
        this.rules = rules;
        this.hosts = hosts;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /** Those that last or are to come, within reach; those with a query are for all to see. */
    public List<Window> current(Reach reach) {
        return table.endingAfter(now()).stream().filter(one -> covers(reach, one)).toList();
    }

    private static boolean covers(Reach reach, Window one) {
        String environment = one.environment();
        return environment == null || reach.covers(environment);
    }

    /** The one with that id, if it is within reach. */
    public Optional<Window> find(long id, Reach reach) {
        return table.find(id).filter(one -> covers(reach, one));
    }

    /** What all that last now are about, whoever asks. */
    public Coverage lasting() {
        Instant now = now();
        return hosts.of(table.endingAfter(now).stream().filter(one -> one.lasts(now)).toList());
    }

    /**
     * Begins one, or lets it begin later. What cannot be is refused by the exception of its kind,
     * with all that is wrong.
     */
    @Transactional
    public Window begin(NewWindow wanted) {
        Instant now = now();
        List<MonitorProblem> problems = rules.problems(kind, wanted, now);
        if (!problems.isEmpty()) {
            throw kind.refusal().apply(MonitorRefused.Reason.INVALID, problems);
        }
        String asset = wanted.asset();
        String environment = asset == null ? null : rules.environment(asset).orElse(null);
        access.require(Verb.WRITE, kind.part(), environment);
        Window made =
                table.add(
                        new Window(
                                0,
                                asset,
                                wanted.q(),
                                environment,
                                Objects.requireNonNullElse(wanted.begins(), now),
                                Objects.requireNonNull(wanted.ends()),
                                wanted.reason().strip(),
                                now,
                                access.actor().label(),
                                null));
        tell(made, "announced");
        return made;
    }

    /**
     * Ends one before its time. One that is not there or out of reach is refused by the exception
     * of its kind.
     */
    @Transactional
    public void end(long id, Reach reach) {
        Window known = find(id, reach).orElseThrow(() -> unknown(id));
        access.require(Verb.WRITE, kind.part(), known.environment());
        table.end(id, now(), access.actor().label());
        tell(known, "ended");
    }

    /**
     * Forgets those that ended before a moment, some at a time.
     *
     * @return how many
     */
    public int forget(Instant before) {
        int all = 0;
        int some = table.deleteEnded(before, AT_ONCE);
        while (some > 0) {
            all += some;
            some = table.deleteEnded(before, AT_ONCE);
        }
        return all;
    }

    private RuntimeException unknown(long id) {
        String word = kind.word();
        return kind.refusal()
                .apply(
                        MonitorRefused.Reason.UNKNOWN,
                        List.of(
                                new MonitorProblem(
                                        word + ".unknown",
                                        "id",
                                        "There is no %s with the id %d.".formatted(word, id),
                                        "See /api/v1/%ss for those there are.".formatted(word))));
    }

    private void tell(Window one, String what) {
        String asset = one.asset();
        String word = kind.word();
        timeline.append(
                new NewEvent(
                        asset == null ? word + ":" + one.id() : asset,
                        Objects.requireNonNullElse(one.environment(), Environment.UNASSIGNED),
                        word + "." + what,
                        "A %s of %s until %s was %s: %s"
                                .formatted(
                                        word,
                                        asset == null ? one.q() : asset,
                                        one.ends(),
                                        what,
                                        one.reason()),
                        "{}",
                        access.actor().label()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
