package dev.cadastre.server.inventory.support;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something supported for longer that could take another's place.
 *
 * @param kind where it was found
 * @param version the version, or the line of releases of a system
 * @param path where it is; null for a system
 * @param example a host that has it; null unless it was found on others
 * @param hosts how many hosts of its kind have it; 1 on this host, 0 for a system
 * @param judgement how long it is supported
 */
@NamedInterface("support")
public record WayUp(
        Kind kind,
        String version,
        @Nullable String path,
        @Nullable String example,
        int hosts,
        SupportJudgement judgement) {

    /** Where a way up was found, the nearest first. */
    @NamedInterface("support")
    public enum Kind {
        /** It is installed on this host already. */
        ON_THIS_HOST,
        /** Hosts of the same system and the same environment or a common group have it. */
        ON_ITS_KIND,
        /** It is a newer release of the system. */
        NEWER_SYSTEM
    }
}
