package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.lint.ParcelLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);
        assertThat(building.problems()).isEmpty();
        BuiltParcel parcel = building.parcel().orElseThrow();
        ArtefactReading reading = ParcelArtefact.open(parcel, parcel.manifest());

        ParcelArtefact artefact = reading.artefact().orElseThrow();

        assertThat(artefact.verify()).isEmpty();
        assertThat(ParcelLint.problems(artefact)).isEmpty();
        assertThat(artefact.contents().definition().name())
                .isEqualTo(folder.getFileName().toString());
    }
}
