package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.incident.Decision;
import dev.cadastre.server.alerting.incident.Happening;
import dev.cadastre.server.alerting.incident.IncidentRules;
import dev.cadastre.server.alerting.keeping.FailureTable;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.reading.AssetOwners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes incidents of what was heard. What is decided, what the timeline tells of it, and that it
 * was considered are written in one transaction: a server that stops in between considers it again,
 * and comes to the same. Thread-safe.
 */
@Component
class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final int AT_ONCE = 5_000;

    /** So often it looks though nobody said that there is anything, in turns of the schedule. */
    private static final int UNASKED = 25;

    private final HeardTable heard;
    private final IncidentTable incidents;
    private final FailureTable failures;
    private final AssetOwners owners;
    private final Timeline timeline;
    private final CauseCollection collection;
    private final Access access;
    private final TransactionTemplate transaction;
    private final ReentrantLock turn = new ReentrantLock();
    private int idle;

    Follower(
            HeardTable heard,
            IncidentTable incidents,
            FailureTable failures,
            AssetOwners owners,
            Timeline timeline,
            CauseCollection collection,
            Access access,
            PlatformTransactionManager transactions) {
        this.heard = heard;
        this.incidents = incidents;
        this.failures = failures;
        this.owners = owners;
        this.timeline = timeline;
        this.collection = collection;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 200)
    void follow() {
        idle++;
        if (heard.isFresh() || idle >= UNASKED) {
            idle = 0;
            try {
                catchUp();
            } catch (RuntimeException failure) {
                idle = UNASKED;
                log.warn("What was heard is considered again later", failure);
            }
        }
    }

    /** Considers all that was heard; when it returns, it is. */
    void catchUp() {
        turn.lock();
        try {
            access.asSystem(() -> {
                boolean more = true;
                while (more) {
                    more = considerSome();
                }
            });
        } finally {
            turn.unlock();
        }
    }

    private boolean considerSome() {
        List<Decision> opened = new ArrayList<>();
        Boolean more =
                transaction.execute(_ -> {
                    incidents.takeTurn();
                    List<HeardTable.Heard> some = heard.first(AT_ONCE);
                    if (!some.isEmpty()) {
                        opened.addAll(apply(some.stream().map(HeardTable.Heard::change).toList()));
                        heard.remove(some);
                    }
                    return some.size() == AT_ONCE;
                });
        collection.collect(opened.stream().map(Decision::cause).toList());
        return Objects.requireNonNull(more);
    }

    /**
     * Makes incidents of changes, in the caller's transaction, whose turn it is.
     *
     * @return those that are new and not over
     */
    List<Decision> apply(List<Change> changes) {
        List<Decision> decided = numbered(IncidentRules.decide(incidents.open(), changes));
        Map<String, AssetOwner> known =
                owners.of(decided.stream().map(Decision::cause).distinct().toList());
        Map<String, String> teams = new HashMap<>();
        known.forEach((cause, owner) -> teams.put(cause, owner.team()));
        incidents.put(decided, teams);
        failures.put(
                decided.stream()
                        .flatMap(one ->
                                one.failures().stream()
                                        .map(failure -> new FailureTable.Of(one.id(), failure)))
                        .toList());
        timeline.appendAll(
                decided.stream()
                        .flatMap(one -> one.happened().stream().map(what -> event(one, what)))
                        .toList());
        return decided.stream()
                .filter(one -> one.happened().contains(Happening.OPENED))
                .filter(one -> one.resolvedAt() == null)
                .toList();
    }

    /** With ids in the place of those that stand for them. */
    private List<Decision> numbered(List<Decision> decided) {
        List<Long> fresh = decided.stream().filter(Decision::isNew).map(Decision::id).toList();
        if (fresh.isEmpty()) {
            return decided;
        }
        Map<Long, Long> ids = new HashMap<>();
        Iterator<Long> given = incidents.ids(fresh.size()).iterator();
        fresh.forEach(id -> ids.put(id, given.next()));
        return decided.stream().map(one -> numbered(one, ids)).toList();
    }

    private static Decision numbered(Decision one, Map<Long, Long> ids) {
        Long into = one.mergedInto();
        return new Decision(
                Objects.requireNonNull(ids.getOrDefault(one.id(), one.id())),
                one.cause(),
                one.environment(),
                one.title(),
                one.severity(),
                one.openedAt(),
                one.resolvedAt(),
                into == null ? null : ids.getOrDefault(into, into),
                one.failures(),
                one.happened());
    }

    private static NewEvent event(Decision one, Happening what) {
        return new NewEvent(
                one.cause(),
                one.environment(),
                what.event(),
                summary(one, what),
                "{\"incident\":%d}".formatted(one.id()),
                NewEvent.SYSTEM);
    }

    private static String summary(Decision one, Happening what) {
        return switch (what) {
            case OPENED -> "Incident %d: %s".formatted(one.id(), one.title());
            case WORSE -> "Incident %d is worse: %s".formatted(one.id(), one.title());
            case RESOLVED ->
                    "Incident %d is over: %s".formatted(one.id(), last(one.failures(), one));
            case MERGED ->
                    "Incident %d is because of incident %d: %s"
                            .formatted(one.id(), one.mergedInto(), one.title());
        };
    }

    /** Why nothing is left. */
    private static @Nullable String last(List<Failure> failures, Decision one) {
        return failures.isEmpty() || failures.getLast().ended() == null
                ? one.title()
                : failures.getLast().ended();
    }
}
