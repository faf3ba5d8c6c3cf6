package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Doubts about which record is which host, for a person to resolve. Thread-safe. */
@Service
public class Conflicts {

    private final ConflictTable table;
    private final HostTable hosts;
    private final IdentityKeyTable keys;
    private final HostLife life;
    private final HostHistory history;
    private final Clock clock;

    Conflicts(
            ConflictTable table,
            HostTable hosts,
            IdentityKeyTable keys,
            HostLife life,
            HostHistory history,
            Clock clock) {
        this.table = table;
        this.hosts = hosts;
        this.keys = keys;
        this.life = life;
        this.history = history;
        this.clock = clock;
    }

    /** Those not resolved whose two hosts are within reach, the oldest first. */
    @Transactional(readOnly = true)
    public List<Conflict> open(Reach reach) {
        return table.open(reach);
    }

    /**
     * Notes the decision and acts on it; empty if there is no open conflict of that id in reach.
     */
    @Transactional
    public Optional<Conflict> resolve(
            long id, Conflict.Decision decision, String actor, Reach reach) {
        Optional<Conflict> conflict = table.withId(id, reach);
        if (conflict.isEmpty()) {
            return conflict;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return table.decide(id, decision, actor, now)
                .flatMap(two -> {
                    act(conflict.get().kind(), decision, two, actor, now);
                    return table.withId(id, Reach.ALL);
                });
    }

    private void act(
            Conflict.Kind kind,
            Conflict.Decision decision,
            ConflictTable.Two two,
            String actor,
            Instant now) {
        HostRow host = hosts.lock(two.host());
        HostRow other = hosts.lock(two.other());
        switch (decision) {
            case SAME -> {
                keys.add(other.ordinal(), keys.ofHost(host.ordinal()));
                retire(host, actor);
            }
            case DIFFERENT -> {
                if (kind == Conflict.Kind.SAME_NAME && other.declared()) {
                    replace(other, host, actor, now);
                }
            }
        }
    }

    /** The estate's name now belongs to another machine, and the one before is gone. */
    private void replace(HostRow gone, HostRow present, String actor, Instant now) {
        Declaration declaration =
                new Declaration(
                        gone.name(),
                        gone.environment(),
                        gone.groups(),
                        gone.address(),
                        gone.file(),
                        gone.line());
        retire(gone, actor);
        history.leaveName(present);
        hosts.place(
                present.ordinal(),
                declaration.name(),
                declaration.environment(),
                declaration.groups());
        history.note(hosts.state(present.ordinal(), declaration), now);
    }

    private void retire(HostRow host, String actor) {
        if (host.living()) {
            life.retire(host, actor);
        }
    }
}
