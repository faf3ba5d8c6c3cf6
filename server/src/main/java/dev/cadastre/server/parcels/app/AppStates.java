package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes of revisions by the runs of their tasks. In a transaction. */
@Component
class AppStates {

    private final AppTable table;
    private final Meanwhile meanwhile;
    private final Timeline timeline;
    private final Access access;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    AppStates(
            AppTable table,
            Meanwhile meanwhile,
            Timeline timeline,
            Access access,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.meanwhile = meanwhile;
        this.timeline = timeline;
        this.access = access;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The revision that failed and whose place it takes; empty if there is none, or it goes on. */
    Optional<AppRevision> began(AppTask task) {
        AppRevision revision = table.find(task.revision()).orElseThrow();
        AppName app = revision.app();
        lock(revision);
        revision = table.find(revision.id()).orElseThrow(AppStates::withdrawn);
        if (revision.state() == AppState.RUNNING) {
            return Optional.empty();
        }
        requireNewest(revision);
        table.newest(app, Integer.MAX_VALUE, AppState.RUNNING)
                .ifPresent(other -> {
                    throw busy(other);
                });
        meanwhile.require(revision);
        Optional<AppRevision> failed =
                table.lastBegun(app).filter(one -> one.state() == AppState.FAILED);
        table.become(revision.id(), AppState.RUNNING, "", null);
        tell(revision, "is being changed: " + words(revision));
        return failed;
    }

    /** In one order, so that of two none waits for the other. */
    private void lock(AppRevision revision) {
        SortedSet<AppName> all = new TreeSet<>();
        all.add(revision.app());
        revision.bindings().forEach(binding -> all.add(binding.provider()));
        all.forEach(table::lock);
    }

    private AppName app(AppTask task) {
        return table.find(task.revision()).orElseThrow().app();
    }

    private void requireNewest(AppRevision revision) {
        boolean isOutdated =
                table.newest(revision.app(), Integer.MAX_VALUE, AppState.values())
                        .filter(newest -> newest.number() > revision.number())
                        .isPresent();
        if (isOutdated || revision.state() != AppState.PLANNED) {
            throw outdated("%s was planned anew since.".formatted(revision.app()));
        }
    }

    /** The refusal of a plan that is one of several, of which another could not be made. */
    static ParcelRefused withdrawn() {
        return outdated("Not all that the app needs could be planned.");
    }

    static ParcelRefused outdated(String message) {
        return new ParcelProblem("app.plan-outdated", "plan", message, "Plan again.")
                .as(ParcelRefused.Reason.CONFLICT);
    }

    private static ParcelRefused busy(AppRevision other) {
        return new ParcelProblem(
                        "app.busy",
                        "app",
                        "Revision %d of %s is under way.".formatted(other.number(), other.app()),
                        "Wait for its runs, or stop them.")
                .as(ParcelRefused.Reason.CONFLICT);
    }

    void ended(AppTask task, Ending ending, String reason) {
        AppName app = app(task);
        table.lock(app);
        table.ended(task.id(), ending);
        AppRevision revision = table.find(task.revision()).orElseThrow();
        switch (ending) {
            case DONE -> done(revision);
            case FAILED -> failed(revision, reason);
            case UNDONE -> undone(revision, task);
        }
    }

    private void done(AppRevision revision) {
        Map<Long, Ending> endings = table.endings(revision.id());
        boolean isAll =
                revision.tasks().stream().allMatch(task -> endings.get(task.id()) == Ending.DONE);
        boolean isOver =
                revision.state() == AppState.CURRENT || revision.state() == AppState.REMOVED;
        if (!isAll || isOver) {
            return;
        }
        Optional<AppRevision> before = table.current(revision.app());
        before.ifPresent(one -> table.become(one.id(), AppState.REPLACED, "", null));
        boolean isGone = revision.verb() == AppVerb.REMOVE;
        become(revision, isGone ? AppState.REMOVED : AppState.CURRENT, "");
        tell(revision, isGone ? "was removed" : "is " + words(revision));
        changed(revision.id());
    }

    private void failed(AppRevision revision, String reason) {
        if (revision.state() == AppState.RUNNING || revision.state() == AppState.PLANNED) {
            become(revision, AppState.FAILED, reason);
            tell(revision, "could not be made %s: %s".formatted(words(revision), reason));
        }
    }

    /** With what was done for it to a provider the app itself is as it was. */
    private void undone(AppRevision revision, AppTask task) {
        if (task.step().isOfProvider() || revision.state() == AppState.UNDONE) {
            return;
        }
        boolean wasThere =
                revision.state() == AppState.CURRENT || revision.state() == AppState.REMOVED;
        become(revision, AppState.UNDONE, revision.problem());
        tell(revision, "is no longer %s, which was undone".formatted(words(revision)));
        if (!wasThere) {
            return;
        }
        Optional<AppRevision> before =
                table.newest(revision.app(), revision.number(), AppState.REPLACED, AppState.REMOVED)
                        // What was taken away before it is not there again.
                        .filter(one -> one.state() == AppState.REPLACED);
        before.ifPresent(one -> table.become(one.id(), AppState.CURRENT, "", null));
        changed(before.orElse(revision).id());
    }

    private void become(AppRevision revision, AppState state, String problem) {
        table.become(revision.id(), state, problem, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void changed(long id) {
        AppRevision now = table.find(id).orElseThrow();
        publisher.publishEvent(new AppChanged(now.app(), now));
    }

    private static String words(AppRevision revision) {
        return "%s on %s".formatted(revision.parcel(), some(revision.hosts()));
    }

    private static String some(List<String> hosts) {
        return hosts.size() <= 3
                ? String.join(", ", hosts)
                : "%s and %d more".formatted(hosts.getFirst(), hosts.size() - 1);
    }

    private void tell(AppRevision revision, String words) {
        String summary = "%s %s".formatted(revision.app(), words).replaceAll("\\p{Cntrl}+", " ");
        timeline.append(
                new NewEvent(
                        revision.app().asset().toString(),
                        revision.app().environment(),
                        "app",
                        summary.length() <= 500 ? summary : summary.substring(0, 500),
                        AppJson.write(
                                Map.of(
                                        "app",
                                        revision.app().toString(),
                                        "revision",
                                        revision.number())),
                        access.actor().label(),
                        null));
    }
}
