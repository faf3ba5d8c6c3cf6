package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.growth.DiskRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether the disk of the home is full, or will be. Pure. */
final class DiskFindings {

    private static final long GIGABYTE = 1L << 30;
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration AT_ONCE = Duration.ofDays(3);

    private DiskFindings() {}

    static List<Finding> of(String home, DiskRoom disk, Instant now) {
        String free = "%,d MB of %,d MB are free".formatted(disk.free() >> 20, disk.bytes() >> 20);
        if (disk.free() < GIGABYTE / 4) {
            return List.of(Finding.error(FindingKind.DISK_LOW, home, free));
        }
        Instant full = disk.fullAt();
        if (full != null && full.isBefore(now.plus(SOON))) {
            Severity severity =
                    full.isBefore(now.plus(AT_ONCE)) ? Severity.ERROR : Severity.WARNING;
            String when = "%s, and none at %s if it goes on".formatted(free, full);
            return List.of(new Finding(FindingKind.DISK_FILLING, severity, home, when));
        }
        return disk.free() < 2 * GIGABYTE && disk.free() < disk.bytes() / 10
                ? List.of(Finding.warning(FindingKind.DISK_LOW, home, free))
                : List.of();
    }
}
