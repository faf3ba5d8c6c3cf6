package dev.cadastre.cli.doctor;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a home shows from outside.
 *
 * @param path where it is
 * @param owner whose it is
 * @param self who looks
 * @param owners what lies directly in it, with whose it is
 * @param permissions those of the home
 * @param key those of the master key; null if there is none
 * @param restoring whether a restore has begun and not ended
 * @param bytes how large its disk is; 0 if that is not known
 * @param free what of that can be used
 * @param newest when something in it was last written
 */
record HomeState(
        Path path,
        String owner,
        String self,
        Map<String, String> owners,
        Set<PosixFilePermission> permissions,
        @Nullable Set<PosixFilePermission> key,
        boolean restoring,
        long bytes,
        long free,
        Instant newest) {

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);
    private static final long GIGABYTE = 1L << 30;

    /** Clocks of file servers are not ours to the second. */
    private static final Duration UNNOTICED = Duration.ofMinutes(1);

    HomeState {
        owners = Map.copyOf(owners);
    }

    /** What is wrong with it. Pure. */
    List<LocalFinding> findings(Instant now) {
        List<LocalFinding> findings = new ArrayList<>();
        String home = path.toString();
        owner(findings);
        if (!OWNERS.containsAll(permissions)) {
            findings.add(open(LocalKind.HOME_READABLE, home, permissions));
        }
        if (key != null && !OWNERS.containsAll(key)) {
            findings.add(open(LocalKind.KEY_READABLE, home + "/master.key", key));
        }
        if (restoring) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.HOME_RESTORING,
                            home,
                            "A restore into it has begun and did not end"));
        }
        disk(findings);
        if (newest.isAfter(now.plus(UNNOTICED))) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.CLOCK_BEHIND,
                            home,
                            "It is %s by the machine's clock, and something in the home was written at %s"
                                    .formatted(now, newest)));
        }
        return findings;
    }

    private void owner(List<LocalFinding> findings) {
        Set<String> accounts = Set.copyOf(owners.values());
        if (accounts.size() == 1 && !accounts.contains(owner) && !accounts.contains("root")) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.HOME_OWNER_CHANGED,
                            path.toString(),
                            "It belongs to %s, and all that is in it to %s"
                                    .formatted(owner, accounts.iterator().next())));
            return;
        }
        if (!owner.equals(self) && !self.equals("root")) {
            findings.add(
                    LocalFinding.warning(
                            LocalKind.HOME_OWNER,
                            path.toString(),
                            "It belongs to %s, and this runs as %s".formatted(owner, self)));
        }
        owners.forEach((name, whose) -> {
            if (!whose.equals(owner)) {
                findings.add(
                        LocalFinding.error(
                                LocalKind.HOME_OWNER,
                                path.resolve(name).toString(),
                                "It belongs to %s, and the home to %s".formatted(whose, owner)));
            }
        });
    }

    private static LocalFinding open(
            LocalKind kind, String subject, Set<PosixFilePermission> given) {
        return LocalFinding.error(
                kind, subject, "Others may use it: " + PosixFilePermissions.toString(given));
    }

    private void disk(List<LocalFinding> findings) {
        if (bytes == 0) {
            return;
        }
        boolean isFull = free < GIGABYTE / 4;
        if (isFull || (free < 2 * GIGABYTE && free < bytes / 10)) {
            findings.add(
                    new LocalFinding(
                            LocalKind.DISK_LOW,
                            isFull,
                            path.toString(),
                            "%,d MB of %,d MB are free".formatted(free >> 20, bytes >> 20)));
        }
    }
}
