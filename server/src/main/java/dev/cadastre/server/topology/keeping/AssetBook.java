package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All living assets in memory, by number, name and host. Thread-safe. */
@Component
public class AssetBook {

    private static final int[] NONE = {};

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final NavigableMap<String, AssetEntry> byName = new TreeMap<>();
    private final Map<Integer, int[]> byHost = new HashMap<>();
    private @Nullable AssetEntry[] byNumber = new @Nullable AssetEntry[1_024];

    /** Adds it, or puts it in the place of the one with its number. */
    void put(AssetEntry entry) {
        write(() -> {
            remove(entry.number());
            if (entry.number() >= byNumber.length) {
                byNumber =
                        Arrays.copyOf(
                                byNumber, Math.max(entry.number() + 1, byNumber.length * 3 / 2));
            }
            byNumber[entry.number()] = entry;
            byName.put(entry.name().toString(), entry);
            if (entry.host() != 0) {
                int[] others = byHost.getOrDefault(entry.host(), NONE);
                int[] all = Arrays.copyOf(others, others.length + 1);
                all[others.length] = entry.number();
                byHost.put(entry.host(), all);
            }
        });
    }

    /** Forgets one, if it is there. */
    void forget(int number) {
        write(() -> remove(number));
    }

    private void remove(int number) {
        AssetEntry before = number < byNumber.length ? byNumber[number] : null;
        if (before != null) {
            byNumber[number] = null;
            byName.remove(before.name().toString());
            byHost.computeIfPresent(
                    before.host(),
                    (_, numbers) -> {
                        int[] left =
                                Arrays.stream(numbers).filter(other -> other != number).toArray();
                        return left.length == 0 ? null : left;
                    });
        }
    }

    /** The living asset of that number; null if there is none. */
    public @Nullable AssetEntry find(int number) {
        return read(() -> number < byNumber.length ? byNumber[number] : null);
    }

    /** The living asset of that name. */
    public Optional<AssetEntry> find(AssetName name) {
        return find(name.toString());
    }

    /** The living asset of the name that this text is. */
    public Optional<AssetEntry> find(String name) {
        return Optional.ofNullable(this.<@Nullable AssetEntry>read(() -> byName.get(name)));
    }

    /**
     * The host that a service or a program is on by its name, which stays when nothing is seen of
     * it there any longer; empty for all else.
     */
    public Optional<AssetEntry> host(AssetEntry asset) {
        boolean local = asset.is(AssetName.SERVICE) || asset.is(AssetName.DAEMON);
        return local
                ? asset.name().place().flatMap(place -> find(AssetName.HOST + ":" + place))
                : Optional.empty();
    }

    /** Those of these numbers that are there, in their order. */
    public List<AssetEntry> find(Collection<Integer> numbers) {
        return read(() -> {
            List<AssetEntry> found = new ArrayList<>(numbers.size());
            for (int number : numbers) {
                AssetEntry entry = number < byNumber.length ? byNumber[number] : null;
                if (entry != null) {
                    found.add(entry);
                }
            }
            return found;
        });
    }

    /** What is on a host, and the host itself. */
    public List<AssetEntry> onHost(int host) {
        return find(Arrays.stream(read(() -> byHost.getOrDefault(host, NONE))).boxed().toList());
    }

    /** All by name; the consumer must be quick, for nobody writes meanwhile. */
    public void each(Consumer<AssetEntry> target) {
        read(() -> {
            byName.values().forEach(target);
            return true;
        });
    }

    /** Those whose name comes after one, by name, while it is to go on. */
    public void after(@Nullable String name, Predicate<AssetEntry> on) {
        read(() -> {
            for (AssetEntry entry :
                    (name == null ? byName : byName.tailMap(name, false)).values()) {
                if (!on.test(entry)) {
                    break;
                }
            }
            return true;
        });
    }

    /** How many live. */
    public int size() {
        return read(byName::size);
    }

    private <T extends @Nullable Object> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
