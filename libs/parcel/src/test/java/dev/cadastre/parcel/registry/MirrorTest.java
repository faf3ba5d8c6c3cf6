package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories beside each other. */
class MirrorTest {

    private static final SampleParcel ONE = new SampleParcel("guestbook:1", 5_000).signed("a");
    private static final SampleParcel TWO = new SampleParcel("guestbook:2", 5_000);
    private static final SampleParcel THREE = new SampleParcel("redis:7", 5_000).signed("b");

    @TempDir private Path folder;

    private LayoutFolder layout(String name) throws IOException {
        return LayoutFolder.openOrCreate(folder.resolve(name));
    }

    private FolderParcels filled(String name) throws IOException {
        FolderParcels parcels = new FolderParcels(layout(name));
        for (SampleParcel parcel : List.of(ONE, TWO, THREE)) {
            Copying.all(parcel.source(), parcels, CopyListener.SILENT, 2);
        }
        return parcels;
    }

    private Path blob(String layout, Descriptor blob) {
        return folder.resolve(layout).resolve("blobs/sha256").resolve(blob.hex());
    }

    @Test
    void copiesAFolderWithItsSignatures() throws Exception {
        FolderParcels from = filled("from");
        FolderParcels to = new FolderParcels(layout("to"));

        CopyReport report = Copying.all(from, to, CopyListener.SILENT, 3);

        assertThat(report.copied()).hasSize(3);
        assertThat(layout("to").index().manifests())
                .containsExactlyInAnyOrderElementsOf(layout("from").index().manifests());
        assertThat(to.referrers(ONE.version(), ONE.descriptor())).hasSize(1);
        assertThat(Copying.all(from, to, CopyListener.SILENT, 3).present()).hasSize(3);
    }

    @Test
    void copiesWhatAWebServerHas() throws Exception {
        filled("from");
        try (FakeServer server = new FakeServer().serving(folder.resolve("from"))) {
            URI address = URI.create("http://" + server.authority());
            HttpLayout web = new HttpLayout(address, Asking.plainly(new ArrayList<>()));
            FolderParcels to = new FolderParcels(layout("to"));

            assertThat(Copying.all(new HttpParcels(web), to, CopyListener.SILENT, 3).copied())
                    .hasSize(3);
            assertThat(layout("to").read(ONE.payload(), 1 << 20))
                    .isEqualTo(ONE.content(ONE.payload()));
            assertThat(to.referrers(THREE.version(), THREE.descriptor())).hasSize(1);
            assertThat(web.has(ONE.payload())).isTrue();
            assertThat(web.has(new SampleParcel("other:1", 10).payload())).isFalse();
            HttpLayout nothing =
                    new HttpLayout(address.resolve("/blobs"), Asking.plainly(new ArrayList<>()));
            assertThatThrownBy(nothing::index).isInstanceOf(RegistryRefused.class);
        }
    }

    @Test
    void asksNobodyPlainlyButThisMachine() {
        assertThatThrownBy(() ->
                        new HttpLayout(
                                URI.create("http://repository.example/"),
                                Asking.plainly(new ArrayList<>())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesOnWithTheOthersWhereOneIsBroken() throws Exception {
        FolderParcels from = filled("from");
        Files.write(blob("from", ONE.payload()), new byte[5_000]);
        Files.delete(blob("from", THREE.descriptor()));

        CopyReport report =
                Copying.all(from, new FolderParcels(layout("to")), CopyListener.SILENT, 1);

        assertThat(report.copied()).containsExactly(TWO.version());
        assertThat(report.problems())
                .extracting(Problem::file, Problem::code)
                .containsExactly(
                        tuple("guestbook:1", "parcel.blob-altered"),
                        tuple("redis:7", "parcel.blob-missing"));
        assertThat(layout("to").index().manifests()).hasSize(1);
        assertThat(layout("to").has(ONE.payload())).isFalse();
    }

    @Test
    void listsWhatItCopiedBeforeItWasStopped() throws Exception {
        FolderParcels from = filled("from");
        FolderParcels to = new FolderParcels(layout("to"));
        ParcelSource broken =
                new ParcelSource() {
                    @Override
                    public ImageIndex catalogue() throws IOException {
                        return from.catalogue();
                    }

                    @Override
                    public Blobs blobs(ParcelVersion parcel) {
                        return from.blobs(parcel);
                    }

                    @Override
                    public List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest)
                            throws IOException {
                        if (parcel.equals(TWO.version())) {
                            throw new RegistryRefused(
                                    RegistryRefused.Reason.UNREACHABLE, "it is gone");
                        }
                        return from.referrers(parcel, manifest);
                    }
                };

        assertThatThrownBy(() -> Copying.all(broken, to, CopyListener.SILENT, 1))
                .isInstanceOf(RegistryRefused.class);

        assertThat(layout("to").index().find("guestbook:1")).isPresent();
        assertThat(layout("to").index().find("guestbook:2")).isEmpty();
        assertThat(Copying.all(from, to, CopyListener.SILENT, 1).copied())
                .containsExactly(TWO.version(), THREE.version());
    }
}
