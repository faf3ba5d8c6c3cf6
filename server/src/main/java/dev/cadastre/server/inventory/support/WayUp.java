package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.OfferedPackage;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something supported for longer that could take another's place.
 *
 * @param kind where it was found
 * @param version the version, or the line of releases of a system
 * @param path where it is; null where it is not installed
 * @param example a host that has it; null unless it was found on others
 * @param hosts how many hosts of its kind have it; 1 on this host, 0 where it is not installed
 * @param offer what the repositories of the host offer; null unless it was found there
 * @param judgement how long it is supported
 * @param benefit what it would bring
 */
@NamedInterface("support")
public record WayUp(
        Kind kind,
        String version,
        @Nullable String path,
        @Nullable String example,
        int hosts,
        @Nullable OfferedPackage offer,
        SupportJudgement judgement,
        Benefit benefit) {

    /** Installed somewhere, or a system. */
    WayUp(
            Kind kind,
            String version,
            @Nullable String path,
            @Nullable String example,
            int hosts,
            SupportJudgement judgement) {
        this(kind, version, path, example, hosts, null, judgement, Benefit.UNKNOWN);
    }

    static WayUp offered(OfferedVersion offered) {
        return new WayUp(
                Kind.IN_ITS_REPOSITORIES,
                offered.offer().version(),
                null,
                null,
                0,
                offered.offer(),
                offered.judgement(),
                Benefit.UNKNOWN);
    }

    WayUp with(Benefit brought) {
        return new WayUp(kind, version, path, example, hosts, offer, judgement, brought);
    }

    /** Where a way up was found, the nearest first. */
    @NamedInterface("support")
    public enum Kind {
        /** It is installed on this host already. */
        ON_THIS_HOST,
        /** Its repositories offered it when they were asked last. */
        IN_ITS_REPOSITORIES,
        /** Hosts of the same system and the same environment or a common group have it. */
        ON_ITS_KIND,
        /** It is a newer release of the system. */
        NEWER_SYSTEM
    }
}
