package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

    private static final Descriptor CONFIG =
            Descriptor.of(
                    "application/vnd.oci.empty.v1+json", Digests.of(new byte[] {'{', '}'}), 2);
    private static final Manifest MANIFEST =
            new Manifest(
                    "application/vnd.cadastre.parcel.v1",
                    CONFIG,
                    List.of(Descriptor.of("application/x-tar", Digests.of(new byte[3]), 3)),
                    Optional.of(Descriptor.of(Manifest.MEDIA_TYPE, Digests.of(new byte[4]), 4)),
                    Map.of("org.opencontainers.image.title", "guestbook"));

    @Test
    void writesWhatItReads() throws Exception {
        byte[] bytes = MANIFEST.bytes();

        assertThat(Manifest.read(bytes)).isEqualTo(MANIFEST);
        assertThat(Manifest.read(bytes).bytes()).isEqualTo(bytes);
        assertThat(MANIFEST.descriptor().digest()).isEqualTo(Digests.of(bytes));
        assertThat(MANIFEST.descriptor().size()).isEqualTo(bytes.length);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith(
                        "{\"annotations\":{\"org.opencontainers.image.title\":\"guestbook\"},"
                                + "\"artifactType\":\"application/vnd.cadastre.parcel.v1\","
                                + "\"config\":{\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e"
                                + "94fb4fc21fe77e8310c060f61caaff8a\",\"mediaType\"");
    }

    @Test
    void knowsTheBlobsInTheirOrder() {
        assertThat(MANIFEST.blobs()).hasSize(2).startsWith(CONFIG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\":2     | \"schemaVersion\":1      | schemaVersion is not 2",
                "\"schemaVersion\":2     | \"schemaVersion\":\"2\"  | schemaVersion is not 2",
                "oci.image.manifest      | oci.image.index          | mediaType is not",
                "sha256:44136            | sha512:44136             | config.digest is no SHA-256",
                "sha256:44136            | ../../44136              | config.digest is no SHA-256",
                "\"size\":3              | \"size\":-3              | layers[0].size is missing",
                "\"size\":3              | \"size\":3.5             | layers[0].size is missing",
                "\"size\":3              | \"size\":9007199254740992| layers[0].size is missing",
                "\"size\":4              | \"sise\":4               | subject.size is missing",
                "\"guestbook\"           | 17                       | title is no text",
                "application/x-tar       | a\\r\\nb: c              | mediaType is no media type",
                "\"layers\":             | \"lagers\":              | layers is no list",
            })
    void refuses(String good, String bad, String why) {
        String json = new String(MANIFEST.bytes(), StandardCharsets.UTF_8);
        assertThat(json).contains(good);

        assertThatThrownBy(() ->
                        Manifest.read(json.replace(good, bad).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining(why);
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        String json = new String(MANIFEST.bytes(), StandardCharsets.UTF_8);
        String more =
                json.replace("\"schemaVersion\":2", "\"more\":[1.5,null],\"schemaVersion\":2");

        assertThat(Manifest.read(more.getBytes(StandardCharsets.UTF_8))).isEqualTo(MANIFEST);
    }
}
