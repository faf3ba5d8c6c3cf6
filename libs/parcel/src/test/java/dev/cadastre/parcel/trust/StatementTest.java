package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.trust.Provenance.Dependency;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementTest {

    private static final String HEX = "ab".repeat(32);
    private static final String COMMIT = "cd".repeat(20);
    private static final Descriptor PARCEL =
            Descriptor.of(Manifest.MEDIA_TYPE, "sha256:" + HEX, 812);
    private static final Statement STATEMENT =
            Statement.of(
                    PARCEL,
                    "guestbook",
                    "2.0.1",
                    Provenance.of(
                                    "https://ci.example.com/17",
                                    Instant.parse("2026-11-22T19:59:58.123Z"),
                                    Instant.parse("2026-11-22T20:00:00Z"))
                            .basedOn("python-site:1.2", "sha256:" + "ef".repeat(32))
                            .builtFrom("git+https://example.com/guestbook", COMMIT));

    private static final String WRITTEN =
            """
            {"_type":"https://in-toto.io/Statement/v1",\
            "predicate":{"buildDefinition":{"buildType":"urn:cadastre:parcel:build:v1",\
            "externalParameters":{"name":"guestbook","version":"2.0.1"},\
            "resolvedDependencies":[{"digest":{"sha256":"%s"},"name":"python-site:1.2"},\
            {"digest":{"gitCommit":"%s"},"uri":"git+https://example.com/guestbook"}]},\
            "runDetails":{"builder":{"id":"https://ci.example.com/17"},\
            "metadata":{"finishedOn":"2026-11-22T20:00:00Z","startedOn":"2026-11-22T19:59:58Z"}}},\
            "predicateType":"https://slsa.dev/provenance/v1",\
            "subject":[{"digest":{"sha256":"%s"},"name":"guestbook:2.0.1"}]}\
            """
                    .formatted("ef".repeat(32), COMMIT, HEX);

    private static Statement read(String json) throws MalformedJson {
        return Statement.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isWrittenAsTheFormatSays() {
        assertThat(new String(STATEMENT.bytes(), StandardCharsets.UTF_8)).isEqualTo(WRITTEN);
    }

    @Test
    void isReadAsItWasWritten() throws MalformedJson {
        Statement read = read(WRITTEN);

        assertThat(read.bytes()).isEqualTo(STATEMENT.bytes());
        assertThat(read.isAbout(PARCEL, "guestbook", "2.0.1")).isTrue();
        assertThat(read.isAbout(PARCEL, "guestbook", "2.0.2")).isFalse();
    }

    @Test
    void readsWhatOthersWrite() throws MalformedJson {
        Statement read =
                read(
                        """
                        {"_type": "https://in-toto.io/Statement/v1", "more": null,
                         "subject": [
                           {"name": "other:1", "digest": {"sha256": "%s", "sha512": "00"}},
                           {"name": "guestbook:2.0.1", "digest": {"sha256": "%s"}}],
                         "predicateType": "https://slsa.dev/provenance/v1",
                         "predicate": {
                           "buildDefinition": {
                             "buildType": "https://example.com/workflow/v1",
                             "externalParameters": {"workflow": {"ref": "main"}, "n": 1.5},
                             "internalParameters": {},
                             "resolvedDependencies": [
                               {"uri": "git+https://example.com/x", "digest": {"gitCommit": "%s"}},
                               {"uri": "https://example.com/y", "digest": {"sha512": "00"}}]},
                           "runDetails": {
                             "builder": {"id": "https://example.com/b", "version": {}},
                             "metadata": {"finishedOn": "2026-11-22T21:00:00+01:00"}}}}
                        """
                                .formatted("00".repeat(32), HEX, COMMIT));

        assertThat(read.isAbout(PARCEL, "guestbook", "2.0.1")).isTrue();
        assertThat(read.provenance())
                .isEqualTo(
                        new Provenance(
                                "https://example.com/b",
                                "https://example.com/workflow/v1",
                                List.of(
                                        new Dependency(
                                                "",
                                                "git+https://example.com/x",
                                                "gitCommit",
                                                COMMIT)),
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-11-22T20:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Statement/v1 | Statement/v0.1",
                "provenance/v1 | provenance/v0.2",
                "\"sha256\":\"abab | \"sha256\":\"ABAB",
                "\"subject\":[{ | \"subject\":[7,{",
                "\"name\":\"guestbook:2.0.1\" | \"name\":7",
                "2026-11-22T20:00:00Z | yesterday",
                "\"predicate\":{ | \"predicate\":7,\"x\":{",
                "\"subject\":[ | \"x\":[",
                "\"resolvedDependencies\":[ | \"resolvedDependencies\":7,\"x\":["
            })
    void refusesWhatIsNone(String right, String wrong) {
        String json = WRITTEN.replace(right, wrong);

        assertThat(json).isNotEqualTo(WRITTEN);
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void liesBesideTheParcelThatItIsAbout() throws MalformedJson {
        Envelope envelope =
                Envelope.sign(
                        Statement.PAYLOAD_TYPE,
                        STATEMENT.bytes(),
                        List.of(SigningKey.generate(KeyAlgorithm.ED25519, new SecureRandom())));
        SignatureArtefact artefact = new SignatureArtefact(PARCEL, envelope);

        Manifest manifest = Manifest.read(artefact.manifest().bytes());

        assertThat(manifest.artifactType()).isEqualTo("application/vnd.dsse.envelope.v1+json");
        assertThat(manifest.config().mediaType()).isEqualTo("application/vnd.oci.empty.v1+json");
        assertThat(manifest.config().digest())
                .isEqualTo(
                        "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(manifest.subject()).contains(PARCEL);
        assertThat(SignatureArtefact.envelopeOf(manifest, PARCEL))
                .hasValueSatisfying(
                        layer -> assertThat(layer.size()).isEqualTo(envelope.bytes().length));
        assertThat(
                        SignatureArtefact.envelopeOf(
                                manifest,
                                Descriptor.of(
                                        Manifest.MEDIA_TYPE, "sha256:" + "0".repeat(64), 812)))
                .isEmpty();
    }
}
