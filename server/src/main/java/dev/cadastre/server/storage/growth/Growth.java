package dev.cadastre.server.storage.growth;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Measures each day what tables and folders take, and tells how that goes on. Thread-safe.
 *
 * <p>The figures of a day are the first that were measured on it, so that a server which is started
 * often does not count a day twice.
 */
@Service
public class Growth implements RetentionJob {

    /** Adding up all files of a home is work; within this time nothing new is to be seen. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** How far back one looks to tell how fast something grows. */
    private static final Duration WATCHED = Duration.ofDays(14);

    private static final Duration KEPT = Duration.ofDays(400);
    private static final String DISK = "home";

    private final GrowthTable table;
    private final Home home;
    private final Clock clock;
    private @Nullable GrowthReport last;

    Growth(GrowthTable table, Home home, Clock clock) {
        this.table = table;
        this.home = home;
        this.clock = clock;
    }

    /** What takes how much room, measured within the last five minutes. */
    public synchronized GrowthReport report() {
        GrowthReport known = last;
        Instant now = clock.instant();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) > 0) {
            known = measure(now);
            last = known;
        }
        return known;
    }

    /** Keeps the figures of the day. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sample() {
        GrowthReport report = report();
        List<Taken> all = new ArrayList<>(report.tables());
        all.addAll(report.folders());
        DiskRoom disk = report.disk();
        all.add(new Taken(Taken.Kind.DISK, DISK, disk.bytes() - disk.free(), null));
        table.keep(all, report.at(), report.at().minus(KEPT));
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept("sizes of tables and folders, one a day", KEPT));
    }

    private GrowthReport measure(Instant now) {
        Map<GrowthTable.Subject, List<Sample>> samples = table.since(now.minus(WATCHED));
        try {
            return new GrowthReport(
                    now,
                    taken(Taken.Kind.TABLE, table.tables(), samples, now),
                    taken(Taken.Kind.FOLDER, FolderSizes.in(home.path()), samples, now),
                    disk(samples, now));
        } catch (IOException e) {
            throw new UncheckedIOException(home.path() + " cannot be measured", e);
        }
    }

    private static List<Taken> taken(
            Taken.Kind kind,
            Map<String, Long> sizes,
            Map<GrowthTable.Subject, List<Sample>> samples,
            Instant now) {
        return sizes.entrySet().stream()
                .map(size ->
                        new Taken(
                                kind,
                                size.getKey(),
                                size.getValue(),
                                perDay(kind, size.getKey(), size.getValue(), samples, now)))
                .sorted(Comparator.comparingLong(Taken::bytes).reversed())
                .toList();
    }

    private DiskRoom disk(Map<GrowthTable.Subject, List<Sample>> samples, Instant now) {
        // Asks the file system itself: a FileStore wants a mount point, which a chroot need not
        // have.
        File folder = home.path().toFile();
        long bytes = folder.getTotalSpace();
        long free = folder.getUsableSpace();
        long used = bytes - free;
        Long perDay = perDay(Taken.Kind.DISK, DISK, used, samples, now);
        return new DiskRoom(bytes, free, perDay, Rate.usedUp(free, perDay, now));
    }

    private static @Nullable Long perDay(
            Taken.Kind kind,
            String name,
            long bytes,
            Map<GrowthTable.Subject, List<Sample>> samples,
            Instant now) {
        List<Sample> all =
                new ArrayList<>(
                        samples.getOrDefault(new GrowthTable.Subject(kind, name), List.of()));
        all.add(new Sample(now, bytes));
        return Rate.perDay(all);
    }
}
