package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeParcelTest {

    private static final int BYTES = 2_500_000;

    @TempDir private Path folder;

    @Test
    void isAsLargeAsAskedForWithTheLayersOfTwoParcels() throws Exception {
        LargeParcel parcel = LargeParcel.build(folder, BYTES);

        parcel.requireSame(parcel.layout());
        assertThat(parcel.blobs()).as("config and layers").hasSize(1 + 6);
        assertThat(parcel.blobs().stream().mapToLong(Descriptor::size).sum())
                .isBetween((long) BYTES, BYTES + 100_000L);
    }

    @Test
    void seesThatACopyIsNotWhole() throws Exception {
        LargeParcel parcel = LargeParcel.build(folder, BYTES);
        Path empty = folder.resolve("empty");
        LayoutFolder.openOrCreate(empty);
        String digest = parcel.blobs().getLast().digest();

        assertThatThrownBy(() -> parcel.requireSame(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not listed");
        Files.delete(parcel.layout().resolve("blobs").resolve(digest.replace(':', '/')));
        assertThatThrownBy(() -> parcel.requireSame(parcel.layout()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(digest);
    }
}
