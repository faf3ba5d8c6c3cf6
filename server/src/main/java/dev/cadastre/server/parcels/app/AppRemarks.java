package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.server.access.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** What somebody should know of an app: what others read of it, and what was not known. */
@Component
class AppRemarks {

    private static final int MOST = 5;

    private final AppTable table;
    private final AppLists lists;
    private final Providers providers;

    AppRemarks(AppTable table, AppLists lists, Providers providers) {
        this.table = table;
        this.lists = lists;
        this.providers = providers;
    }

    /** All of a revision that is there, or would be. */
    List<AppRemark> of(AppRevision revision) {
        if (revision.verb() == AppVerb.REMOVE) {
            return List.of();
        }
        List<AppRemark> all = new ArrayList<>();
        all.addAll(consumers(revision));
        all.addAll(itself(revision));
        all.addAll(UnknownFacts.of(revision, providers.contents(revision.parcel()).schemas()));
        return all;
    }

    /** Those that were told something else than they would be now. */
    private List<AppRemark> consumers(AppRevision revision) {
        List<AppRevision> consumers = lists.bound(revision.app(), Reach.ALL, AppState.CURRENT);
        if (consumers.isEmpty()) {
            return List.of();
        }
        Provider provider = providers.provider(revision);
        return consumers.stream()
                .sorted(Comparator.comparing(AppRevision::app))
                .flatMap(consumer ->
                        consumer.bindings().stream()
                                .filter(one -> one.provider().equals(revision.app()))
                                .map(one -> outdated(consumer, one, provider))
                                .filter(names -> !names.isEmpty())
                                .map(names ->
                                        new AppRemark(
                                                "app.consumer-outdated",
                                                "%s reads %s of it."
                                                        .formatted(consumer.app(), words(names)),
                                                configure(consumer.app()))))
                .toList();
    }

    /** What it was told before its providers changed. */
    private List<AppRemark> itself(AppRevision revision) {
        List<AppRemark> all = new ArrayList<>();
        for (AppBinding binding : revision.bindings()) {
            table.current(binding.provider())
                    .map(one -> outdated(revision, binding, providers.provider(one)))
                    .filter(names -> !names.isEmpty())
                    .ifPresent(names ->
                            all.add(
                                    new AppRemark(
                                            "app.binding-outdated",
                                            "%s changed %s since."
                                                    .formatted(binding.provider(), words(names)),
                                            configure(revision.app()))));
        }
        return all;
    }

    private SortedSet<String> outdated(
            AppRevision consumer, AppBinding binding, Provider provider) {
        AppJson.Sealed sealed = table.sealed(consumer.id());
        String name = binding.binding();
        String password = sealed.passwords().getOrDefault(name + " of " + binding.provider(), "");
        List<Map<String, String>> now =
                provider.tell(
                                Requirement.parse(binding.requires()),
                                consumer.app().name(),
                                password)
                        .hosts();
        return FoundValues.differing(name, sealed.told().getOrDefault(name, List.of()), now);
    }

    private static String configure(AppName app) {
        return "cadastre app configure " + app;
    }

    private static String words(SortedSet<String> names) {
        String some = String.join(", ", names.stream().limit(MOST).toList());
        return names.size() <= MOST ? some : "%s and %d more".formatted(some, names.size() - MOST);
    }
}
