package dev.cadastre.parcel.oci;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A list of manifests: of a layout, of the referrers to one, or a catalogue.
 *
 * @param manifests in their order; unmodifiable
 * @param annotations in the order of their names; unmodifiable
 */
public record ImageIndex(List<Descriptor> manifests, Map<String, String> annotations) {

    /** The media type of indexes. */
    public static final String MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";

    /** The annotation of a descriptor that says what the manifest is called here. */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** One without anything. */
    public static final ImageIndex EMPTY = new ImageIndex(List.of(), Map.of());

    /** How large one may be. */
    public static final int MOST_BYTES = 64 << 20;

    /** How many manifests there may be. */
    public static final int MOST_MANIFESTS = 100_000;

    /** Copies the lists. */
    public ImageIndex {
        manifests = List.copyOf(manifests);
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    /**
     * Reads one. Members that are not known are passed over.
     *
     * @throws MalformedJson if it is none
     */
    public static ImageIndex read(byte[] json) throws MalformedJson {
        Members members = Members.of(JsonDocument.read(json, MOST_BYTES));
        members.requireVersionTwo();
        members.requireMediaType(MEDIA_TYPE);
        return new ImageIndex(
                members.descriptors("manifests", MOST_MANIFESTS), members.texts("annotations"));
    }

    /** Its bytes, which are the same for whoever writes what it says. */
    public byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        members.put("schemaVersion", 2);
        members.put("mediaType", MEDIA_TYPE);
        members.put("manifests", manifests.stream().map(Members::written).toList());
        Members.putIfAny(members, "", annotations);
        return CanonicalJson.write(members);
    }

    /** What a manifest is called; empty if it has no name. */
    public static Optional<String> name(Descriptor manifest) {
        return Optional.ofNullable(manifest.annotations().get(REF_NAME));
    }

    /** The first manifest of that name. */
    public Optional<Descriptor> find(String name) {
        return manifests.stream()
                .filter(manifest -> name(manifest).equals(Optional.of(name)))
                .findFirst();
    }

    /** As {@link #withAll}, for one. */
    public ImageIndex with(Descriptor more) {
        return withAll(List.of(more));
    }

    /**
     * With more at the end. Each takes the place of the one that has its name; if it has none, of
     * the one without a name that is the same manifest.
     */
    public ImageIndex withAll(List<Descriptor> more) {
        Map<String, Descriptor> added = new LinkedHashMap<>();
        for (Descriptor manifest : more) {
            added.remove(key(manifest));
            added.put(key(manifest), manifest);
        }
        List<Descriptor> all =
                Stream.concat(
                                manifests.stream().filter(old -> !added.containsKey(key(old))),
                                added.values().stream())
                        .toList();
        return new ImageIndex(all, annotations);
    }

    /** Without the manifests of these digests. */
    public ImageIndex without(Collection<String> digests) {
        Set<String> gone = Set.copyOf(digests);
        return new ImageIndex(
                manifests.stream().filter(one -> !gone.contains(one.digest())).toList(),
                annotations);
    }

    /** No name looks like a digest with a blank before it. */
    private static String key(Descriptor manifest) {
        return name(manifest).orElse(" " + manifest.digest());
    }
}
