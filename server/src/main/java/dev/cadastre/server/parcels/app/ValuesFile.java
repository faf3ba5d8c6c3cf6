package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/**
 * A file with values of parameters, which may be secrets.
 *
 * @param name by which messages call it
 * @param text what is in it
 */
@NamedInterface("app")
public record ValuesFile(String name, String text) {

    /** Without the values. */
    @Override
    public String toString() {
        return "ValuesFile[%s]".formatted(name);
    }
}
