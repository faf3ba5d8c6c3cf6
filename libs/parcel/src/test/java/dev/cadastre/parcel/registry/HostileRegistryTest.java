package dev.cadastre.parcel.registry;

import static dev.cadastre.parcel.registry.FakeServer.bytes;
import static dev.cadastre.parcel.registry.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries that answer something else than they should. */
class HostileRegistryTest extends HostileRegistry {

    @Test
    void knowsAManifestThatIsNotOfItsDigest() {
        Descriptor asked = PARCEL.descriptor();
        String request = "GET /v2/team/guestbook/manifests/" + asked.digest();
        server.on(request, status(200, "{}", "Content-Type", Manifest.MEDIA_TYPE));

        assertRefused(
                Reason.WRONG_ANSWER,
                "has the digest " + Digests.of("{}".getBytes(StandardCharsets.UTF_8)),
                () -> repository().manifest(asked.digest()));
    }

    @Test
    void knowsAHeaderThatLies() {
        server.on(
                MANIFEST,
                status(
                        200,
                        "{}",
                        "Content-Type",
                        Manifest.MEDIA_TYPE,
                        "Docker-Content-Digest",
                        PARCEL.descriptor().digest()));

        assertRefused(Reason.WRONG_ANSWER, "has the digest", () -> repository().manifest("1"));
    }

    @Test
    void readsNoMoreThanAManifest() {
        server.on(
                MANIFEST,
                bytes(200, new byte[Manifest.MOST_BYTES + 1], "Content-Type", Manifest.MEDIA_TYPE));

        assertRefused(Reason.WRONG_ANSWER, "more than", () -> repository().manifest("1"));
    }

    @Test
    void knowsThatAWebPageIsNoRegistry() {
        String page = "<html>Welcome</html>";
        server.on(MANIFEST, status(200, page, "Content-Type", "text/html; charset=utf-8"))
                .on(
                        "GET /v2/team/guestbook/tags/list?n=1000",
                        status(200, page, "Content-Type", "text/html"))
                .on(BLOB, status(200, page, "Content-Type", "text/html"))
                .on(
                        "HEAD /v2/team/guestbook/manifests/2",
                        status(404, "", "Content-Type", "text/html"));

        assertRefused(Reason.NO_REGISTRY, "web page", () -> repository().manifest("1"));
        assertRefused(Reason.NO_REGISTRY, "web page", () -> repository().tags());
        assertRefused(Reason.NO_REGISTRY, "web page", this::pulled);
        assertRefused(Reason.NO_REGISTRY, "web page", () -> repository().find("2"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, NOT_ALLOWED, 1",
        "403, NOT_ALLOWED, 1",
        "429, BUSY, 4",
        "500, FAILED, 4",
        "503, FAILED, 4",
        "400, NOT_TAKEN, 1",
    })
    void saysWhatItWasAnswered(int status, Reason reason, int attempts) {
        server.on(
                MANIFEST,
                status(
                        status,
                        "{\"errors\":[{\"code\":\"WRONG\",\"message\":\"no\\u0007 way\"}]}",
                        "Content-Type",
                        "application/json"));

        assertRefused(
                reason, "answers " + status + " (WRONG: no way)", () -> repository().manifest("1"));
        assertThat(server.heard()).hasSize(attempts);
    }

    @Test
    void waitsAsLongAsItIsAskedToWithinBounds() throws Exception {
        server.on(
                MANIFEST,
                status(429, "", "Retry-After", "7"),
                status(503, "", "Retry-After", "Thu, 1 Oct 2026 12:00:05 GMT"),
                status(429, "", "Retry-After", "86400"),
                bytes(200, PARCEL.manifest().bytes(), "Content-Type", Manifest.MEDIA_TYPE));

        assertThat(repository().manifest("1")).isPresent();
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(7), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    @Test
    void readsListsToTheirEnd() throws Exception {
        server.on(
                        "GET /v2/team/guestbook/tags/list?n=1000",
                        status(
                                200,
                                "{\"tags\":[\"1\",\"2\",\"../x\"]}",
                                "Link",
                                "</v2/team/guestbook/tags/list?n=1000&last=2>; rel=\"next\""))
                .on(
                        "GET /v2/team/guestbook/tags/list?n=1000&last=2",
                        status(200, "{\"tags\":[\"3\"]}"));

        assertThat(repository().tags()).containsExactly("1", "2", "3");
    }

    @Test
    void endsListsThatNeverEnd() {
        String many = "\"1\",".repeat(20_000);
        server.on(
                "GET /v2/team/guestbook/tags/list?n=1000",
                status(
                        200,
                        "{\"tags\":[" + many + "\"2\"]}",
                        "Link",
                        "</v2/team/guestbook/tags/list?n=1000>; rel=\"next\""));

        assertRefused(Reason.WRONG_ANSWER, "more than 100000 entries", () -> repository().tags());
    }

    @Test
    void asksTheRegistryForReferrersWhereItKnowsThem() throws Exception {
        SampleParcel signed = new SampleParcel("guestbook:1", 3_000).signed("a");
        ImageIndex index = ImageIndex.EMPTY.withAll(signed.signatures());
        server.on(
                "GET /v2/team/guestbook/referrers/" + signed.descriptor().digest(),
                bytes(200, index.bytes(), "Content-Type", ImageIndex.MEDIA_TYPE));

        assertThat(repository().referrers(signed.descriptor().digest()).manifests())
                .isEqualTo(signed.signatures());
    }
}
