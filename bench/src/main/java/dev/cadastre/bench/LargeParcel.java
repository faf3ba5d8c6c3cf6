package dev.cadastre.bench;

import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.registry.CopyListener;
import dev.cadastre.parcel.registry.Copying;
import dev.cadastre.parcel.registry.FolderParcels;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.registry.SingleParcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A parcel that builds on another one, so that it has six layers: two of them are large, and hold
 * what nobody can compress.
 */
final class LargeParcel {

    static final ParcelVersion VERSION = ParcelVersion.parse("application:1");

    private static final int FILES = 25;

    /** Two fifths are the base's, as a runtime is below an application. */
    private static final int FILES_OF_BASE = 10;

    private final Path layout;
    private final Descriptor manifest;
    private final List<Descriptor> blobs;

    private LargeParcel(Path layout, BuiltParcel built) {
        this.layout = layout;
        this.manifest = built.manifest();
        this.blobs = built.blobs();
    }

    /** Builds one with so many bytes of payload, always the same, below an empty folder. */
    static LargeParcel build(Path folder, int bytes) throws IOException {
        Random random = new Random(7);
        Path baseFolder = folder.resolve("runtime");
        Path ownFolder = folder.resolve("application");
        write(baseFolder, "", FILES_OF_BASE, bytes / FILES, random);
        write(ownFolder, "base = runtime\n", FILES - FILES_OF_BASE, bytes / FILES, random);
        BuiltParcel base = built(ParcelBuilder.build(baseFolder, Bases.NONE));
        Optional<ParcelArtefact> artefact = ParcelArtefact.open(base, base.manifest()).artefact();
        BuiltParcel own = built(ParcelBuilder.build(ownFolder, wanted -> artefact));
        Path layout = folder.resolve("layout");
        Copying.all(
                new SingleParcel(VERSION, own.manifest(), List.of(), own),
                new FolderParcels(LayoutFolder.openOrCreate(layout)),
                CopyListener.SILENT,
                1);
        return new LargeParcel(layout, own);
    }

    private static void write(Path folder, String more, int files, int bytes, Random random)
            throws IOException {
        String name = folder.getFileName() + "";
        text(folder.resolve("parcel.ini"), definition(name) + more);
        text(folder.resolve("docs/index.md"), "# " + name + "\n");
        text(folder.resolve("changes/install.change"), change(name));
        Path payload = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < files; i++) {
            byte[] content = new byte[bytes];
            random.nextBytes(content);
            Files.write(payload.resolve(name + "-" + i), content);
        }
    }

    private static String definition(String name) {
        return """
        [parcel]
        name = %s
        version = 1
        summary = What is copied while its time is taken
        licence = 0BSD
        """
                .formatted(name);
    }

    private static String change(String name) {
        return """
        [change]
        name = %s

        [step note]
        op = note
        text = done
        """
                .formatted(name);
    }

    private static void text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static BuiltParcel built(ParcelBuilding building) {
        return building.parcel()
                .orElseThrow(() -> new IllegalStateException(building.problems().toString()));
    }

    /** The folder that holds it as an OCI layout. */
    Path layout() {
        return layout;
    }

    /** Its config and its layers. */
    List<Descriptor> blobs() {
        return blobs;
    }

    /**
     * Looks at a copy.
     *
     * @throws IOException if it is not this parcel, or not all of it
     */
    void requireSame(Path copy) throws IOException {
        LayoutFolder folder = LayoutFolder.open(copy);
        Optional<Descriptor> listed = folder.index().find(VERSION.toString());
        if (listed.isEmpty() || !listed.get().digest().equals(manifest.digest())) {
            throw new IOException("%s is not listed in %s".formatted(manifest.digest(), copy));
        }
        for (Descriptor blob : blobs) {
            if (!folder.has(blob)) {
                throw new IOException("%s is not in %s".formatted(blob.digest(), copy));
            }
        }
    }
}
