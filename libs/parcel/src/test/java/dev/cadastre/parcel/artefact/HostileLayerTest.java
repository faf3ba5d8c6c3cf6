package dev.cadastre.parcel.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.parcel.folder.ParcelRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Artefacts whose layers are not what they should be. */
class HostileLayerTest extends HostileArtefact {

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
}
