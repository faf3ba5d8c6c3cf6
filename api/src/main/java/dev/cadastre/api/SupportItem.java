package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
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
 * @param repositories whether the host's repositories were asked what they offer; only there
 */
public record SupportItem(
        Kind kind,
        String name,
        String version,
        @Nullable String path,
        List<InstalledRuntime.Use> usedBy,
        Support support,
        List<WayUp> waysUp,
        @Nullable Repositories repositories) {

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
     * @param path where it is; null where it is not installed
     * @param example a host that has it; null unless it was found on others
     * @param hosts how many hosts have it; 0 where it is not installed
     * @param offer what the host's repositories offer; null unless it was found there
     * @param gain what its users would gain, as a sentence
     * @param benefit the same in numbers
     * @param support how long it is supported
     */
    public record WayUp(
            Place place,
            String version,
            @Nullable String path,
            @Nullable String example,
            int hosts,
            @Nullable Offer offer,
            String gain,
            Benefit benefit,
            Support support) {

        /** Where a way up was found: hosts of its kind share its system and a group. */
        public enum Place {
            ON_THIS_HOST,
            IN_ITS_REPOSITORIES,
            ON_ITS_KIND,
            NEWER_SYSTEM
        }
    }

    /**
     * What repositories offer.
     *
     * @param name the package's name, or the module's
     * @param module whether it is a stream of a dnf module
     * @param repository where it is offered
     */
    public record Offer(@JsonProperty("package") String name, boolean module, String repository) {}

    /**
     * What a way up would bring.
     *
     * @param days by how many days longer it is supported; null if one of the ends is unknown
     * @param advisories how many advisories are about what is installed; null if it is not known
     *     which packages that is, or would be
     * @param advisoriesGone how many of these are not about the other version; null with them
     * @param applications who would gain it: daemons, processes without one, and applications with
     *     a bill of materials
     */
    public record Benefit(
            @Nullable Long days,
            @Nullable Integer advisories,
            @Nullable Integer advisoriesGone,
            List<String> applications) {

        /** Copies the applications. */
        public Benefit {
            applications = List.copyOf(applications);
        }
    }

    /**
     * Whether the repositories of a host were asked what they offer.
     *
     * @param askedAt when; null if never
     * @param listedAt of when the host's lists of them were; null if it had none
     * @param words the same for people; begins in lower case and ends without a point
     */
    public record Repositories(
            @Nullable Instant askedAt, @Nullable Instant listedAt, String words) {}
}
