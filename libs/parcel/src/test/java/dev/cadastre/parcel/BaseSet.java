package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The folders of the parcels that come with the product, which build on each other. */
final class BaseSet {

    static final Path FOLDER = Path.of("../../parcels");

    private BaseSet() {}

    /** What is made of a folder, its base included. */
    static ParcelArtefact built(Path folder) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, BaseSet::find);
        assertThat(building.problems()).isEmpty();
        BuiltParcel parcel = building.parcel().orElseThrow();
        return ParcelArtefact.open(parcel, parcel.manifest()).artefact().orElseThrow();
    }

    private static Optional<ParcelArtefact> find(Requirement base) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(FOLDER.resolve(base.name()), Bases.NONE);
        BuiltParcel parcel = building.parcel().orElseThrow();
        return ParcelArtefact.open(parcel, parcel.manifest()).artefact();
    }

    /**
     * The folder, or a copy of it with something small in the place of what is fetched, whether
     * that was done or not.
     */
    static Path whole(Path folder, Path scratch) throws Exception {
        List<String> fetched = fetched(folder);
        if (fetched.isEmpty()) {
            return folder;
        }
        Path copy = scratch.resolve("copy");
        run("cp", "-r", "--reflink=auto", folder.toAbsolutePath().toString(), copy.toString());
        for (String file : fetched) {
            Path stand = copy.resolve(file);
            Files.deleteIfExists(stand);
            Files.createDirectories(Objects.requireNonNull(stand.getParent()));
            Files.writeString(stand, "in its place");
        }
        return copy;
    }

    private static List<String> fetched(Path folder) throws IOException {
        String start = folder.getFileName() + "/";
        return Files.readAllLines(FOLDER.resolve("upstream")).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.indexOf(' ')))
                .toList();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
