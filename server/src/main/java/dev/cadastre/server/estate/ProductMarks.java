package dev.cadastre.server.estate;

import java.util.List;

/**
 * What a product is recognised by. In names {@code *} stands for any characters, {@code ?} for one.
 *
 * @param processes as the kernel names them, at most 15 characters of each
 * @param accounts whom it runs as; the first is the one that it is known by
 * @param ports what it listens on
 * @param packages what it comes in; the first that is installed tells the version
 * @param daemons the units that run it, without {@code .service}
 */
public record ProductMarks(
        List<String> processes,
        List<String> accounts,
        List<Port> ports,
        List<ProductPackage> packages,
        List<String> daemons) {
    /** Keeps copies of the lists. */
    public ProductMarks {
        processes = List.copyOf(processes);
        accounts = List.copyOf(accounts);
        ports = List.copyOf(ports);
        packages = List.copyOf(packages);
        daemons = List.copyOf(daemons);
    }

    /** Whether nothing can be recognised by them. */
    public boolean isEmpty() {
        return processes.isEmpty()
                && accounts.isEmpty()
                && ports.isEmpty()
                && packages.isEmpty()
                && daemons.isEmpty();
    }
}
