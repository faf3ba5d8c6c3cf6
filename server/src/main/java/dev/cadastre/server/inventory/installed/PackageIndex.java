package dev.cadastre.server.inventory.installed;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which hosts have which packages now, in memory. It is derived from the database: loaded once,
 * then told of each change after its commit. Changes may be told out of order and while it is
 * loading; a host whose changes do not follow on each other is read again. Thread-safe.
 */
final class PackageIndex implements Holdings {

    private static final RoaringBitmap NONE = new RoaringBitmap();

    /**
     * What a host has.
     *
     * @param since when the interval began
     * @param members the packages
     */
    record HostMembers(Instant since, PackageIds members) {}

    /**
     * How what a host has changed.
     *
     * @param before when the interval before began, null if there was none
     * @param since when the present interval began
     */
    record Step(@Nullable Instant before, Instant since, PackageIds gained, PackageIds lost) {}

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final HostDirectory directory = new HostDirectory();
    private final PackageLog log = new PackageLog();
    private final Map<Integer, RoaringBitmap> holders = new HashMap<>();
    private final Map<Integer, Instant> versions = new HashMap<>();
    private final Set<Integer> changedWhileLoading = new HashSet<>();
    private final IntFunction<@Nullable HostMembers> reader;
    private boolean loaded;

    /**
     * @param reader what a host has according to the database; null if nothing
     */
    PackageIndex(IntFunction<@Nullable HostMembers> reader) {
        this.reader = reader;
    }

    /**
     * What {@code question} finds; null until the index is loaded. It must not wait for anything.
     */
    <T> @Nullable T ask(Function<Holdings, T> question) {
        lock.readLock().lock();
        try {
            return loaded ? question.apply(this) : null;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** As above, which hosts had packages at a moment. */
    <T> @Nullable T askAt(Instant at, Function<PackageHolders, T> question) {
        return ask(
                _ -> question.apply(id -> log.holdersAt(at, id, holders.getOrDefault(id, NONE))));
    }

    /** How packages came and went, while loading. */
    void loadChange(int host, Instant since, @Nullable PackageIds gained, PackageIds lost) {
        log.add(host, since, gained, lost);
    }

    void forgetBefore(Instant limit) {
        log.forgetBefore(limit);
    }

    void place(HostEntry entry) {
        lock.writeLock().lock();
        try {
            directory.put(entry);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** One host while loading. */
    void load(int host, HostMembers present) {
        lock.writeLock().lock();
        try {
            versions.put(host, present.since());
            add(host, present.members());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** To be called when all hosts are loaded. */
    void loaded() {
        lock.writeLock().lock();
        try {
            changedWhileLoading.forEach(this::readAgain);
            changedWhileLoading.clear();
            loaded = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    void change(int host, Step step) {
        lock.writeLock().lock();
        try {
            log.add(host, step.since(), step.before() == null ? null : step.gained(), step.lost());
            if (!loaded) {
                changedWhileLoading.add(host);
            } else if (Objects.equals(versions.get(host), step.before())) {
                follow(host, step);
            } else {
                readAgain(host);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void follow(int host, Step step) {
        add(host, step.gained());
        step.lost().stream().forEach(id -> remove(id, host));
        versions.put(host, step.since());
    }

    private void readAgain(int host) {
        HostMembers present = reader.apply(host);
        Set.copyOf(holders.keySet()).forEach(id -> remove(id, host));
        versions.remove(host);
        if (present != null) {
            add(host, present.members());
            versions.put(host, present.since());
        }
    }

    private void add(int host, PackageIds ids) {
        ids.stream()
                .forEach(id -> holders.computeIfAbsent(id, key -> new RoaringBitmap()).add(host));
    }

    private void remove(int id, int host) {
        RoaringBitmap hosts = holders.get(id);
        if (hosts != null) {
            hosts.remove(host);
            if (hosts.isEmpty()) {
                holders.remove(id);
            }
        }
    }

    @Override
    public NavigableMap<String, HostEntry> hosts() {
        return directory.names();
    }

    @Override
    public Set<String> environments() {
        return directory.environments();
    }

    @Override
    public RoaringBitmap in(String environment) {
        return directory.in(environment);
    }

    @Override
    public RoaringBitmap holders(int packageId) {
        return holders.getOrDefault(packageId, NONE);
    }
}
