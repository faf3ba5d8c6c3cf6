package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.inventory.identity.Recognition;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides which host a report may be written to, and gives that host its name and place. */
@Component
class Admission {

    /** Where a host belongs that nobody placed. */
    static final String UNASSIGNED = "unassigned";

    private final HostTable hosts;
    private final HostHistory history;
    private final Recognizer recognizer;
    private final ConflictTable conflicts;
    private final SourceTable sources;
    private final Timeline timeline;

    Admission(
            HostTable hosts,
            HostHistory history,
            Recognizer recognizer,
            ConflictTable conflicts,
            SourceTable sources,
            Timeline timeline) {
        this.history = history;
        this.hosts = hosts;
        this.recognizer = recognizer;
        this.conflicts = conflicts;
        this.sources = sources;
        this.timeline = timeline;
    }

    /** Whether a report is let in. */
    sealed interface Admitted {

        /**
         * It is, to this host.
         *
         * @param host locked until the transaction ends
         * @param conflict what is doubtful, null if nothing
         */
        record To(HostRow host, @Nullable String conflict) implements Admitted {}

        /** It is not. */
        record Refused(Acceptance why) implements Admitted {}
    }

    /**
     * Lets a report in or not.
     *
     * @throws NotAllowed if the host of that name is out of the sender's reach
     */
    Admitted admit(Origin origin, Report report, Instant now) {
        hosts.reserve(origin.name());
        hosts.named(origin.name()).ifPresent(host -> requireReach(origin, host));
        Recognition recognition = recognizer.recognise(origin, report, now);
        if (!(recognition instanceof Recognition.Known known)) {
            return admitted(unknown(origin, now), recognition, origin, now);
        }
        HostRow host = hosts.lock(known.host());
        return refusal(host, origin, report, now)
                .<Admitted>map(Admitted.Refused::new)
                .orElseGet(() -> admitted(known(host, origin, now), recognition, origin, now));
    }

    private static void requireReach(Origin origin, HostRow host) {
        if (!origin.reach().covers(host.environment())) {
            throw new NotAllowed(
                    "%s may not send reports of %s, which is in another environment"
                            .formatted(origin.actor(), host.name()),
                    "Use a token for that environment, or issue one for that host there.");
        }
    }

    private Admitted admitted(HostRow host, Recognition recognition, Origin origin, Instant now) {
        Recognition.Doubt doubt = recognition.doubt();
        if (doubt != null && conflicts.note(host.ordinal(), doubt, now)) {
            timeline.append(
                    new NewEvent(
                            host.asset(),
                            host.environment(),
                            "host.conflict",
                            Bounded.text(doubt.reason(), Bounded.NAME),
                            StateJson.write(Map.of("conflict", doubt.kind())),
                            origin.actor()));
        }
        return new Admitted.To(host, doubt == null ? null : doubt.reason());
    }

    private Optional<Acceptance> refusal(HostRow host, Origin origin, Report report, Instant now) {
        if (!host.living() && origin.naming() != Origin.Naming.DECLARED) {
            return Optional.of(
                    new Acceptance.Retired(host.name(), Objects.requireNonNull(host.retiredAt())));
        }
        return switch (origin.source()) {
            // These were asked just now.
            case PROBE, JSONSTATS -> Optional.empty();
            case PUSH -> olderThanByItsClock(host, report, now);
            case SBOM, IMPORT -> olderThanTheLast(host, origin.source(), report);
        };
    }

    /** Other tools keep what they saw for days, which says nothing of our own reports' order. */
    private Optional<Acceptance> olderThanTheLast(HostRow host, Source source, Report report) {
        return sources.hostTime(host.ordinal(), source)
                .filter(last -> report.hostTime().isBefore(last))
                .map(last -> new Acceptance.Older(host.name(), report.hostTime(), last));
    }

    private static Optional<Acceptance> olderThanByItsClock(
            HostRow host, Report report, Instant now) {
        Instant last = host.hostTime();
        Instant observed = host.observedAt();
        if (last != null
                && observed != null
                && ReportAge.older(report.hostTime(), last, observed, now)) {
            return Optional.of(new Acceptance.Older(host.name(), report.hostTime(), last));
        }
        return Optional.empty();
    }

    private HostRow unknown(Origin origin, Instant now) {
        boolean taken = hosts.living(origin.name()).isPresent();
        return hosts.create(
                taken ? hosts.freeVariant(origin.name()) : origin.name(),
                Objects.requireNonNullElse(origin.environment(), UNASSIGNED),
                Objects.requireNonNullElse(origin.groups(), List.of()),
                null,
                now);
    }

    private HostRow known(HostRow host, Origin origin, Instant now) {
        HostRow living = host.living() ? host : revive(host, origin.actor(), now);
        boolean placed = placedBefore(living, origin);
        String name = name(living, origin);
        String environment =
                placed
                        ? living.environment()
                        : Objects.requireNonNullElse(origin.environment(), living.environment());
        List<String> groups =
                placed
                        ? living.groups()
                        : Objects.requireNonNullElse(origin.groups(), living.groups());
        return place(living, name, environment, groups, origin.actor(), now);
    }

    /** A credential's environment is that of a host which nobody knows yet; it moves none. */
    private static boolean placedBefore(HostRow host, Origin origin) {
        return switch (origin.naming()) {
            case DECLARED -> false;
            case BOUND -> true;
            case CLAIMED -> host.declared();
        };
    }

    /** Gives a host its name and place, with events if they are others than before. */
    HostRow place(
            HostRow host,
            String name,
            String environment,
            List<String> groups,
            String actor,
            Instant now) {
        boolean renamed = !name.equals(host.name());
        boolean moved = !environment.equals(host.environment());
        if (!renamed && !moved && groups.equals(host.groups())) {
            return host;
        }
        if (renamed) {
            history.leaveName(host);
        }
        HostRow placed = hosts.place(host.ordinal(), name, environment, groups);
        history.note(placed, now);
        if (renamed) {
            tell(placed, "host.renamed", host.name() + " is now named " + name, actor);
        }
        if (moved) {
            String summary = name + " moved from " + host.environment() + " to " + environment;
            tell(placed, "host.moved", summary, actor);
        }
        return placed;
    }

    private String name(HostRow host, Origin origin) {
        String claimed = origin.name();
        boolean keeps =
                host.name().equals(claimed)
                        || host.name().startsWith(claimed + "~")
                        || (host.declared() && origin.naming() != Origin.Naming.DECLARED);
        if (keeps) {
            return host.name();
        }
        Optional<HostRow> holder = hosts.living(claimed);
        if (holder.isEmpty()) {
            return claimed;
        }
        return origin.naming() == Origin.Naming.DECLARED && takeOver(holder.get(), host)
                ? claimed
                : host.name();
    }

    /**
     * A declared host that was never observed gives its name and declaration to the renamed one.
     */
    private boolean takeOver(HostRow declared, HostRow renamed) {
        if (declared.observedAt() != null) {
            return false;
        }
        hosts.delete(declared.ordinal());
        hosts.state(
                renamed.ordinal(),
                new Declaration(
                        declared.name(),
                        declared.environment(),
                        declared.groups(),
                        declared.address(),
                        declared.file(),
                        declared.line()));
        return true;
    }

    /** A retired host that the estate states again goes on where it stopped. */
    HostRow revive(HostRow host, String actor, Instant now) {
        boolean taken = hosts.living(host.name()).isPresent();
        HostRow free =
                taken
                        ? hosts.place(
                                host.ordinal(),
                                hosts.freeVariant(host.name()),
                                host.environment(),
                                host.groups())
                        : host;
        HostRow living = hosts.live(free.ordinal(), Lifecycle.LIVE, null);
        history.note(living, now);
        tell(living, "host.revived", living.name() + " is back", actor);
        return living;
    }

    private void tell(HostRow host, String kind, String summary, String actor) {
        timeline.append(new NewEvent(host.asset(), host.environment(), kind, summary, "{}", actor));
    }
}
