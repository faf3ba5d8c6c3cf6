package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarReader;
import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.oci.Manifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelArchiveTest {

    @TempDir private Path scratch;

    private Path file(byte[] content) throws IOException {
        return Files.write(scratch.resolve("x.parcel"), content);
    }

    private static byte[] archive(List<Descriptor> signatures, MemoryBlobs blobs)
            throws IOException {
        BuiltParcel parcel = Parcels.built("mini");
        blobs.contents.putAll(MemoryBlobs.of(parcel).contents);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter.write(out, blobs, parcel.manifest(), signatures);
        return out.toByteArray();
    }

    private static byte[] archive() throws IOException {
        return archive(List.of(), new MemoryBlobs());
    }

    private void refuses(byte[] content, String message) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> ParcelArchive.open(file))
                .isInstanceOf(ArtefactRefused.class)
                .hasMessageContaining(message);
    }

    @SafeVarargs
    private static byte[] tar(Map.Entry<String, byte[]>... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        for (Map.Entry<String, byte[]> file : files) {
            tar.file(file.getKey(), false, file.getValue());
        }
        tar.end();
        return out.toByteArray();
    }

    private static List<String> names(byte[] tar) throws IOException {
        List<String> names = new ArrayList<>();
        TarReader reader = new TarReader(new ByteArrayInputStream(tar));
        for (Optional<TarEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            names.add(next.get().name());
        }
        return names;
    }

    @Test
    void hasAllButThePayloadFirst() throws IOException {
        BuiltParcel mini = Parcels.built("mini");
        List<String> expected = new ArrayList<>(List.of("oci-layout", "index.json"));
        expected.add("blobs/sha256/" + mini.manifest().hex());
        mini.blobs().forEach(blob -> expected.add("blobs/sha256/" + blob.hex()));

        assertThat(names(archive())).isEqualTo(expected);
    }

    @Test
    void mayHaveSignaturesBehindIt() throws IOException {
        MemoryBlobs blobs = new MemoryBlobs();
        Descriptor parcel = Parcels.built("mini").manifest();
        String type = "application/vnd.dsse.envelope.v1+json";
        Manifest signature =
                new Manifest(
                        type,
                        blobs.put("application/vnd.oci.empty.v1+json", "{}".getBytes(UTF_8)),
                        List.of(blobs.put(type, new byte[3])),
                        Optional.of(
                                Descriptor.of(Manifest.MEDIA_TYPE, parcel.digest(), parcel.size())),
                        Map.of());
        Descriptor signed = blobs.put(Manifest.MEDIA_TYPE, signature.bytes());
        byte[] content = archive(List.of(signature.descriptor()), blobs);

        try (ParcelArchive archive = ParcelArchive.open(file(content))) {
            assertThat(archive.parcel()).isEqualTo(parcel);
            assertThat(archive.index().manifests()).hasSize(2);
            assertThat(archive.read(signed, 1 << 20)).isEqualTo(signature.bytes());
            assertThat(archive.read(signature.layers().get(0), 3)).hasSize(3);
        }
    }

    @Test
    void isReadInOneFormOnly() throws IOException {
        byte[] whole = archive();

        refuses(Arrays.copyOf(whole, whole.length - 512), "it is cut off");
        refuses(Arrays.copyOf(whole, whole.length + 512), "something follows its end");
        byte[] owned = whole.clone();
        owned[108] = '1';
        refuses(owned, "it has a header that no parcel has");
        byte[] padded = whole.clone();
        padded[1023] = 1;
        refuses(padded, "something stands between its entries");
        refuses(new byte[0], "it is cut off, or no parcel");
    }

    @Test
    void hasTheLayoutFirst() throws IOException {
        Map.Entry<String, byte[]> layout = Map.entry("oci-layout", LayoutFolder.marker());
        Map.Entry<String, byte[]> index = Map.entry("index.json", ImageIndex.EMPTY.bytes());

        refuses(tar(index, layout), "it does not begin with oci-layout and index.json");
        refuses(tar(layout), "it does not begin with oci-layout and index.json");
        refuses(tar(layout, index, index), "it has an entry twice");
        refuses(tar(layout, index, Map.entry("etc/passwd", new byte[0])), "no parcel has");
        refuses(
                tar(layout, Map.entry("index.json", "[]".getBytes(UTF_8))),
                "its index.json cannot be read");
        try (ParcelArchive archive = ParcelArchive.open(file(tar(layout, index)))) {
            assertThatThrownBy(archive::parcel)
                    .isInstanceOf(ArtefactRefused.class)
                    .hasMessageContaining("it has 0 parcels, not one")
                    .hasMessageContaining("[parcel.artefact-kind]");
        }
    }
}
