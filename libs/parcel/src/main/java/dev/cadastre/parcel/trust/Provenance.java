package dev.cadastre.parcel.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a parcel came to be, as SLSA provenance tells it.
 *
 * @param builder a URI of who built it; {@code ""} if that is not told
 * @param buildType a URI of how it was built; {@code ""} if that is not told
 * @param dependencies what went into it: its base, and the commit of its folder, where these are
 *     known
 * @param startedOn when its building began
 * @param finishedOn when it was done
 */
public record Provenance(
        String builder,
        String buildType,
        List<Dependency> dependencies,
        Optional<Instant> startedOn,
        Optional<Instant> finishedOn) {

    /** The build type of folders that are made into parcels, as their format says. */
    public static final String BUILD_TYPE = "urn:cadastre:parcel:build:v1";

    /**
     * Something that went into a parcel.
     *
     * @param name what it is called; {@code ""} if that is not told
     * @param uri where it comes from; {@code ""} if that is not told
     * @param algorithm of its digest: {@code sha256} or {@code gitCommit}
     * @param digest in hexadecimal digits
     */
    public record Dependency(String name, String uri, String algorithm, String digest) {}

    /** Copies the list. */
    public Provenance {
        dependencies = List.copyOf(dependencies);
    }

    /** Of a parcel that was built as its format says. */
    public static Provenance of(String builder, Instant startedOn, Instant finishedOn) {
        return new Provenance(
                builder, BUILD_TYPE, List.of(), Optional.of(startedOn), Optional.of(finishedOn));
    }

    /**
     * With the parcel that it builds on.
     *
     * @param name as {@code NAME:VERSION}
     * @param digest of its manifest, {@code sha256:} and hexadecimal digits
     */
    public Provenance basedOn(String name, String digest) {
        return with(new Dependency(name, "", "sha256", digest.substring("sha256:".length())));
    }

    /**
     * With the commit of the folder that it was built from.
     *
     * @param uri of the repository; {@code ""} if that is not known
     */
    public Provenance builtFrom(String uri, String commit) {
        return with(new Dependency("", uri, "gitCommit", commit));
    }

    private Provenance with(Dependency more) {
        List<Dependency> all = new ArrayList<>(dependencies);
        all.add(more);
        return new Provenance(builder, buildType, all, startedOn, finishedOn);
    }
}
