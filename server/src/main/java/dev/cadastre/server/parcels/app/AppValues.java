package dev.cadastre.server.parcels.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What changes of apps find, out of what is sealed of their revisions. */
@Component
class AppValues {

    /** So many attempts may fail, each elsewhere, and what they left is still found. */
    private static final int MOST_BEFORE = 100;

    private final AppTable table;

    AppValues(AppTable table) {
        this.table = table;
    }

    /** What those of a revision's own parcel find. */
    TaskValues of(AppRevision revision) {
        AppJson.Sealed sealed = table.sealed(revision.id());
        return values(of(revision, sealed), sealed.secrets());
    }

    private static Map<String, Map<String, String>> of(
            AppRevision revision, AppJson.Sealed sealed) {
        Map<String, Map<String, String>> byHost = new HashMap<>();
        sealed.hosts()
                .forEach((host, view) ->
                        byHost.put(
                                host,
                                FoundValues.of(
                                        revision.app(),
                                        revision.parcel(),
                                        host,
                                        sealed.addresses().getOrDefault(host, host),
                                        sealed.texts().get(view),
                                        sealed.told())));
        return byHost;
    }

    /** What the change of a task finds. */
    TaskValues of(AppTask task) {
        AppRevision revision = table.find(task.revision()).orElseThrow();
        if (task.step().isOfProvider()) {
            return ofProvider(task, revision);
        }
        TaskValues own = of(revision);
        return own.byHost().keySet().containsAll(task.hosts()) ? own : left(task, revision, own);
    }

    /** Of hosts on which it is no longer to be: there it is as it was, or was to be, last. */
    private TaskValues left(AppTask task, AppRevision revision, TaskValues own) {
        Map<String, Map<String, String>> byHost = new HashMap<>();
        Set<String> secrets = new HashSet<>(own.secrets());
        Set<String> missing = new HashSet<>(task.hosts());
        for (AppRevision before : before(revision)) {
            if (before.hosts().stream().anyMatch(missing::contains)) {
                TaskValues known = of(before);
                missing.forEach(host -> {
                    if (known.byHost().containsKey(host)) {
                        byHost.put(host, known.byHost().get(host));
                    }
                });
                missing.removeAll(byHost.keySet());
                secrets.addAll(known.secrets());
            }
        }
        return values(byHost, secrets);
    }

    private List<AppRevision> before(AppRevision revision) {
        List<AppRevision> all = new ArrayList<>();
        table.current(revision.app()).ifPresent(all::add);
        table.revisions(revision.app(), revision.number(), MOST_BEFORE).stream()
                .filter(one -> one.state() == AppState.FAILED)
                .forEach(all::add);
        return all;
    }

    /** A provider is as it is, and has a consumer. */
    private TaskValues ofProvider(AppTask task, AppRevision consumer) {
        TaskValues provider =
                table.current(task.app())
                        .map(this::of)
                        .orElseGet(() -> new TaskValues(Map.of(), Map.of(), Set.of()));
        String password = password(task, consumer).orElse("");
        Map<String, Map<String, String>> byHost = new HashMap<>();
        provider.byHost()
                .forEach((host, values) -> {
                    Map<String, String> all = new TreeMap<>(values);
                    all.put("consumer", consumer.app().name().replace('-', '_'));
                    all.put("consumer.password", password);
                    byHost.put(host, all);
                });
        Set<String> secrets = new HashSet<>(provider.secrets());
        secrets.add(password);
        return values(byHost, secrets);
    }

    /** Of a binding that is given up, the one that it had. */
    private Optional<String> password(AppTask task, AppRevision consumer) {
        String key = task.binding() + " of " + task.app();
        return Optional.ofNullable(table.sealed(consumer.id()).passwords().get(key))
                .or(() ->
                        table.current(consumer.app())
                                .map(before -> table.sealed(before.id()).passwords().get(key)));
    }

    private static TaskValues values(Map<String, Map<String, String>> byHost, Set<String> secrets) {
        Map<String, String> common = new HashMap<>();
        byHost.values().stream().findFirst().ifPresent(common::putAll);
        byHost.values()
                .forEach(values ->
                        common.entrySet()
                                .removeIf(one -> !one.getValue().equals(values.get(one.getKey()))));
        common.values()
                .removeIf(text ->
                        secrets.stream().anyMatch(one -> !one.isEmpty() && text.contains(one)));
        common.remove("host");
        common.remove("address");
        Set<String> real = new HashSet<>(secrets);
        real.remove("");
        return new TaskValues(byHost, common, real);
    }
}
