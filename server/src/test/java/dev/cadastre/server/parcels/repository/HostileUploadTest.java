package dev.cadastre.server.parcels.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.ParcelRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent in place of a parcel, nothing of it is kept, and it is told what is wrong. */
@ServerTest
class HostileUploadTest {

    private static final byte[] GOOD = SampleParcel.of("hostile", "1").archive();

    @Autowired private OwnParcels.Means means;
    @TempDir private Path home;

    private OwnParcels own;

    @BeforeEach
    void start() {
        own = OwnParcels.started(means, home);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(own.blobs()).isEmpty();
        assertThat(own.files(Parcels.UPLOADS)).isEmpty();
        assertThat(own.files("parcels/.incoming")).isSubsetOf("index.lock");
        assertThat(own.parcels.versions("hostile")).isEmpty();
    }

    private List<String> codes(byte[] sent) {
        ParcelRefused refused = ParcelsTest.refusal(() -> own.take(sent));
        assertThat(refused.reason()).isEqualTo(Reason.UNUSABLE);
        return refused.problems().stream().map(ParcelProblem::code).distinct().toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesWhatIsNoParcel() {
        for (byte[] other :
                List.of(
                        new byte[0],
                        new byte[10_240],
                        text("<!doctype html><title>503</title>"),
                        text("{\"schemaVersion\":2}"),
                        new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0})) {
            assertThat(codes(other)).containsExactly("parcel.artefact-broken");
        }
    }

    @Test
    void refusesWhatIsCutOffOrGoesOn() {
        for (int length = 0; length < GOOD.length; length += 509) {
            assertThat(codes(java.util.Arrays.copyOf(GOOD, length)))
                    .as("%d bytes", length)
                    .containsExactly("parcel.artefact-broken");
        }
        assertThat(codes(java.util.Arrays.copyOf(GOOD, GOOD.length + 512)))
                .containsExactly("parcel.artefact-broken");
    }

    @Test
    void refusesContentOfAnotherDigest() {
        byte[] altered = GOOD.clone();
        int at = indexOf(altered, "# hostile");
        altered[at] = '!';

        assertThat(codes(altered)).containsExactly("parcel.blob-altered");
    }

    @Test
    void refusesPathsThatLeadElsewhere() {
        byte[] altered = GOOD.clone();
        int at = indexOf(altered, "blobs/sha256/");
        System.arraycopy(text("../../sha256/"), 0, altered, at, 13);

        assertThat(codes(altered)).containsExactly("parcel.artefact-broken");
    }

    @Test
    void refusesEntriesThatClaimToBeHuge() {
        byte[] altered = GOOD.clone();
        int at = indexOf(altered, "blobs/sha256/");
        System.arraycopy(text("77777777777"), 0, altered, at + 124, 11);

        assertThat(codes(altered)).containsExactly("parcel.artefact-broken");
    }

    @Test
    void refusesSeveralParcelsInOneFile() throws IOException {
        byte[] two = together(GOOD, SampleParcel.of("hostile-two", "1").archive());

        assertThat(codes(two)).containsExactly("parcel.artefact-kind");
    }

    /** A file with the manifests of two. */
    private byte[] together(byte[] one, byte[] two) throws IOException {
        Path first = Files.write(home.resolve("one.parcel"), one);
        Path second = Files.write(home.resolve("two.parcel"), two);
        try (ParcelArchive a = ParcelArchive.open(first);
                ParcelArchive b = ParcelArchive.open(second)) {
            return SampleParcel.written(a.parcel(), new Both(a, b), List.of(b.parcel()));
        }
    }

    private record Both(Blobs one, Blobs two) implements Blobs {

        @Override
        public boolean has(Descriptor blob) throws IOException {
            return one.has(blob) || two.has(blob);
        }

        @Override
        public InputStream open(Descriptor blob) throws IOException {
            return (one.has(blob) ? one : two).open(blob);
        }
    }

    @Test
    void refusesWhatLiesBesideAParcelAndIsNoSignatureOfIt() throws IOException {
        Path first = Files.write(home.resolve("one.parcel"), GOOD);
        Path other =
                Files.write(
                        home.resolve("other.parcel"),
                        SampleParcel.of("hostile-other", "1").archive(SampleParcel.key()));
        try (ParcelArchive a = ParcelArchive.open(first);
                ParcelArchive b = ParcelArchive.open(other)) {
            Descriptor foreign = b.index().manifests().getLast();
            Descriptor disguised =
                    new Descriptor(
                            b.parcel().mediaType(),
                            b.parcel().digest(),
                            b.parcel().size(),
                            "text/html",
                            Map.of());
            byte[] both =
                    SampleParcel.written(a.parcel(), new Both(a, b), List.of(foreign, disguised));

            ParcelRefused refused = ParcelsTest.refusal(() -> own.take(both));

            assertThat(refused.problems())
                    .extracting(ParcelProblem::code)
                    .containsExactly("parcel.signature-wrong", "parcel.signature-wrong");
        }
    }

    @Test
    void stopsReadingWhereAFileIsTooLarge() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }

                    @Override
                    public int read(byte[] some, int from, int length) {
                        return length;
                    }
                };

        ParcelRefused refused =
                ParcelsTest.refusal(() ->
                        Upload.receive(
                                endless, Files.createDirectories(home.resolve("tmp")), 1 << 20));

        assertThat(refused.problems())
                .extracting(ParcelProblem::code)
                .containsExactly("parcel.too-large");
        assertThat(own.files("tmp")).isEmpty();
    }

    @Test
    void leavesNothingOfWhatBreaksOff() {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(GOOD, 0, 3_000),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the other end is gone");
                            }

                            @Override
                            public int read(byte[] some, int from, int length) throws IOException {
                                return read();
                            }
                        });

        assertThatThrownBy(() -> own.parcels.take(broken)).hasMessage("the other end is gone");
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        return at;
    }
}
