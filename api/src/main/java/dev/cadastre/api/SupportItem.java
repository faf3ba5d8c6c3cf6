package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on a host that is supported by somebody, or not.
 *
 * @param kind what it is to the host
 * @param name the system as it names itself, the runtime's kind, or the package's name
 * @param version as installed; empty if unknown
 * @param path where a runtime is; null for others
 * @param usedBy the processes that ran on a runtime at the last report
 * @param support whether it is supported
 * @param waysUp what could take its place, the nearest first; only where support ended or ends soon
 */
public record SupportItem(
        Kind kind,
        String name,
        String version,
        @Nullable String path,
        List<InstalledRuntime.Use> usedBy,
        Support support,
        List<WayUp> waysUp) {

    /** Copies the lists. */
    public SupportItem {
        usedBy = List.copyOf(usedBy);
        waysUp = List.copyOf(waysUp);
    }

    /** What something is to a host. */
    public enum Kind {
        SYSTEM,
        RUNTIME,
        PACKAGE
    }

    /**
     * Something that is supported for longer.
     *
     * @param place where it was found
     * @param version the version, or the line of releases of a system
     * @param path where it is; null for a system
     * @param example a host that has it; null unless it was found on others
     * @param hosts how many hosts have it; 0 for a system
     * @param gain what its users would gain, as a sentence
     * @param support how long it is supported
     */
    public record WayUp(
            Place place,
            String version,
            @Nullable String path,
            @Nullable String example,
            int hosts,
            String gain,
            Support support) {

        /** Where a way up was found: hosts of its kind share its system and a group. */
        public enum Place {
            ON_THIS_HOST,
            ON_ITS_KIND,
            NEWER_SYSTEM
        }
    }
}
