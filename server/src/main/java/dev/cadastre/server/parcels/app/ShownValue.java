package dev.cadastre.server.parcels.app;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The value of a parameter, as people may see it, and why it is that.
 *
 * @param name of the parameter
 * @param value as templates find it, unless it is a secret
 * @param layer what it is from
 * @param origin where it was written
 * @param secret whether nobody is to see it
 * @param overridden what was given below it, the nearest first
 */
@NamedInterface("app")
public record ShownValue(
        String name,
        String value,
        String layer,
        String origin,
        boolean secret,
        List<Overridden> overridden) {

    /** Copies what was overridden. */
    public ShownValue {
        overridden = List.copyOf(overridden);
    }

    /** A value that does not count, because a higher layer has another. */
    public record Overridden(String value, String layer, String origin) {}
}
