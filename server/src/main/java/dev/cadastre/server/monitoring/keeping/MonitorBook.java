package dev.cadastre.server.monitoring.keeping;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All living monitors in memory. Thread-safe; what it hands out is of one moment. */
@Component
public class MonitorBook {

    private final Map<Long, Watched> byId = new ConcurrentHashMap<>();
    private final NavigableSet<Long> ids = new ConcurrentSkipListSet<>();
    private final NavigableSet<Long> known = new ConcurrentSkipListSet<>();
    private final NavigableSet<Long> inDowntime = new ConcurrentSkipListSet<>();
    private final Map<String, Set<Long>> byAsset = new ConcurrentHashMap<>();

    /** Adds one. */
    public void put(Watched one) {
        byId.compute(
                one.id(),
                (id, _) -> {
                    ids.add(id);
                    mark(one);
                    return one;
                });
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
                    mark(changed);
                    return changed;
                });
    }

    /** Forgets one. */
    public void forget(long id) {
        byId.computeIfPresent(
                id,
                (_, one) -> {
                    Stream.of(ids, known, inDowntime).forEach(some -> some.remove(id));
                    unlist(one);
                    return null;
                });
    }

    private void mark(Watched one) {
        mark(known, one.id(), one.definition().kind().isKnown());
        mark(inDowntime, one.id(), one.standing().downtime());
    }

    private static void mark(Set<Long> some, long id, boolean among) {
        if (among) {
            some.add(id);
        } else if (!some.isEmpty()) {
            some.remove(id);
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
        return new Part(ids.tailSet(id, false));
    }

    /** Those that are read off the register, by id. */
    public Collection<Watched> known() {
        return new Part(known);
    }

    /** Those of which problems are expected, by id. */
    public Collection<Watched> inDowntime() {
        return new Part(inDowntime);
    }

    /** Those with these ids, as far as they are there when they are looked at. */
    private final class Part extends AbstractCollection<Watched> {

        private final NavigableSet<Long> some;

        Part(NavigableSet<Long> some) {
            this.some = some;
        }

        @Override
        public Iterator<Watched> iterator() {
            return some.stream().map(byId::get).filter(Objects::nonNull).iterator();
        }

        /** Not of the known size that this has while it grows and shrinks. */
        @Override
        public Spliterator<Watched> spliterator() {
            return Spliterators.spliteratorUnknownSize(
                    iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public int size() {
            return some.size();
        }
    }

    /** How many there are. */
    public int size() {
        return byId.size();
    }
}
