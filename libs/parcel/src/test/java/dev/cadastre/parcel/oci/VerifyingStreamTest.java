package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerifyingStreamTest {

    private static final byte[] CONTENT = "a blob".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor BLOB =
            Descriptor.of("text/plain", Digests.of(CONTENT), CONTENT.length);

    private static InputStream verifying(String content, Descriptor blob) {
        return new VerifyingStream(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), blob);
    }

    @Test
    void givesWhatTheDescriptorStates() throws Exception {
        assertThat(verifying("a blob", BLOB).readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void failsAtTheEndOfAnotherContent() throws Exception {
        InputStream other = verifying("b blob", BLOB);

        assertThat(other.readNBytes(6)).hasSize(6);
        assertThatThrownBy(other::read).isInstanceOf(BlobAltered.class);
        assertThatThrownBy(other::read).as("again").isInstanceOf(BlobAltered.class);
    }

    @Test
    void failsWhereThereIsTooLittle() {
        assertThatThrownBy(() -> verifying("a blo", BLOB).readAllBytes())
                .isInstanceOf(BlobAltered.class)
                .hasMessageContaining("has 5 bytes, not 6");
    }

    @Test
    void failsAsSoonAsThereIsMore() {
        assertThatThrownBy(() -> verifying("a blob and more", BLOB).readNBytes(7))
                .isInstanceOf(BlobAltered.class)
                .hasMessageContaining("more than its 6 bytes");
    }

    /** A digest that was read once is of nothing when it is read again. */
    @Test
    void isNotTakenInByTheDigestOfNothing() {
        InputStream lie = verifying("x", Descriptor.of("text/plain", Digests.of(new byte[0]), 1));

        assertThatThrownBy(lie::readAllBytes).isInstanceOf(BlobAltered.class);
        assertThatThrownBy(lie::readAllBytes).isInstanceOf(BlobAltered.class);
    }
}
