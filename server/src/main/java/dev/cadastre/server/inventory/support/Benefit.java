package dev.cadastre.server.inventory.support;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What going a way up would bring.
 *
 * @param days by how many days longer it is supported; null if one of the ends is unknown
 * @param advisories which advisories it would change; null if the packages of one are unknown
 * @param applications who runs on what would be replaced: daemons, processes without one, and
 *     applications whose bill of materials has libraries of it
 */
@NamedInterface("support")
public record Benefit(@Nullable Long days, @Nullable Cured advisories, List<String> applications) {

    static final Benefit UNKNOWN = new Benefit(null, null, List.of());

    /** Copies the applications. */
    public Benefit {
        applications = List.copyOf(applications);
    }

    /**
     * Advisories by number.
     *
     * @param now how many are about what is installed
     * @param gone how many of these are not about the other version
     */
    @NamedInterface("support")
    public record Cured(int now, int gone) {}
}
