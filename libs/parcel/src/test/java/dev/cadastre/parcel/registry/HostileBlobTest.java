package dev.cadastre.parcel.registry;

import static dev.cadastre.parcel.registry.FakeServer.bytes;
import static dev.cadastre.parcel.registry.FakeServer.dropped;
import static dev.cadastre.parcel.registry.FakeServer.status;
import static dev.cadastre.parcel.registry.FakeServer.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries that drop, cut or alter what they are asked for. */
class HostileBlobTest extends HostileRegistry {

    @Test
    void goesOnWhereABlobWasDropped() throws Exception {
        server.on(BLOB, until(CONTENT, 1_000), until(CONTENT, 2_500), until(CONTENT, 3_000));

        assertThat(pulled()).isEqualTo(CONTENT);
        assertThat(server.heard().get(0)).isEqualTo(BLOB);
        assertThat(server.heard().get(2)).startsWith(BLOB + " [bytes=");
        assertThat(pauses).isNotEmpty().startsWith(Duration.ofSeconds(1));
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        RegistryRepository repository = repository();
        server.close();

        assertRefused(
                Reason.UNREACHABLE,
                "there is no connection to it",
                () -> repository.read(PAYLOAD, 1 << 20));
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
