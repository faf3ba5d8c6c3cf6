package dev.cadastre.server.parcels.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers that were killed in the middle, and folders and tables of different age. */
@ServerTest
class MendingTest {

    @Autowired private OwnParcels.Means means;
    @Autowired private JdbcClient jdbc;
    @TempDir private Path home;

    private OwnParcels own;

    @BeforeEach
    void start() {
        own = OwnParcels.started(means, home);
    }

    private SentParcel sent(byte[] archive) throws IOException {
        Path file = Files.write(home.resolve("sent.parcel"), archive);
        ParcelArchive open = ParcelArchive.open(file);
        Descriptor parcel = open.parcel();
        List<Descriptor> others =
                open.index().manifests().stream().filter(any -> !any.equals(parcel)).toList();
        return SentParcel.read(open, parcel, others);
    }

    private List<String> listed() throws IOException {
        return own.content.folder().index().manifests().stream()
                .map(ImageIndex::name)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void deletesContentOfWhichNothingWasWrittenDown() throws IOException {
        own.take(SampleParcel.of("mend-kept", "1").archive());
        List<String> blobs = own.blobs();
        own.content.put(sent(SampleParcel.of("mend-lost", "1").archive(SampleParcel.key())));
        Files.writeString(home.resolve("parcels/.incoming/part"), "half");
        Files.writeString(home.resolve(Parcels.UPLOADS).resolve("sent-1.parcel"), "half");
        assertThat(own.blobs()).hasSizeGreaterThan(blobs.size());

        own = own.restarted();

        assertThat(own.blobs()).isEqualTo(blobs);
        assertThat(own.files("parcels/.incoming")).isSubsetOf("index.lock");
        assertThat(own.files(Parcels.UPLOADS)).isEmpty();
        assertThat(own.parcels.find("mend-lost", "1")).isEmpty();
        assertThat(own.parcels.find("mend-kept", "1")).isPresent();
    }

    @Test
    void listsWhatWasWrittenDownOnly() throws IOException {
        SentParcel sent = sent(SampleParcel.of("mend-row", "1").archive(SampleParcel.key()));
        own.content.put(sent);
        means.access().asSystem(() -> means.book().add(sent));
        assertThat(listed()).isEmpty();

        own = own.restarted();

        assertThat(listed()).containsExactly("mend-row:1");
        assertThat(own.content.folder().index().manifests()).hasSize(2);
    }

    @Test
    void takesWhatOnlyTheFolderKnows() throws IOException {
        byte[] archive = SampleParcel.of("mend-folder", "1").archive(SampleParcel.key());
        KeptParcel before = own.take(archive).parcel();
        jdbc.sql("delete from parcels.parcel where name = 'mend-folder'").update();

        own = own.restarted();

        KeptParcel after = own.parcels.find("mend-folder", "1").orElseThrow();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(own.take(archive).outcome()).isEqualTo(Taken.Outcome.PRESENT);
    }

    @Test
    void takesNothingThatIsBrokenAndDeletesNothingThen() throws IOException {
        own.take(SampleParcel.of("mend-broken", "1").archive());
        jdbc.sql("delete from parcels.parcel where name = 'mend-broken'").update();
        for (String blob : own.blobs()) {
            Path file = home.resolve("parcels/blobs/sha256").resolve(blob);
            if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("# mend-broken")) {
                Files.writeString(file, "altered");
            }
        }

        own = own.restarted();

        assertThat(own.parcels.find("mend-broken", "1")).isEmpty();
        assertThat(own.blobs()).hasSize(4);
    }

    @Test
    void saysWhatIsNotWholeAndTakesItAgain() throws IOException {
        byte[] archive = SampleParcel.of("mend-hole", "1").archive();
        KeptParcel parcel = own.take(archive).parcel();
        List<String> blobs = own.blobs();
        own.content.delete(List.of(parcel.digest()));

        own = own.restarted();

        assertThat(own.parcels.find("mend-hole", "1")).contains(parcel);
        assertThat(ParcelsTest.refusal(() -> own.parcels.open(parcel)).problems())
                .extracting(ParcelProblem::code)
                .containsExactly("parcel.blob-missing");
        assertThat(own.take(archive).outcome()).isEqualTo(Taken.Outcome.PRESENT);
        assertThat(own.blobs()).isEqualTo(blobs);
        assertThat(own.parcels.open(parcel).verify()).isEmpty();
    }

    @Test
    void keepsWhatSomebodyBeganToRemove() throws IOException {
        own.take(SampleParcel.of("mend-begun", "1").archive());
        own.content.unlist(own.parcels.shelf().find("mend-begun", "1").orElseThrow());

        own = own.restarted();

        assertThat(listed()).containsExactly("mend-begun:1");
    }
}
