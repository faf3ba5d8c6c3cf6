package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what programs are. Names may be of any length and content: what is too long for a name is
 * recognised as nothing, and reasons quote a bounded part. Immutable.
 */
public final class Recognition {
    private final Products products;

    private Recognition(Products products) {
        this.products = products;
    }

    /** By the products that come with the server. */
    public static Recognition builtIn() {
        return new Recognition(BuiltInProducts.ALL);
    }

    /** With more products; one of a name that is known already takes its place. */
    public Recognition with(Collection<Product> more) {
        return more.isEmpty() ? this : new Recognition(products.with(more));
    }

    /** For the programs of one host; worth keeping as long as that host's packages last. */
    public HostRecognition on(HostPrograms host) {
        return new HostRecognition(products, host);
    }

    /** What a program of that host is; empty where that cannot be told. */
    public Optional<Recognised> of(Program program, HostPrograms host) {
        return on(host).of(program);
    }

    /**
     * What a peer that nobody has looked at probably is, by the port that it was reached at; empty
     * where several products use that port.
     */
    public Optional<Recognised> assumedByPort(Port port) {
        Program unseen = new Program(null, null, Set.of(port));
        return of(unseen, HostPrograms.UNKNOWN);
    }

    /** Whether a package speaks for any product; others need not be kept for recognition. */
    public boolean isOfProduct(Installed installed) {
        return !products.byPackage(installed).isEmpty();
    }

    /** All products, those that come with the server first. */
    public Collection<Product> products() {
        return products.all();
    }
}
