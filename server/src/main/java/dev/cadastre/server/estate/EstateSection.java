package dev.cadastre.server.estate;

import java.util.List;

/**
 * What one section states that a host sees.
 *
 * @param name of the section, as {@code group web}
 * @param values with everything substituted as the host sees it
 */
public record EstateSection(String name, List<HostView.Shown> values) {

    /** Keeps a copy of the values. */
    public EstateSection {
        values = List.copyOf(values);
    }
}
