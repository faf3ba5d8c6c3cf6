package dev.cadastre.server.monitoring.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All living monitors in memory. Thread-safe; what it hands out is of one moment. */
@Component
public class MonitorBook {

    private final ConcurrentNavigableMap<Long, Watched> byId = new ConcurrentSkipListMap<>();
    private final Map<String, Set<Long>> byAsset = new ConcurrentHashMap<>();

    /** Adds one. */
    public void put(Watched one) {
        byId.put(one.id(), one);
        list(one);
    }

    /** Changes one; null if it is no longer there. */
    public @Nullable Watched change(long id, UnaryOperator<Watched> change) {
        return byId.computeIfPresent(
                id,
                (_, one) -> {
                    Watched changed = change.apply(one);
                    if (!one.row().asset().equals(changed.row().asset())) {
                        unlist(one);
                        list(changed);
                    }
                    return changed;
                });
    }

    /** Forgets one. */
    public void forget(long id) {
        Watched before = byId.remove(id);
        if (before != null) {
            unlist(before);
        }
    }

    private void list(Watched one) {
        byAsset.compute(
                one.row().asset(),
                (_, ids) -> {
                    Set<Long> all = ids == null ? new ConcurrentSkipListSet<>() : ids;
                    all.add(one.id());
                    return all;
                });
    }

    private void unlist(Watched one) {
        byAsset.computeIfPresent(
                one.row().asset(),
                (_, ids) -> {
                    ids.remove(one.id());
                    return ids.isEmpty() ? null : ids;
                });
    }

    /** The one with that id. */
    public Optional<Watched> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those of an asset, by id. */
    public List<Watched> of(String asset) {
        List<Watched> found = new ArrayList<>();
        for (long id : byAsset.getOrDefault(asset, Set.of())) {
            find(id).ifPresent(found::add);
        }
        return found;
    }

    /** The assets that are monitored. */
    public Set<String> assets() {
        return Set.copyOf(byAsset.keySet());
    }

    /** All whose id is above one, by id. */
    public Collection<Watched> after(long id) {
        return byId.tailMap(id, false).values();
    }

    /** How many there are. */
    public int size() {
        return byId.size();
    }
}
