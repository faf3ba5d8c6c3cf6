package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.recognition.Sureness;
import org.springframework.modulith.NamedInterface;

/**
 * What a program or service was recognised as.
 *
 * @param name {@code postgresql}
 * @param title {@code PostgreSQL}
 * @param role {@code database}
 * @param sureness how sure that is
 * @param reason why, as a sentence
 */
@NamedInterface("reading")
public record AssetProduct(
        String name, String title, String role, Sureness sureness, String reason) {

    /** How sure that is: {@code CERTAIN}, {@code LIKELY} or {@code ASSUMED}. */
    public String certainty() {
        return sureness.name();
    }
}
