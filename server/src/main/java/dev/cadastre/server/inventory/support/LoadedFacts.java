package dev.cadastre.server.inventory.support;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What a file of facts held: {@code lines} lines of releases of these products. */
@NamedInterface("support")
public record LoadedFacts(List<String> products, int lines) {

    /** Copies the list. */
    public LoadedFacts {
        products = List.copyOf(products);
    }
}
