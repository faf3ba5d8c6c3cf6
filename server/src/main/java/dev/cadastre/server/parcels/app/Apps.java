package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.parcels.ParcelRefused;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Apps and their revisions. Whether somebody may have them changed is for the caller to know; of
 * lists each reader has what is within reach. Thread-safe.
 */
@NamedInterface("app")
@Service
public class Apps {

    private static final Logger log = LoggerFactory.getLogger(Apps.class);

    private final AppTable table;
    private final AppLists lists;
    private final AppValues values;
    private final NextRevision next;
    private final AppRemarks remarks;
    private final Estate estate;
    private final AppStates states;
    private final Access access;

    Apps(
            AppTable table,
            AppLists lists,
            AppValues values,
            NextRevision next,
            AppRemarks remarks,
            Estate estate,
            AppStates states,
            Access access) {
        this.table = table;
        this.lists = lists;
        this.values = values;
        this.next = next;
        this.remarks = remarks;
        this.estate = estate;
        this.states = states;
        this.access = access;
    }

    /**
     * Works out the next revision of an app, and keeps it as planned.
     *
     * @throws ParcelRefused if it cannot be so, with all that is wrong
     */
    @Transactional
    public Proposal propose(AppOrder order) {
        long app = table.lock(order.app());
        AppRevision current = table.current(order.app()).orElse(null);
        long id = table.add(app, next.of(order, current));
        AppRevision kept = table.find(id).orElseThrow();
        access.audit(
                "app." + order.verb().name().toLowerCase(Locale.ROOT) + ".plan",
                order.app().toString(),
                order.app().environment(),
                "done");
        return new Proposal(kept, AppDifferences.between(current, kept), remarks.of(kept));
    }

    /**
     * Takes a proposal back that cannot be planned, so that what was planned before stays good. One
     * of which something was begun stays.
     */
    @Transactional
    public void withdraw(AppRevision proposal) {
        table.lock(proposal.app());
        table.withdraw(proposal.id());
    }

    /** The task of that id. */
    public Optional<AppTask> task(long id) {
        return table.task(id);
    }

    /** What the change of a task finds, secrets included. */
    public TaskValues values(long task) {
        return values.of(table.task(task).orElseThrow());
    }

    /** What changes of a revision's own parcel find, secrets included. */
    public TaskValues valuesOf(long revision) {
        return values.of(table.find(revision).orElseThrow());
    }

    /**
     * A run of a task is about to begin.
     *
     * @return the revision that failed and whose place this one takes, so that its runs are given
     *     up; empty if there is none
     * @throws ParcelRefused if the app was planned anew or changed since, what it is bound to was
     *     changed since, or it is being changed by another revision
     */
    @Transactional
    public Optional<AppRevision> began(long task) {
        return states.began(table.task(task).orElseThrow(AppStates::withdrawn));
    }

    /** A run of a task has ended; to tell it again changes nothing. */
    @Transactional
    public void ended(long task, Ending ending, String reason) {
        states.ended(table.task(task).orElseThrow(), ending, reason);
    }

    /** The revision of that id. */
    public AppRevision revision(long id) {
        return table.find(id).orElseThrow();
    }

    /** What is there of an app. */
    public Optional<AppRevision> current(AppName app, Reach reach) {
        return reach.covers(app.environment()) ? table.current(app) : Optional.empty();
    }

    /** What is there of apps within reach: of one, of an environment, or of all. */
    public List<AppRevision> current(
            @Nullable String environment, @Nullable AppName app, Reach reach) {
        return app == null
                ? lists.current(environment, reach)
                : current(app, reach).map(List::of).orElse(List.of());
    }

    /**
     * The last revision of apps that anybody started and did not undo, of those within reach that
     * are not gone.
     */
    public List<AppRevision> lastBegun(AppQuery query, Reach reach) {
        return lists.lastBegun(query, reach);
    }

    /**
     * What somebody should know of what is there of an app, besides its values; nothing if a parcel
     * cannot be read, so that all else is told.
     */
    public List<AppRemark> remarks(AppRevision current) {
        try {
            return remarks.of(current);
        } catch (ParcelRefused | UncheckedIOException e) {
            log.warn("What to know of {} is not found out", current.app(), e);
            return List.of();
        }
    }

    /** The last revision of an app that anybody started and did not undo. */
    public Optional<AppRevision> lastBegun(AppName app) {
        return table.lastBegun(app);
    }

    /**
     * Forgets what was planned before a moment and never begun.
     *
     * @return how many revisions
     */
    @Transactional
    public int forgetPlanned(Instant limit) {
        return lists.forgetPlanned(limit);
    }

    /** Revisions of an app, the newest first, of those with smaller numbers. */
    public List<AppRevision> revisions(AppName app, int before, int limit, Reach reach) {
        return reach.covers(app.environment()) ? table.revisions(app, before, limit) : List.of();
    }

    /** Apps within reach that are bound to another. */
    public List<AppRevision> consumers(AppName provider, Reach reach) {
        return lists.bound(provider, reach, AppState.CURRENT);
    }

    /**
     * The team that answers for an app: the one that its parcel names, if it is there, and else
     * that of its environment.
     */
    public Optional<String> owner(AppRevision revision) {
        return Optional.ofNullable(revision.owner())
                .filter(team -> estate.model().teams().containsKey(team))
                .or(() ->
                        Optional.ofNullable(
                                        estate.model()
                                                .environments()
                                                .get(revision.app().environment()))
                                .map(Environment::owner));
    }
}
