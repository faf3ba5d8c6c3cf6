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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what the next revision of an app is, from all that is known. */
@Component
class NextRevision {

    private final AppTable table;
    private final AppLists lists;
    private final Providers providers;
    private final ParcelChoice choice;
    private final DraftHosts hosts;
    private final Parcels parcels;
    private final Estate estate;
    private final Access access;
    private final Clock clock;
    private final Passwords passwords = new Passwords(new SecureRandom());

    NextRevision(
            AppTable table,
            AppLists lists,
            Providers providers,
            ParcelChoice choice,
            DraftHosts hosts,
            Parcels parcels,
            Estate estate,
            Access access,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.providers = providers;
        this.choice = choice;
        this.hosts = hosts;
        this.parcels = parcels;
        this.estate = estate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The next one by an order.
     *
     * @param current what is there; null if nothing is
     * @throws ParcelRefused if it cannot be so, with all that is wrong
     */
    AppTable.NewRevision of(AppOrder order, @Nullable AppRevision current) {
        AppRevision last = table.lastBegun(order.app()).orElse(null);
        AppRevision failed = last != null && last.state() == AppState.FAILED ? last : null;
        return order.verb() == AppVerb.REMOVE
                ? gone(order, current, failed)
                : there(order, current, last, failed);
    }

    private AppTable.NewRevision there(
            AppOrder order,
            @Nullable AppRevision current,
            @Nullable AppRevision last,
            @Nullable AppRevision failed) {
        KeptParcel parcel = choice.choose(order, current);
        AppParcel chosen = new AppParcel(parcel.name(), parcel.version(), parcel.digest());
        String signer = signer(parcel, order.app());
        ParcelContents contents = providers.contents(chosen);
        SortedMap<String, Provider> bound = providers.choose(order, contents, current);
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
                new AppTasks(order, chosen, contents, current, bound, providers.of(current))
                        .after(touched(failed));
        List<AppTasks.Planned> planned =
                failed != null
                        ? tasks.mended(names, failed.parcel())
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

    private Set<String> touched(@Nullable AppRevision failed) {
        return failed == null ? Set.of() : AppTasks.touched(failed, table.endings(failed.id()));
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
                            provider.revision().hosts(),
                            provider.revision().number()));
        });
        return bindings;
    }

    /** What failed before anything was there can be taken away, too. */
    private AppTable.NewRevision gone(
            AppOrder order, @Nullable AppRevision current, @Nullable AppRevision failed) {
        AppRevision known = current == null ? failed : current;
        choice.choose(order, known);
        AppRevision there = Objects.requireNonNull(known);
        List<AppRevision> consumers = lists.bound(order.app(), Reach.ALL, AppState.CURRENT);
        if (!consumers.isEmpty()) {
            throw Providers.needed(order.app(), consumers);
        }
        AppTasks tasks =
                new AppTasks(
                                order,
                                there.parcel(),
                                providers.contents(there.parcel()),
                                current,
                                Map.of(),
                                providers.of(there))
                        .after(touched(failed));
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
}
