package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** A parcel as far as those who carry it know it: a manifest and blobs. */
final class SampleParcel implements Blobs {

    private static final String DSSE = "application/vnd.dsse.envelope.v1+json";

    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final List<Descriptor> signatures = new ArrayList<>();
    private final ParcelVersion version;
    private final Manifest manifest;

    /** One with a payload of its own. */
    SampleParcel(String version, int size) {
        this(version, random(version.hashCode(), size));
    }

    SampleParcel(String version, byte[] payload) {
        this.version = ParcelVersion.parse(version);
        this.manifest =
                new Manifest(
                        ParcelType.PARCEL,
                        keep(
                                "application/vnd.cadastre.parcel.config.v1+json",
                                CanonicalJson.write(Map.of("name", version))),
                        List.of(
                                keep("application/vnd.cadastre.parcel.docs.v1.tar", new byte[1024]),
                                keep("application/vnd.cadastre.parcel.files.v1.tar", payload)),
                        Optional.empty(),
                        Map.of(
                                "org.opencontainers.image.title", this.version.name(),
                                "dev.cadastre.parcel.provides", version.replace(':', ' ')));
        keep(Manifest.MEDIA_TYPE, manifest.bytes());
    }

    static byte[] random(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Descriptor keep(String mediaType, byte[] content) {
        Descriptor blob = Descriptor.of(mediaType, Digests.of(content), content.length);
        blobs.put(blob.digest(), content);
        return blob;
    }

    /** Adds a signature, as one would look from outside. */
    SampleParcel signed(String by) {
        Manifest signature =
                new Manifest(
                        DSSE,
                        keep(
                                "application/vnd.oci.empty.v1+json",
                                "{}".getBytes(StandardCharsets.UTF_8)),
                        List.of(
                                keep(
                                        DSSE,
                                        ("{\"by\":\"" + by + "\"}")
                                                .getBytes(StandardCharsets.UTF_8))),
                        Optional.of(
                                Descriptor.of(
                                        Manifest.MEDIA_TYPE,
                                        descriptor().digest(),
                                        descriptor().size())),
                        Map.of());
        keep(Manifest.MEDIA_TYPE, signature.bytes());
        signatures.add(signature.descriptor());
        return this;
    }

    ParcelVersion version() {
        return version;
    }

    Manifest manifest() {
        return manifest;
    }

    Descriptor descriptor() {
        return manifest.descriptor();
    }

    List<Descriptor> signatures() {
        return List.copyOf(signatures);
    }

    Descriptor payload() {
        return manifest.layers().get(1);
    }

    SingleParcel source() {
        return new SingleParcel(version, descriptor(), signatures, this);
    }

    byte[] content(Descriptor blob) {
        return blobs.getOrDefault(blob.digest(), new byte[0]);
    }

    @Override
    public boolean has(Descriptor blob) {
        return blobs.containsKey(blob.digest());
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        byte[] content = blobs.get(blob.digest());
        if (content == null) {
            throw new BlobMissing(blob.digest());
        }
        return new VerifyingStream(new ByteArrayInputStream(content), blob);
    }
}
