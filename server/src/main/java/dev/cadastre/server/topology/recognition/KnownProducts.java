package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.Product;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The products that come with the server, and those that the estate file adds. Thread-safe. */
@Component
public class KnownProducts {
    private record Known(Map<String, Product> added, Recognition recognition) {}

    private final Estate estate;
    private volatile Known known = new Known(Map.of(), Recognition.builtIn());

    KnownProducts(Estate estate) {
        this.estate = estate;
    }

    /** Recognises by what is known now: the same object until the estate's products change. */
    public Recognition recognition() {
        Map<String, Product> added = estate.model().products();
        Known latest = known;
        if (!latest.added().equals(added)) {
            latest = new Known(added, Recognition.builtIn().with(added.values()));
            known = latest;
        }
        return latest.recognition();
    }
}
