package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An artefact that was right before a test altered it. */
abstract class HostileArtefact {

    @TempDir Path scratch;
    MemoryBlobs blobs = new MemoryBlobs();
    Manifest manifest = new Manifest("", NOTHING, List.of(), Optional.empty(), Map.of());
    String config = "";

    static final Descriptor NOTHING = Descriptor.of("a/b", "sha256:" + "0".repeat(64), 0);

    @BeforeEach
    void begin() throws IOException {
        BuiltParcel mini = Parcels.built("mini");
        blobs = MemoryBlobs.of(mini);
        manifest = Manifest.read(mini.read(mini.manifest(), 1 << 20));
        config = new String(mini.read(manifest.config(), 1 << 20), UTF_8);
    }

    byte[] layer(int number) {
        return Objects.requireNonNull(blobs.contents.get(manifest.layers().get(number).digest()));
    }

    /** The manifest with another layer in place of one, whose type it has. */
    void replaceLayer(int number, byte[] content) {
        List<Descriptor> layers = new ArrayList<>(manifest.layers());
        layers.set(number, blobs.put(layers.get(number).mediaType(), content));
        manifest = with(manifest.config(), layers, manifest.annotations());
    }

    void replaceConfig(String json) {
        config = json;
        manifest =
                with(
                        blobs.put(ParcelConfig.MEDIA_TYPE, json.getBytes(UTF_8)),
                        manifest.layers(),
                        manifest.annotations());
    }

    Manifest with(Descriptor config, List<Descriptor> layers, Map<String, String> annotations) {
        return new Manifest(manifest.artifactType(), config, layers, Optional.empty(), annotations);
    }

    ArtefactReading open() throws IOException {
        return open(manifest.bytes());
    }

    ArtefactReading open(byte[] json) throws IOException {
        return ParcelArtefact.open(blobs, blobs.put(Manifest.MEDIA_TYPE, json));
    }

    /** What opening it tells, or verifying it if it can be opened. */
    List<String> problems() throws IOException {
        ArtefactReading reading = open();
        List<Problem> problems =
                reading.artefact().isPresent()
                        ? reading.artefact().get().verify()
                        : reading.problems();
        return problems.stream().map(problem -> problem.file() + " " + problem.code()).toList();
    }

    void refusesToUnpack() throws IOException {
        ParcelArtefact artefact = open().artefact().orElseThrow();
        assertThatThrownBy(() -> artefact.unpack(scratch.resolve("unpacked")))
                .isInstanceOf(ArtefactRefused.class);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    static byte[] tar(String... paths) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        for (String path : paths) {
            tar.file(path, false, "# Mini\n".getBytes(UTF_8));
        }
        tar.end();
        return out.toByteArray();
    }

    /** A tar of one entry with other bytes in its header, whose sum is right again. */
    static byte[] patched(String path, UnaryOperator<byte[]> patch) throws IOException {
        byte[] tar = patch.apply(tar(path));
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xFF;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, tar, 148, 8);
        return tar;
    }

    static UnaryOperator<byte[]> at(int place, String text) {
        return tar -> {
            System.arraycopy(text.getBytes(UTF_8), 0, tar, place, text.length());
            return tar;
        };
    }
}
