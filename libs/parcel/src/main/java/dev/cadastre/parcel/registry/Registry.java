package dev.cadastre.parcel.registry;

import java.io.IOException;
import java.util.List;

/** One registry. Safe for several threads; it remembers what it told about who asks. */
public final class Registry {

    private static final int MOST_NAMES = 100_000;

    private final RegistryHost host;
    private final Exchange exchange;

    /** Nothing is asked yet. */
    public Registry(RegistryHost host, RegistrySettings settings) {
        this.host = host;
        this.exchange = new Exchange(host, settings);
    }

    /** Where it is. */
    public RegistryHost host() {
        return host;
    }

    /** How it is asked. */
    RegistrySettings settings() {
        return exchange.settings();
    }

    /**
     * One of its repositories, which need not be there yet.
     *
     * @throws IllegalArgumentException if none can be called so
     */
    public RegistryRepository repository(String name) {
        if (!RegistryReference.isRepository(name)) {
            throw new IllegalArgumentException("It is no repository: " + name);
        }
        return new RegistryRepository(host, name, exchange);
    }

    /**
     * All repositories that it tells of, sorted. Not every registry tells.
     *
     * @throws RegistryRefused if it does not, too
     */
    public List<String> repositories() throws IOException {
        Call call =
                Call.of("GET", exchange.uri("/v2/_catalog?n=1000"), List.of("registry:catalog:*"));
        return Pages.texts(exchange, call, "repositories", MOST_NAMES).stream()
                .filter(RegistryReference::isRepository)
                .sorted()
                .toList();
    }
}
