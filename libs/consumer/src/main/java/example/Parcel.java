package example;

import dev.cadastre.parcel.artefact.ArchiveWriter;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Packs a folder into a parcel, and looks into one. */
public final class Parcel {
    private Parcel() {}

    /** Writes the folder as a file; fails with all that is wrong with it. */
    public static void pack(Path folder, Path file) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);
        BuiltParcel parcel =
                building.parcel()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                building.problems().stream()
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining("\n"))));
        try (OutputStream out = Files.newOutputStream(file)) {
            ArchiveWriter.write(out, parcel, parcel.manifest(), List.of());
        }
    }

    /** What its manual begins with. */
    public static String manual(Path file) throws IOException {
        try (ParcelArchive archive = ParcelArchive.open(file)) {
            ParcelArtefact parcel =
                    ParcelArtefact.open(archive, archive.parcel()).artefact().orElseThrow();
            return new String(
                    parcel.read("docs/index.md", 1 << 16).orElseThrow(), StandardCharsets.UTF_8);
        }
    }
}
