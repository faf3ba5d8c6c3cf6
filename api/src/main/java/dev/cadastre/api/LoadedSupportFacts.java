package dev.cadastre.api;

import java.util.List;

/** What a file of facts held: {@code lines} lines of releases of these products. */
public record LoadedSupportFacts(List<String> products, int lines) {

    /** Copies the list. */
    public LoadedSupportFacts {
        products = List.copyOf(products);
    }
}
