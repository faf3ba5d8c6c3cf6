package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.MasterKey;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the home is for its owner alone, and has its key. Pure. */
final class HomeFindings {

    private static final String KEY = MasterKey.FILE;

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private HomeFindings() {}

    /**
     * @param home its path
     * @param permissions those of the home, as {@code .}, and of its key, if that is there; what
     *     else lies in it nobody reaches who cannot enter it
     * @param sealed how many texts the master key has sealed
     */
    static List<Finding> of(
            String home, Map<String, Set<PosixFilePermission>> permissions, long sealed) {
        List<Finding> findings = new ArrayList<>();
        if (sealed > 0 && !permissions.containsKey(KEY)) {
            findings.add(
                    Finding.error(
                            FindingKind.KEY_MISSING,
                            home + "/" + KEY,
                            "It is not there, and has sealed %d texts".formatted(sealed)));
        }
        permissions.forEach((name, given) -> {
            if (!OWNERS.containsAll(given)) {
                findings.add(open(home, name, given));
            }
        });
        return findings;
    }

    /** The key is none, which a server that has read it before does not notice. */
    static Finding keyMalformed(String home) {
        return Finding.error(
                FindingKind.KEY_OTHER, home + "/" + KEY, "It is no key of 32 bytes in base64");
    }

    /** Whether the key is the one that sealed the texts. */
    static List<Finding> key(String home, String texts, SealedTexts.Trial trial) {
        return trial.closed() == 0
                ? List.of()
                : List.of(
                        Finding.error(
                                FindingKind.KEY_OTHER,
                                home + "/" + KEY,
                                "It does not open %d of the newest %d %s"
                                        .formatted(trial.closed(), trial.tried(), texts)));
    }

    private static Finding open(String home, String name, Set<PosixFilePermission> given) {
        String told = "Others may use it: " + PosixFilePermissions.toString(given);
        return name.equals(KEY)
                ? Finding.error(FindingKind.KEY_READABLE, home + "/" + KEY, told)
                : Finding.error(FindingKind.HOME_READABLE, home, told);
    }
}
