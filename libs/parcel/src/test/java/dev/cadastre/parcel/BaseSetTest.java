package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.lint.ParcelLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parcels that come with the product. */
class BaseSetTest {

    static List<Path> parcels() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../../parcels"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("parcels")
    void isSound(Path folder) throws IOException {
        assertThat(sound(folder).name()).isEqualTo(folder.getFileName().toString());
    }

    /**
     * The next release of the guestbook, and what spoils it in ways that nobody sees beforehand.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", "guestbook-1.1-wrong-page", "guestbook-1.1-wrong-migration"})
    void nextReleaseIsSound(String spoiledBy, @TempDir Path scratch) throws Exception {
        Path folder = scratch.resolve("guestbook");
        run("cp", "-r", "../../parcels/guestbook", folder.toString());
        for (String patch : List.of("guestbook-1.1", spoiledBy)) {
            if (!patch.isEmpty()) {
                String file = "../../examples/" + patch + ".patch";
                run("patch", "-s", "-F0", "-p1", "-d", folder.toString(), "-i", absolute(file));
            }
        }

        ParcelDefinition next = sound(folder);

        assertThat(next.name()).isEqualTo("guestbook");
        assertThat(next.version()).isEqualTo("1.1.0");
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().toString();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static ParcelDefinition sound(Path folder) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);
        assertThat(building.problems()).isEmpty();
        BuiltParcel parcel = building.parcel().orElseThrow();
        ArtefactReading reading = ParcelArtefact.open(parcel, parcel.manifest());

        ParcelArtefact artefact = reading.artefact().orElseThrow();

        assertThat(artefact.verify()).isEmpty();
        assertThat(ParcelLint.problems(artefact)).isEmpty();
        return artefact.contents().definition();
    }
}
