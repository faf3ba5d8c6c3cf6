package dev.cadastre.server.parcels.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What changes of apps find, out of what is sealed of their revisions. */
@Component
class AppValues {

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
        if (own.byHost().keySet().containsAll(task.hosts())) {
            return own;
        }
        // It leaves hosts on which it is no longer to be: there it is as it was.
        TaskValues before = table.current(task.app()).map(this::of).orElse(own);
        Map<String, Map<String, String>> byHost = new HashMap<>(before.byHost());
        byHost.keySet().retainAll(task.hosts());
        Set<String> secrets = new HashSet<>(own.secrets());
        secrets.addAll(before.secrets());
        return values(byHost, secrets);
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
