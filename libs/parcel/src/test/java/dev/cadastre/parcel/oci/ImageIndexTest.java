package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageIndexTest {

    private static Descriptor listed(String name, int content) {
        return new Descriptor(
                Manifest.MEDIA_TYPE,
                Digests.of(new byte[] {(byte) content}),
                1,
                "",
                name.isEmpty() ? Map.of() : Map.of(ImageIndex.REF_NAME, name));
    }

    @Test
    void writesWhatItReads() throws Exception {
        ImageIndex index = ImageIndex.EMPTY.with(listed("a:1", 1)).with(listed("", 2));

        assertThat(ImageIndex.read(index.bytes())).isEqualTo(index);
    }

    @Test
    void putsAManifestInPlaceOfTheOneOfItsName() {
        ImageIndex index =
                new ImageIndex(List.of(listed("a:1", 1), listed("b:1", 1)), Map.of())
                        .with(listed("a:1", 2));

        assertThat(index.manifests()).containsExactly(listed("b:1", 1), listed("a:1", 2));
        assertThat(index.find("a:1")).contains(listed("a:1", 2));
        assertThat(index.find("c:1")).isEmpty();
    }

    @Test
    void keepsManifestsWithoutANameOnce() {
        ImageIndex index =
                ImageIndex.EMPTY.withAll(
                        List.of(listed("", 1), listed("", 2), listed("", 1), listed("a:1", 1)));

        assertThat(index.manifests())
                .containsExactly(listed("", 2), listed("", 1), listed("a:1", 1));
    }
}
