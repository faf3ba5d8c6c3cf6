package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.artefact.ArchiveWriter;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.Listing;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.parcel.trust.KeyAlgorithm;
import dev.cadastre.parcel.trust.Provenance;
import dev.cadastre.parcel.trust.SignatureArtefact;
import dev.cadastre.parcel.trust.SigningKey;
import dev.cadastre.parcel.trust.Statement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** A parcel that a test writes in place; immutable. */
public final class SampleParcel {

    private static final Instant BUILT = Instant.parse("2026-11-22T20:00:00Z");

    private final String name;
    private final String version;
    private final Map<String, String> files;

    private SampleParcel(String name, String version, Map<String, String> files) {
        this.name = name;
        this.version = version;
        this.files = files;
    }

    /** One with the least that a parcel has. */
    public static SampleParcel of(String name, String version) {
        return new SampleParcel(name, version, Map.of())
                .with("changes/install.change", "[change]\nname = install\n")
                .with("docs/index.md", "# " + name + "\n")
                .stating("");
    }

    /** With that file, in place of the one that has its path. */
    public SampleParcel with(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new SampleParcel(name, version, more);
    }

    /** With more behind the lines that its definition needs. */
    public SampleParcel stating(String lines) {
        return with(
                "parcel.ini",
                """
                [parcel]
                name = %s
                version = %s
                summary = Parcel %1$s of a test
                licence = Apache-2.0
                """
                                .formatted(name, version)
                        + lines);
    }

    /** As one file, signed with each of some keys apart. */
    public byte[] archive(SigningKey... keys) {
        try {
            Path folder = Files.createTempDirectory("sample-");
            try {
                BuiltParcel parcel = built(folder);
                Signed blobs = new Signed(parcel, new HashMap<>(), new ArrayList<>());
                for (SigningKey key : keys) {
                    blobs.sign(key, name, version);
                }
                return written(parcel.manifest(), blobs, blobs.manifests());
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuiltParcel built(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
            if (file.getKey().startsWith("tests/") && !path.toFile().setExecutable(true)) {
                throw new AssertionError(path);
            }
        }
        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);
        return building.parcel()
                .orElseThrow(() -> new AssertionError(building.problems().toString()));
    }

    static byte[] written(Descriptor parcel, Blobs blobs, List<Descriptor> others)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter.write(out, blobs, parcel, others);
        return out.toByteArray();
    }

    /** A key that nobody else has. */
    public static SigningKey key() {
        return SigningKey.generate(KeyAlgorithm.ED25519, new SecureRandom());
    }

    /**
     * A parcel's blobs with those of signatures.
     *
     * @param more by digest
     */
    private record Signed(BuiltParcel parcel, Map<String, byte[]> more, List<Descriptor> manifests)
            implements Blobs {

        void sign(SigningKey key, String name, String version) {
            Descriptor plain =
                    Descriptor.of(
                            Manifest.MEDIA_TYPE,
                            parcel.manifest().digest(),
                            parcel.manifest().size());
            Statement statement =
                    Statement.of(plain, name, version, Provenance.of("test", BUILT, BUILT));
            Envelope envelope =
                    Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), List.of(key));
            Manifest manifest = new SignatureArtefact(plain, envelope).manifest();
            more.put(manifest.config().digest(), SignatureArtefact.config());
            more.put(manifest.layers().getFirst().digest(), envelope.bytes());
            more.put(manifest.descriptor().digest(), manifest.bytes());
            manifests.add(Listing.referrer(manifest.descriptor(), manifest));
        }

        @Override
        public boolean has(Descriptor blob) {
            return more.containsKey(blob.digest()) || parcel.has(blob);
        }

        @Override
        public InputStream open(Descriptor blob) throws IOException {
            if (!has(blob)) {
                throw new BlobMissing(blob.digest());
            }
            byte[] own = more.get(blob.digest());
            return own == null ? parcel.open(blob) : new ByteArrayInputStream(own);
        }
    }
}
