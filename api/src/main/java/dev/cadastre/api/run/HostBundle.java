package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory on a host that a run works in, and that is its lock of that host.
 *
 * @param directory where it is
 * @param lock who has it; null if that cannot be read
 * @param atWork the numbers of the scripts that are at work there now
 * @param ended how the run ended that has it, which has left it behind; null if it did not, or the
 *     server does not know that run
 * @param breaking what is typed on the host to break the lock
 * @param sshfs the command that shows the directory as a new folder; null if the estate does not
 *     say how to reach the host
 */
public record HostBundle(
        String name,
        String directory,
        @Nullable BundleLock lock,
        List<Integer> atWork,
        @Nullable RunStatus ended,
        String breaking,
        @Nullable String sshfs) {}
