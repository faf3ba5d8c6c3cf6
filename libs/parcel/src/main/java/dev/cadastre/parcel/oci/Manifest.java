package dev.cadastre.parcel.oci;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The manifest of an artefact: which blobs it consists of.
 *
 * @param artifactType what it is; empty if it is not told
 * @param config its config
 * @param layers its layers in their order; unmodifiable
 * @param subject the manifest that it says something about
 * @param annotations in the order of their names; unmodifiable
 */
public record Manifest(
        String artifactType,
        Descriptor config,
        List<Descriptor> layers,
        Optional<Descriptor> subject,
        Map<String, String> annotations) {

    /** The media type of manifests. */
    public static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";

    /** How large one may be: registries take no larger ones. */
    public static final int MOST_BYTES = 4 << 20;

    private static final int MOST_LAYERS = 1_000;

    /** Copies the lists. */
    public Manifest {
        layers = List.copyOf(layers);
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    /**
     * Reads one. Members that are not known are passed over.
     *
     * @throws MalformedJson if it is none
     */
    public static Manifest read(byte[] json) throws MalformedJson {
        Members members = Members.of(JsonDocument.read(json, MOST_BYTES));
        members.requireVersionTwo();
        members.requireMediaType(MEDIA_TYPE);
        return new Manifest(
                members.mediaType("artifactType").orElse(""),
                members.descriptor("config"),
                members.descriptors("layers", MOST_LAYERS),
                members.descriptorIfThere("subject"),
                members.texts("annotations"));
    }

    /** Its bytes, which are the same for whoever writes what it says. */
    public byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        members.put("schemaVersion", 2);
        members.put("mediaType", MEDIA_TYPE);
        members.put("config", Members.written(config));
        members.put("layers", layers.stream().map(Members::written).toList());
        subject.ifPresent(of -> members.put("subject", Members.written(of)));
        Members.putIfAny(members, artifactType, annotations);
        return CanonicalJson.write(members);
    }

    /** What is known of {@link #bytes}, with the type of the artefact and no annotations. */
    public Descriptor descriptor() {
        byte[] bytes = bytes();
        return new Descriptor(MEDIA_TYPE, Digests.of(bytes), bytes.length, artifactType, Map.of());
    }

    /** The config, and the layers in their order, as often as they are named. */
    public List<Descriptor> blobs() {
        return Stream.concat(Stream.of(config), layers.stream()).toList();
    }
}
