package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.repository.ParcelQuery;
import dev.cadastre.server.parcels.repository.Parcels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The apps that others can bind to. */
@Component
class Providers {

    private final AppTable table;
    private final AppLists lists;
    private final AppValues values;
    private final Parcels parcels;

    Providers(AppTable table, AppLists lists, AppValues values, Parcels parcels) {
        this.table = table;
        this.lists = lists;
        this.values = values;
        this.parcels = parcels;
    }

    /**
     * Those that meet an app's requirements, by the binding.
     *
     * @throws ParcelRefused if some are missing, with all of them
     */
    SortedMap<String, Provider> choose(
            AppOrder order, ParcelContents contents, @Nullable AppRevision current) {
        List<ProviderChoice.Offer> offers =
                lists.current(order.app().environment(), Reach.ALL).stream()
                        .filter(one -> !one.app().equals(order.app()))
                        .flatMap(one -> offer(one).stream())
                        .toList();
        ProviderChoice choice = new ProviderChoice(order, current, offers, deployable());
        SortedMap<String, AppRevision> chosen = choice.choose(contents.definition().requires());
        if (!choice.problems().isEmpty()) {
            throw new ParcelRefused(ParcelRefused.Reason.UNUSABLE, choice.problems());
        }
        SortedMap<String, Provider> providers = new TreeMap<>();
        chosen.forEach((binding, one) -> providers.put(binding, provider(one)));
        return providers;
    }

    /** Those that a revision has, by the binding, as far as they are still there. */
    Map<String, Provider> of(@Nullable AppRevision revision) {
        Map<String, Provider> providers = new TreeMap<>();
        if (revision != null) {
            revision.bindings()
                    .forEach(binding ->
                            table.current(binding.provider())
                                    .ifPresent(one ->
                                            providers.put(binding.binding(), provider(one))));
        }
        return providers;
    }

    private Optional<ProviderChoice.Offer> offer(AppRevision revision) {
        return kept(revision.parcel())
                .map(parcel ->
                        new ProviderChoice.Offer(
                                revision,
                                parcel.provides().stream()
                                        .map(line -> Provision.parse(line, parcel.version()))
                                        .toList()));
    }

    private Map<String, List<String>> deployable() {
        Map<String, TreeSet<String>> names = new HashMap<>();
        for (KeptParcel parcel : parcels.find(ParcelQuery.ALL, null, Integer.MAX_VALUE)) {
            parcel.provides()
                    .forEach(line ->
                            names.computeIfAbsent(
                                            Provision.parse(line, parcel.version()).name(),
                                            _ -> new TreeSet<>())
                                    .add(parcel.name()));
        }
        Map<String, List<String>> all = new HashMap<>();
        names.forEach((provided, by) -> all.put(provided, List.copyOf(by)));
        return all;
    }

    /**
     * One as it is, or would be, by a revision.
     *
     * @throws ParcelRefused if its parcel is not kept any more
     */
    Provider provider(AppRevision revision) {
        ParcelContents contents = contents(revision.parcel());
        return new Provider(
                revision,
                contents.definition().told(),
                values.of(revision),
                AppTasks.file(contents, Step.BIND).orElse(""),
                AppTasks.file(contents, Step.UNBIND).orElse(""));
    }

    /**
     * What is in a parcel that a revision has.
     *
     * @throws ParcelRefused if it is not kept any more
     */
    ParcelContents contents(AppParcel parcel) {
        KeptParcel kept =
                kept(parcel).orElseThrow(() -> Parcels.unknown(parcel.name(), parcel.version()));
        try {
            return parcels.open(kept).contents();
        } catch (IOException e) {
            throw new UncheckedIOException("The parcel %s cannot be read".formatted(parcel), e);
        }
    }

    private Optional<KeptParcel> kept(AppParcel parcel) {
        return parcels.find(parcel.name(), parcel.version())
                .filter(kept -> kept.digest().equals(parcel.digest()));
    }

    /** The refusal of what other apps need, with all of them. */
    static ParcelRefused needed(AppName app, List<AppRevision> consumers) {
        String all =
                String.join(", ", consumers.stream().map(one -> one.app().toString()).toList());
        return new ParcelProblem(
                        "app.is-needed",
                        "app",
                        "%s is what %s needs.".formatted(app, all),
                        "Remove that first, or bind it to another app.")
                .as(ParcelRefused.Reason.CONFLICT);
    }
}
