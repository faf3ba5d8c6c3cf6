package dev.cadastre.server.estate;

import dev.cadastre.change.script.Payload;
import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import dev.cadastre.server.estate.EstateDiff.ValueChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares all things of one kind in two estates. */
record Comparison(SectionKind kind, EstateModel before, EstateModel after) {
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (String name : names(before)) {
            if (!names(after).contains(name)) {
                changes.add(change(name, Action.REMOVED));
            }
        }
        for (String name : names(after)) {
            Action action = names(before).contains(name) ? Action.CHANGED : Action.ADDED;
            Change change = change(name, action);
            if (action == Action.ADDED || !change.values().isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }

    private Set<String> names(EstateModel model) {
        return switch (kind) {
            case TEAM -> model.teams().keySet();
            case ENVIRONMENT -> model.environments().keySet();
            case GROUP -> model.groups().keySet();
            case HOST -> model.hosts().keySet();
            case RULE -> model.rules().keySet();
            case PRODUCT -> model.products().keySet();
            case SIGNER -> model.signers().keySet();
            case MONITOR_TEMPLATE -> model.monitors(true).keySet();
            case MONITOR -> model.monitors(false).keySet();
        };
    }

    private Change change(String name, Action action) {
        EstateModel holder = action == Action.REMOVED ? before : after;
        return new Change(kind, name, environment(holder, name), action, values(name));
    }

    private @Nullable String environment(EstateModel model, String name) {
        DeclaredHost host = kind == SectionKind.HOST ? model.hosts().get(name) : null;
        if (host != null) {
            return host.environment();
        }
        return kind == SectionKind.ENVIRONMENT ? name : null;
    }

    private List<ValueChange> values(String name) {
        Map<String, String> old = values(before, name);
        Map<String, String> now = values(after, name);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                .map(key -> new ValueChange(key, old.get(key), now.get(key), difference(name, key)))
                .toList();
    }

    private boolean isOfMonitors() {
        return kind == SectionKind.MONITOR || kind == SectionKind.MONITOR_TEMPLATE;
    }

    private @Nullable DeclaredMonitor monitor(EstateModel model, String name) {
        return model.monitors(kind == SectionKind.MONITOR_TEMPLATE).get(name);
    }

    private @Nullable String difference(String name, String key) {
        if (!isOfMonitors() || !key.equals(DeclaredMonitor.TEST)) {
            return null;
        }
        DeclaredMonitor old = monitor(before, name);
        DeclaredMonitor now = monitor(after, name);
        if (old == null || now == null) {
            return null;
        }
        String oldText = old.test();
        String newText = now.test();
        return oldText == null || newText == null || oldText.equals(newText)
                ? null
                : LineDifference.between(now.testPath(), oldText, newText);
    }

    private Map<String, String> values(EstateModel model, String name) {
        DeclaredHost host = model.hosts().get(name);
        if (isOfMonitors()) {
            return values(model.raw(kind, name), monitor(model, name));
        }
        if (kind != SectionKind.HOST) {
            return model.raw(kind, name);
        }
        return host == null ? Map.of() : values(model, host);
    }

    /** A test is another one when its text is, wherever that lies. */
    private static Map<String, String> values(
            Map<String, String> raw, @Nullable DeclaredMonitor monitor) {
        if (monitor == null || monitor.test() == null) {
            return raw;
        }
        byte[] text = monitor.test().getBytes(StandardCharsets.UTF_8);
        Map<String, String> values = new LinkedHashMap<>(raw);
        values.put(
                DeclaredMonitor.TEST,
                "%s (sha256 %s)".formatted(monitor.testPath(), Payload.of(text).sha256()));
        return values;
    }

    /** With environment and address, which may hold without being stated. */
    private static Map<String, String> values(EstateModel model, DeclaredHost host) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Keys.ENVIRONMENT, host.environment());
        values.put(Keys.ADDRESS, host.address().text());
        model.shown(SectionKind.HOST.section(host.name()))
                .forEach(shown -> values.putIfAbsent(shown.key(), shown.value()));
        return values;
    }
}
