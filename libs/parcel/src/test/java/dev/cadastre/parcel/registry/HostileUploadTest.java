package dev.cadastre.parcel.registry;

import static dev.cadastre.parcel.registry.FakeServer.deaf;
import static dev.cadastre.parcel.registry.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registries that take what they are sent only in part. */
class HostileUploadTest extends HostileRegistry {

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
}
