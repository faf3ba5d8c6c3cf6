package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.parcel.trust.Decision;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.repository.Parcels;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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

    private final AppTable table;
    private final AppValues values;
    private final Providers providers;
    private final ParcelChoice choice;
    private final DraftHosts hosts;
    private final Parcels parcels;
    private final Estate estate;
    private final AppStates states;
    private final Access access;
    private final Clock clock;
    private final Passwords passwords = new Passwords(new SecureRandom());

    Apps(
            AppTable table,
            AppValues values,
            Providers providers,
            ParcelChoice choice,
            DraftHosts hosts,
            Parcels parcels,
            Estate estate,
            AppStates states,
            Access access,
            Clock clock) {
        this.table = table;
        this.values = values;
        this.providers = providers;
        this.choice = choice;
        this.hosts = hosts;
        this.parcels = parcels;
        this.estate = estate;
        this.states = states;
        this.access = access;
        this.clock = clock;
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
        AppTable.NewRevision next =
                order.verb() == AppVerb.REMOVE ? gone(order, current) : there(order, current);
        AppRevision kept = table.find(table.add(app, next)).orElseThrow();
        access.audit(
                "app." + order.verb().name().toLowerCase(Locale.ROOT) + ".plan",
                order.app().toString(),
                order.app().environment(),
                "done");
        return new Proposal(kept, AppDifferences.between(current, kept));
    }

    private AppTable.NewRevision there(AppOrder order, @Nullable AppRevision current) {
        KeptParcel parcel = choice.choose(order, current);
        AppParcel chosen = new AppParcel(parcel.name(), parcel.version(), parcel.digest());
        String signer = signer(parcel, order.app());
        ParcelContents contents = providers.contents(chosen);
        SortedMap<String, Provider> bound = providers.choose(order, contents, current);
        AppRevision last = lastBegun(order.app()).orElse(null);
        AppJson.Sealed before = before(current, last);
        Collection<String> names = hosts(order, current);
        AppDraft.Drafted drafted =
                new AppDraft(
                                order.app(),
                                chosen,
                                contents,
                                GivenLayers.after(before, order),
                                before,
                                bound,
                                passwords)
                        .on(hosts.read(names));
        AppTasks tasks =
                new AppTasks(order, chosen, contents, current, bound, providers.of(current));
        List<AppTasks.Planned> planned =
                last != null && last.state() == AppState.FAILED
                        ? tasks.mended(names, last.parcel())
                        : tasks.there(names, AppDifferences.changed(before, drafted.sealed()));
        require(drafted.problems(), tasks.problems());
        return new AppTable.NewRevision(
                order.verb(),
                chosen,
                signer,
                parcel.owner(),
                AppState.PLANNED,
                drafted.values(),
                bindings(contents, bound),
                AppTasks.file(contents, Step.INSTALL).orElse(""),
                drafted.sealed(),
                planned,
                access.actor().label(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * What was known of it. Where nothing is there, its data may be, of a revision that failed or
     * was removed: with the secrets that were made for them.
     */
    private AppJson.Sealed before(@Nullable AppRevision current, @Nullable AppRevision last) {
        if (current != null) {
            return table.sealed(current.id());
        }
        return last == null || isPurged(last)
                ? AppJson.Sealed.NOTHING
                : table.sealed(last.id()).made();
    }

    private static boolean isPurged(AppRevision revision) {
        return revision.state() == AppState.REMOVED
                && revision.tasks().stream().anyMatch(task -> task.step() == Step.PURGE);
    }

    private static void require(List<ParcelProblem> some, List<ParcelProblem> others) {
        List<ParcelProblem> all = new ArrayList<>(some);
        all.addAll(others);
        if (!all.isEmpty()) {
            throw new ParcelRefused(ParcelRefused.Reason.UNUSABLE, all);
        }
    }

    private static Collection<String> hosts(AppOrder order, @Nullable AppRevision current) {
        if (!order.hosts().isEmpty()) {
            return new TreeSet<>(order.hosts());
        }
        if (current == null) {
            throw new ParcelProblem(
                            "app.hosts-missing",
                            "hosts",
                            "It is not said where %s is to be.".formatted(order.app()),
                            "Name its hosts, as by --on web1,web2.")
                    .as(ParcelRefused.Reason.INVALID);
        }
        return current.hosts();
    }

    /** Whose signature counts; null where none is needed. */
    private @Nullable String signer(KeptParcel parcel, AppName app) {
        Environment environment = estate.model().environments().get(app.environment());
        if (environment == null || environment.trust() == null) {
            return null;
        }
        Decision decision = parcels.decide(parcel, environment);
        if (!decision.isAccepted()) {
            throw ParcelRefused.unusable(decision.problems());
        }
        return decision.acceptances().getFirst().signer().name();
    }

    private static List<AppBinding> bindings(
            ParcelContents contents, SortedMap<String, Provider> bound) {
        Map<String, Requirement> requires = contents.definition().requires();
        List<AppBinding> bindings = new ArrayList<>();
        bound.forEach((binding, provider) -> {
            Requirement requirement = requires.get(binding);
            bindings.add(
                    new AppBinding(
                            binding,
                            requirement == null
                                    ? ""
                                    : (requirement.name() + " " + requirement.range()).strip(),
                            provider.revision().app(),
                            provider.revision().hosts()));
        });
        return bindings;
    }

    private AppTable.NewRevision gone(AppOrder order, @Nullable AppRevision current) {
        choice.choose(order, current);
        AppRevision there = Objects.requireNonNull(current);
        List<AppRevision> consumers = consumers(order.app(), Reach.ALL);
        if (!consumers.isEmpty()) {
            throw Providers.needed(order.app(), consumers);
        }
        AppTasks tasks =
                new AppTasks(
                        order,
                        there.parcel(),
                        providers.contents(there.parcel()),
                        there,
                        Map.of(),
                        providers.of(there));
        List<AppTasks.Planned> planned = tasks.gone();
        require(tasks.problems(), List.of());
        return new AppTable.NewRevision(
                order.verb(),
                there.parcel(),
                there.signer(),
                there.owner(),
                AppState.PLANNED,
                there.values(),
                there.bindings(),
                there.file(),
                table.sealed(there.id()),
                planned,
                access.actor().label(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
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
     * @throws ParcelRefused if the app was planned anew since, or is being changed by another
     *     revision
     */
    @Transactional
    public void began(long task) {
        states.began(table.task(task).orElseThrow(AppStates::withdrawn));
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
                ? table.current(environment, reach)
                : current(app, reach).map(List::of).orElse(List.of());
    }

    /** The last revision of each app within reach that anybody started and did not undo. */
    public List<AppRevision> lastBegun(@Nullable String environment, Reach reach) {
        return table.lastBegun(environment, reach);
    }

    /** The same of one app. */
    public Optional<AppRevision> lastBegun(AppName app) {
        return table.newest(
                app,
                Integer.MAX_VALUE,
                AppState.RUNNING,
                AppState.CURRENT,
                AppState.REPLACED,
                AppState.FAILED,
                AppState.REMOVED);
    }

    /** Revisions of an app, the newest first, of those with smaller numbers. */
    public List<AppRevision> revisions(AppName app, int before, int limit, Reach reach) {
        return reach.covers(app.environment()) ? table.revisions(app, before, limit) : List.of();
    }

    /** Apps within reach that are bound to another. */
    public List<AppRevision> consumers(AppName provider, Reach reach) {
        return table.current(null, reach).stream()
                .filter(one ->
                        one.bindings().stream()
                                .anyMatch(binding -> binding.provider().equals(provider)))
                .toList();
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
