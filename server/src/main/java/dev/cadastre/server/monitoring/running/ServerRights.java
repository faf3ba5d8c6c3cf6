package dev.cadastre.server.monitoring.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose rights the server has.
 *
 * @param users the numbers of the users that it is
 * @param changesAccount whether it can start programs as other users
 */
record ServerRights(Set<Integer> users, boolean changesAccount) {

    private static final Logger log = LoggerFactory.getLogger(ServerRights.class);

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String USERS = "Uid:";
    private static final String CAPABILITIES = "CapEff:";
    private static final int HEXADECIMAL = 16;

    /** CAP_SETGID and CAP_SETUID. */
    private static final long NEEDED = 1L << 6 | 1L << 7;

    /** Copies the numbers. */
    ServerRights {
        users = Set.copyOf(users);
    }

    /** Those of this process; empty if the system does not tell. */
    static Optional<ServerRights> ofThisProcess() {
        try {
            return of(Files.readAllLines(STATUS));
        } catch (IOException e) {
            log.warn("{} does not tell whose rights the server has", STATUS, e);
            return Optional.empty();
        }
    }

    /** Those that a file {@code status} of {@code /proc} tells; empty if it does not. */
    static Optional<ServerRights> of(List<String> status) {
        Set<Integer> users = new HashSet<>();
        values(status, USERS).forEach(number -> users.add(Integer.parseUnsignedInt(number)));
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ServerRights(
                                users,
                                values(status, CAPABILITIES)
                                        .mapToLong(set -> Long.parseUnsignedLong(set, HEXADECIMAL))
                                        .anyMatch(set -> (set & NEEDED) == NEEDED)));
    }

    private static Stream<String> values(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .flatMap(line -> Stream.of(line.substring(key.length()).strip().split("\\s+")));
    }
}
