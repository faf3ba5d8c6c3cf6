package dev.cadastre.parcel.registry;

import static dev.cadastre.parcel.registry.FakeServer.bytes;
import static dev.cadastre.parcel.registry.FakeServer.deaf;
import static dev.cadastre.parcel.registry.FakeServer.dropped;
import static dev.cadastre.parcel.registry.FakeServer.status;
import static dev.cadastre.parcel.registry.FakeServer.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that drop, lie and refuse. */
class HostileRegistryTest {

    private static final SampleParcel PARCEL = new SampleParcel("guestbook:1", 3_000);
    private static final Descriptor PAYLOAD = PARCEL.payload();
    private static final byte[] CONTENT = PARCEL.content(PAYLOAD);
    private static final String BLOB = "GET /v2/team/guestbook/blobs/" + PAYLOAD.digest();
    private static final String MANIFEST = "GET /v2/team/guestbook/manifests/1";
    private static final String UPLOADS = "POST /v2/team/guestbook/blobs/uploads/";

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();
    private FakeServer server = nowhere();

    private FakeServer nowhere() {
        try {
            FakeServer fake = new FakeServer();
            open.add(fake);
            return fake;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void forget() {
        pauses.clear();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private RegistryRepository repository(Credentials credentials) {
        return new Registry(
                        new RegistryHost(server.authority()),
                        Asking.patiently(credentials, 1_000, pauses))
                .repository("team/guestbook");
    }

    private RegistryRepository repository() {
        return repository(Credentials.NONE);
    }

    private byte[] pulled() throws IOException {
        return repository().read(PAYLOAD, 1 << 20);
    }

    private static byte[] from(int at) {
        return Arrays.copyOfRange(CONTENT, at, CONTENT.length);
    }

    private static void assertRefused(Reason reason, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RegistryRefused.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(reason);
                            assertThat(e.getMessage()).contains(message);
                            assertThat(e.problem("guestbook:1").code()).isEqualTo(reason.code());
                        });
    }

    @Test
    void goesOnWhereABlobWasDropped() throws Exception {
        server.on(BLOB, until(CONTENT, 1_000), until(CONTENT, 2_500), until(CONTENT, 3_000));

        assertThat(pulled()).isEqualTo(CONTENT);
        assertThat(server.heard().get(0)).isEqualTo(BLOB);
        assertThat(server.heard().get(2)).startsWith(BLOB + " [bytes=");
        assertThat(pauses).isNotEmpty().startsWith(Duration.ofSeconds(1));
    }

    @Test
    void passesOverWhatItHasWhereNoPartsAreGiven() throws Exception {
        server.on(BLOB, dropped(200, Arrays.copyOf(CONTENT, 1_000), 3_000), bytes(200, CONTENT));

        assertThat(pulled()).isEqualTo(CONTENT);
    }

    @Test
    void givesUpOnAServerThatAlwaysDrops() {
        server.on(BLOB, dropped(200, new byte[0], 3_000));

        assertRefused(Reason.UNREACHABLE, "does not answer", this::pulled);
        // Some drops are seen before the answer's head, others behind it.
        assertThat(pauses).hasSizeBetween(3, 15);
    }

    @Test
    void takesNoOtherPartThanItAskedFor() {
        server.on(
                BLOB,
                dropped(200, Arrays.copyOf(CONTENT, 1_000), 3_000),
                bytes(206, from(500), "Content-Range", "bytes 500-2999/3000"));

        assertRefused(Reason.WRONG_ANSWER, "another part of the blob", this::pulled);
    }

    @Test
    void knowsBlobsThatAreNotWhatTheyAreSaidToBe() {
        byte[] other = CONTENT.clone();
        other[7]++;
        server.on(BLOB, bytes(200, other));
        assertThatThrownBy(this::pulled)
                .isInstanceOf(BlobAltered.class)
                .hasMessageContaining("has the digest");

        server = nowhere();
        server.on(BLOB, bytes(200, Arrays.copyOf(CONTENT, 4_000)));
        assertThatThrownBy(this::pulled).hasMessageContaining("more than its 3000 bytes");

        server = nowhere();
        server.on(BLOB, bytes(200, Arrays.copyOf(CONTENT, 2_000)), status(416, ""));
        assertThatThrownBy(this::pulled)
                .isInstanceOf(BlobAltered.class)
                .hasMessageContaining("has 2000 bytes, not 3000");

        server = nowhere();
        assertThatThrownBy(this::pulled).isInstanceOf(BlobMissing.class);
    }

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
    void fetchesATokenOnceAndKeepsIt() throws Exception {
        String challenge =
                "Bearer realm=\"http://%s/token\",service=\"fake\",scope=\"repository:team/guestbook:pull\""
                        .formatted(server.authority());
        server.on(
                        MANIFEST,
                        status(401, "", "WWW-Authenticate", challenge),
                        bytes(200, PARCEL.manifest().bytes(), "Content-Type", Manifest.MEDIA_TYPE))
                .on(
                        "GET /token?service=fake&scope=repository%3Ateam%2Fguestbook%3Apull",
                        status(200, "{\"token\":\"abc\",\"expires_in\":300}"));

        RegistryRepository repository =
                repository((host, name) -> Optional.of(Login.of("ops", "secret")));
        assertThat(repository.manifest("1")).isPresent();
        assertThat(repository.manifest("1")).isPresent();

        assertThat(server.heard())
                .containsExactly(
                        MANIFEST,
                        "GET /token?service=fake&scope=repository%3Ateam%2Fguestbook%3Apull"
                                + " [Basic b3BzOnNlY3JldA==]",
                        MANIFEST + " [Bearer abc]",
                        MANIFEST + " [Bearer abc]");
    }

    @Test
    void sendsNoLoginWhereAnybodyCouldReadIt() {
        server.on(
                MANIFEST,
                status(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer realm=\"http://tokens.example/\",service=\"fake\""));

        assertRefused(
                Reason.WRONG_ANSWER,
                "http://tokens.example/, which is no address by HTTPS",
                () ->
                        repository((host, name) -> Optional.of(Login.of("ops", "secret")))
                                .manifest("1"));
    }

    @Test
    void tellsNobodyElseWhoAsks() throws Exception {
        FakeServer other = nowhere();
        other.on("GET /store/1?key=2", bytes(200, CONTENT));
        server.on(
                BLOB,
                status(401, "", "WWW-Authenticate", "Basic realm=\"fake\""),
                status(307, "", "Location", "http://" + other.authority() + "/store/1?key=2"));

        byte[] content =
                repository((host, name) -> Optional.of(Login.of("ops", "secret")))
                        .read(PAYLOAD, 1 << 20);

        assertThat(content).isEqualTo(CONTENT);
        assertThat(server.heard()).containsExactly(BLOB, BLOB + " [Basic b3BzOnNlY3JldA==]");
        assertThat(other.heard()).containsExactly("GET /store/1?key=2");
    }

    @Test
    void goesNowhereByPlainHttpAndInNoCircle() {
        server.on(BLOB, status(302, "", "Location", "http://store.example/1?secret=2"));
        assertRefused(
                Reason.WRONG_ANSWER,
                "sends us to http://store.example/1, which is no address by HTTPS",
                this::pulled);

        server = nowhere();
        server.on(BLOB, status(302, "", "Location", BLOB.substring(4)));
        assertRefused(Reason.WRONG_ANSWER, "in a circle", this::pulled);
    }

    @Test
    void asksHowMuchOfAnUploadIsThere() throws Exception {
        String digest = "&digest=" + PAYLOAD.digest();
        server.on(UPLOADS, status(202, "", "Location", "/upload?at=0"))
                .on(
                        "PATCH /upload?at=0",
                        status(202, "", "Location", "/upload?at=1000", "Range", "0-999"))
                .on("PATCH /upload?at=1000", deaf(300))
                .on(
                        "GET /upload?at=1000",
                        status(204, "", "Location", "/upload?at=1300", "Range", "0-1299"))
                .on(
                        "PATCH /upload?at=1300",
                        status(202, "", "Location", "/upload?at=2300", "Range", "0-2299"))
                .on("PUT /upload?at=2300" + digest, status(201, ""));
        List<Long> moved = new ArrayList<>();

        repository().upload(PAYLOAD, PARCEL, moved::add);

        assertThat(server.heard())
                .containsExactly(
                        "HEAD" + BLOB.substring(3),
                        UPLOADS,
                        "PATCH /upload?at=0 [0-999]",
                        "PATCH /upload?at=1000 [1000-1999]",
                        "GET /upload?at=1000",
                        "PATCH /upload?at=1300 [1300-2299]",
                        "PUT /upload?at=2300" + digest + " [2300-2999]");
        assertThat(moved).containsExactly(1_000L, 1_300L, 700L);
    }

    @Test
    void beginsAnewWhereTheUploadIsForgotten() throws Exception {
        String digest = "&digest=" + PAYLOAD.digest();
        server.on(
                        UPLOADS,
                        status(202, "", "Location", "/a?x=0"),
                        status(202, "", "Location", "/b?x=0"))
                .on("PATCH /a?x=0", deaf(10))
                .on("PATCH /b?x=0", status(202, "", "Location", "/b?x=1", "Range", "0-999"))
                .on("PATCH /b?x=1", status(202, "", "Location", "/b?x=2", "Range", "0-1999"))
                .on("PUT /b?x=2" + digest, status(201, ""));

        repository().upload(PAYLOAD, PARCEL, bytes -> {});

        assertThat(server.heard()).last().isEqualTo("PUT /b?x=2" + digest + " [2000-2999]");
    }

    @Test
    void endsAnUploadThatNeverGetsOn() {
        server.on(UPLOADS, status(202, "", "Location", "/a?x=0")).on("PATCH /a?x=0", deaf(10));

        assertRefused(
                Reason.UNREACHABLE,
                "does not answer",
                () -> repository().upload(PAYLOAD, PARCEL, bytes -> {}));
        assertThat(pauses).hasSize(3);
    }

    @Test
    void saysWhatIsWrongWithItsOwnBlobs() {
        server.on(UPLOADS, status(202, "", "Location", "/a?x=0"));
        SampleParcel other = new SampleParcel("other:1", 10);

        assertThatThrownBy(() -> repository().upload(PAYLOAD, other, bytes -> {}))
                .isInstanceOf(BlobMissing.class);
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

    @Test
    void keepsPartsOfABlobForTheNextTime(@TempDir Path folder) throws Exception {
        LayoutFolder layout = LayoutFolder.openOrCreate(folder.resolve("layout"));
        FolderParcels parcels = new FolderParcels(layout);
        server.on(BLOB, until(CONTENT, 1_000));
        List<Long> moved = new ArrayList<>();
        assertRefused(
                Reason.UNREACHABLE,
                "does not answer",
                () -> parcels.put(PARCEL.version(), PAYLOAD, repository(), moved::add));

        server = nowhere();
        server.on(BLOB, until(CONTENT, 3_000));
        parcels.put(PARCEL.version(), PAYLOAD, repository(), moved::add);

        assertThat(server.heard()).singleElement().asString().startsWith(BLOB + " [bytes=");
        assertThat(layout.read(PAYLOAD, 1 << 20)).isEqualTo(CONTENT);
        assertThat(moved.stream().mapToLong(Long::longValue).sum()).isEqualTo(3_000);
    }
}
