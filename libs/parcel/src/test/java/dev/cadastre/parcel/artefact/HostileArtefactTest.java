package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Artefacts whose manifest or config is not what it should be. */
class HostileArtefactTest extends HostileArtefact {

    @Test
    void isRightAsItWasBuilt() throws IOException {
        assertThat(problems()).isEmpty();
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
