package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Port;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs on a host, as far as its sockets show it. Where the process is hidden, all
 * sockets of one account may be taken for one program, but each listener of root is one of its own:
 * root runs many.
 *
 * @param process as the kernel names it; null where the probe's user may not know
 * @param account the name of its sockets' owner; null where it has none
 * @param ports what it listens on, in order; empty if it only connects to others
 * @param runtime what it runs on; null where that is not known
 */
public record Program(
        @Nullable String process,
        @Nullable String account,
        Set<Port> ports,
        @Nullable ProgramRuntime runtime) {
    static final String ROOT = "root";

    /** Keeps a copy of the ports. */
    public Program {
        ports = Collections.unmodifiableSet(new TreeSet<>(ports));
    }

    /** A program of which the runtime is not known. */
    public Program(@Nullable String process, @Nullable String account, Set<Port> ports) {
        this(process, account, ports, null);
    }

    /** The account, if it tells programs from each other, which root does not. */
    @Nullable String ownAccount() {
        return ROOT.equals(account) ? null : account;
    }
}
