package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Artefacts that nobody who builds parcels would make. */
class HostileArtefactTest {

    @TempDir private Path scratch;
    private MemoryBlobs blobs = new MemoryBlobs();
    private Manifest manifest = new Manifest("", NOTHING, List.of(), Optional.empty(), Map.of());
    private String config = "";

    private static final Descriptor NOTHING = Descriptor.of("a/b", "sha256:" + "0".repeat(64), 0);

    @BeforeEach
    void begin() throws IOException {
        BuiltParcel mini = Parcels.built("mini");
        blobs = MemoryBlobs.of(mini);
        manifest = Manifest.read(mini.read(mini.manifest(), 1 << 20));
        config = new String(mini.read(manifest.config(), 1 << 20), UTF_8);
    }

    private byte[] layer(int number) {
        return Objects.requireNonNull(blobs.contents.get(manifest.layers().get(number).digest()));
    }

    /** The manifest with another layer in place of one, whose type it has. */
    private void replaceLayer(int number, byte[] content) {
        List<Descriptor> layers = new ArrayList<>(manifest.layers());
        layers.set(number, blobs.put(layers.get(number).mediaType(), content));
        manifest = with(manifest.config(), layers, manifest.annotations());
    }

    private void replaceConfig(String json) {
        config = json;
        manifest =
                with(
                        blobs.put(ParcelConfig.MEDIA_TYPE, json.getBytes(UTF_8)),
                        manifest.layers(),
                        manifest.annotations());
    }

    private Manifest with(
            Descriptor config, List<Descriptor> layers, Map<String, String> annotations) {
        return new Manifest(manifest.artifactType(), config, layers, Optional.empty(), annotations);
    }

    private ArtefactReading open() throws IOException {
        return open(manifest.bytes());
    }

    private ArtefactReading open(byte[] json) throws IOException {
        return ParcelArtefact.open(blobs, blobs.put(Manifest.MEDIA_TYPE, json));
    }

    /** What opening it tells, or verifying it if it can be opened. */
    private List<String> problems() throws IOException {
        ArtefactReading reading = open();
        List<Problem> problems =
                reading.artefact().isPresent()
                        ? reading.artefact().get().verify()
                        : reading.problems();
        return problems.stream().map(problem -> problem.file() + " " + problem.code()).toList();
    }

    private void refusesToUnpack() throws IOException {
        ParcelArtefact artefact = open().artefact().orElseThrow();
        assertThatThrownBy(() -> artefact.unpack(scratch.resolve("unpacked")))
                .isInstanceOf(ArtefactRefused.class);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    private static byte[] tar(String... paths) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        for (String path : paths) {
            tar.file(path, false, "# Mini\n".getBytes(UTF_8));
        }
        tar.end();
        return out.toByteArray();
    }

    /** A tar of one entry with other bytes in its header, whose sum is right again. */
    private static byte[] patched(String path, UnaryOperator<byte[]> patch) throws IOException {
        byte[] tar = patch.apply(tar(path));
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xFF;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, tar, 148, 8);
        return tar;
    }

    private static UnaryOperator<byte[]> at(int place, String text) {
        return tar -> {
            System.arraycopy(text.getBytes(UTF_8), 0, tar, place, text.length());
            return tar;
        };
    }

    @Test
    void isRightAsItWasBuilt() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../evil",
        "/etc/passwd",
        "docs/../../evil",
        "docs/./x",
        "docs//x",
        "./docs/x",
        "docs\\x",
        "parcel.ini",
        "files/x",
        "src/x"
    })
    void refusesEntriesThatBelongElsewhere(String path) throws IOException {
        replaceLayer(0, tar("docs/index.md", path));

        assertThat(problems()).containsExactly("layer 0 parcel.layer-entry");
        refusesToUnpack();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "V"})
    void refusesLinksFoldersAndDevices(String type) throws IOException {
        replaceLayer(
                0,
                patched(
                        "docs/index.md",
                        tar -> {
                            byte[] empty = Arrays.copyOf(tar, 512 + 1024);
                            Arrays.fill(empty, 512, empty.length, (byte) 0);
                            return at(124, "00000000000")
                                    .andThen(at(157, "/etc/passwd"))
                                    .andThen(at(156, type))
                                    .apply(empty);
                        }));

        assertThat(problems()).containsExactly("layer 0 parcel.layer-entry");
        refusesToUnpack();
    }

    @Test
    void refusesAnEntryThatIsThereTwice() throws IOException {
        replaceLayer(0, tar("docs/index.md", "docs/index.md"));

        assertThat(problems()).containsExactly("layer 0 parcel.layer-entry");
    }

    @ParameterizedTest
    @CsvSource({
        "108, 0001750",
        "136, 14000000000",
        "100, 0000600",
        "265, root",
        "329, 0000001",
        "124, '0000000007 '"
    })
    void refusesATarThatSaysTheSameOtherwise(int place, String text) throws IOException {
        replaceLayer(0, patched("docs/index.md", at(place, text)));

        assertThat(problems()).containsExactly("layer 0 parcel.not-canonical");
        refusesToUnpack();
    }

    @Test
    void refusesWhatFollowsTheEnd() throws IOException {
        replaceLayer(0, Arrays.copyOf(layer(0), layer(0).length + 10_240));
        assertThat(problems()).containsExactly("layer 0 parcel.not-canonical");

        byte[] more = Arrays.copyOf(layer(0), layer(0).length);
        more[more.length - 1] = 1;
        replaceLayer(0, more);
        assertThat(problems()).containsExactly("layer 0 parcel.artefact-broken");
    }

    @Test
    void refusesALayerThatIsNoTar() throws IOException {
        replaceLayer(0, "<html>not found</html>".getBytes(UTF_8));

        assertThat(problems()).containsExactly("layer 0 parcel.artefact-broken");
    }

    @Test
    void refusesFilesThatAreNotListed() throws IOException {
        replaceLayer(0, tar("docs/index.md", "docs/more.md"));
        assertThat(problems()).containsExactly("layer 0 parcel.layer-differs");
        refusesToUnpack();

        replaceLayer(0, tar());
        assertThat(problems())
                .containsExactly("layer 0 parcel.layer-differs", "layer 0 parcel.not-canonical");

        replaceLayer(0, patched("docs/index.md", at(100, "0000755")));
        assertThat(problems()).contains("layer 0 parcel.layer-differs");

        replaceLayer(0, patched("docs/index.md", at(512, "# Mono\n")));
        assertThat(problems()).containsExactly("layer 0 parcel.layer-differs");
    }

    @Test
    void tellsThatABlobIsAlteredRatherThanWhatItLooksLike() throws IOException {
        layer(0)[0] ^= 1;
        assertThat(problems()).containsExactly("layer 0 parcel.blob-altered");
        refusesToUnpack();

        blobs.contents.put(
                manifest.layers().get(0).digest(), Arrays.copyOf(layer(0), layer(0).length - 1));
        assertThat(problems()).containsExactly("layer 0 parcel.blob-altered");

        blobs.contents.remove(manifest.layers().get(0).digest());
        assertThat(problems()).containsExactly("layer 0 parcel.blob-missing");

        blobs.contents.put(manifest.config().digest(), "{}".getBytes(UTF_8));
        assertThat(problems()).containsExactly("config parcel.blob-altered");
    }

    @Test
    void refusesAManifestThatLiesAboutSizes() throws IOException {
        Descriptor docs = manifest.layers().get(0);
        List<Descriptor> layers = new ArrayList<>(manifest.layers());
        layers.set(0, Descriptor.of(docs.mediaType(), docs.digest(), docs.size() + 1));
        manifest = with(manifest.config(), layers, manifest.annotations());
        assertThat(problems()).containsExactly("layer 0 parcel.blob-altered");

        layers.set(0, Descriptor.of(docs.mediaType(), docs.digest(), 1L << 50));
        manifest = with(manifest.config(), layers, manifest.annotations());
        assertThat(problems()).containsExactly("layer 0 parcel.too-large");

        manifest =
                with(
                        Descriptor.of(
                                ParcelConfig.MEDIA_TYPE, manifest.config().digest(), 1L << 40),
                        layers,
                        manifest.annotations());
        assertThat(problems()).containsExactly("config parcel.too-large");
    }

    @Test
    void endsAfterAsManyEntriesAsAParcelMayHave() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        for (int i = 0; i <= ParcelRules.MOST_FILES; i++) {
            tar.file("docs/%05d".formatted(i), false, new byte[0]);
        }
        tar.end();
        replaceLayer(0, out.toByteArray());

        List<String> problems = problems();

        assertThat(problems).hasSizeLessThanOrEqualTo(1_001);
        assertThat(problems).contains("layer 0 parcel.layer-differs");
    }

    @Test
    void refusesOtherArtefacts() throws IOException {
        Manifest image =
                new Manifest("", manifest.config(), manifest.layers(), Optional.empty(), Map.of());

        assertThat(open(image.bytes()).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.artefact-kind");
        assertThat(open("{}".getBytes(UTF_8)).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.artefact-broken");
        assertThat(open("<html>".getBytes(UTF_8)).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.artefact-broken");
        replaceConfig(config.replace("\"format\":1", "\"format\":2"));
        assertThat(problems()).containsExactly("config parcel.artefact-kind");
        replaceConfig(config.replace("\"format\":2", "\"format\":\"1\""));
        assertThat(problems()).containsExactly("config parcel.artefact-broken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"mini\",\"provides\"|\"name\":\"maxi\",\"provides\"|config"
                        + " parcel.config-differs",
                "The least that is a parcel\",\"version|The most\",\"version|config"
                        + " parcel.config-differs",
                "\"requires\":[]|\"requires\":[{\"binding\":\"a\",\"name\":\"a\","
                        + "\"optional\":false,\"range\":\"\"}]|config parcel.config-differs",
                "\"requires\":[]|\"owner\":\"x\",\"requires\":[]|config parcel.config-differs",
                "\"format\":1|\"format\": 1|config parcel.not-canonical",
                "\"format\":1|\"extra\":1,\"format\":1|config parcel.not-canonical",
                "version = 1\\n|version = one\\n|parcel.ini parcel.version-wrong",
                "\"layer\":1|\"layer\":0|changes/install.change parcel.layer-differs",
                "\"layer\":1|\"layer\":7|changes/install.change parcel.layer-differs",
                "\"layer\":1|\"layer\":-1|config parcel.artefact-broken",
                "docs/index.md|docs/../../x|docs/../../x parcel.file-name",
                "changes/install.change|files/install.change|files/install.change"
                        + " parcel.layer-differs",
                "\"size\":7|\"size\":99999999999|. parcel.too-large",
                "\"size\":7|\"size\":8|layer 0 parcel.layer-differs",
                "\"documents\":{|\"documents\":{\"x\":\"\",|config parcel.artefact-broken",
                "\"documents\":{|\"base\":{\"digest\":\"x\"},\"documents\":{|config"
                        + " parcel.artefact-broken"
            })
    void refusesAConfigThatLies(String from, String to, String problem) throws IOException {
        assertThat(config).contains(from);
        replaceConfig(config.replace(from, to));

        assertThat(problems()).contains(problem);
    }

    @Test
    void refusesAnnotationsThatLie() throws IOException {
        Map<String, String> annotations = new TreeMap<>(manifest.annotations());
        annotations.put("org.opencontainers.image.version", "99");
        manifest = with(manifest.config(), manifest.layers(), annotations);

        assertThat(problems()).containsExactly("manifest parcel.config-differs");
    }

    @Test
    void refusesAManifestThatIsWrittenOtherwise() throws IOException {
        String blank = new String(manifest.bytes(), UTF_8).replace("{\"ann", "{ \"ann");

        assertThat(open(blank.getBytes(UTF_8)).problems())
                .extracting(Problem::code)
                .containsExactly("parcel.not-canonical");
    }

    @Test
    void refusesLayersInAnotherOrder() throws IOException {
        List<Descriptor> layers = new ArrayList<>(manifest.layers());
        Collections.reverse(layers);
        manifest = with(manifest.config(), layers, manifest.annotations());

        assertThat(problems()).contains("manifest parcel.artefact-broken");
    }

    @Test
    void refusesABaseThatIsNotTheOneThatIsBound() throws IOException {
        ParcelArtefact site = Parcels.opened(Parcels.built("python-site"));
        Path folder = scratch.resolve("shop");
        Parcels.write(
                folder,
                "parcel.ini",
                "[parcel]\nname = shop\nversion = 1\nsummary = x\nlicence = MIT\nbase = python-site\n"
                        .getBytes(UTF_8),
                false);
        Parcels.write(folder, "docs/index.md", "# Shop\n".getBytes(UTF_8), false);
        BuiltParcel shop = Parcels.built(folder, Parcels.one(site));
        blobs = MemoryBlobs.of(shop);
        manifest = Manifest.read(shop.read(shop.manifest(), 1 << 20));
        String right = new String(shop.read(manifest.config(), 1 << 20), UTF_8);
        assertThat(problems()).isEmpty();

        replaceConfig(right.replace(site.descriptor().digest(), NOTHING.digest()));
        assertThat(problems()).containsExactly("base python-site parcel.not-canonical");

        replaceConfig(right.replace("\"version\":\"1.3\"", "\"version\":\"1.4\""));
        assertThat(problems()).containsExactly("config parcel.config-differs");

        replaceConfig(right.replace("base = python-site\\n", "base = python-site >= 2\\n"));
        assertThat(problems()).containsExactly("config parcel.config-differs");

        replaceConfig(right.replace("\"layers\":3", "\"layers\":2"));
        assertThat(problems()).contains("manifest parcel.artefact-broken");

        replaceConfig(right.replace("\"layers\":3", "\"layers\":9"));
        assertThat(problems()).contains("manifest parcel.artefact-broken");
    }
}
