package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.lint.ParcelLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parcels that come with the product. */
class BaseSetTest {

    static List<Path> parcels() throws IOException {
        try (Stream<Path> folders = Files.list(BaseSet.FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("parcels")
    void isSound(Path folder, @TempDir Path scratch) throws Exception {
        Path whole = BaseSet.whole(folder, scratch);

        assertThat(sound(whole).name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void whatWasNotFetchedIsMissed(@TempDir Path scratch) throws Exception {
        Path folder = BaseSet.whole(BaseSet.FOLDER.resolve("keycloak"), scratch);
        Files.delete(folder.resolve("files/keycloak.tar.gz"));

        assertThat(ParcelLint.problems(artefact(folder)))
                .extracting(Problem::file, Problem::code)
                .containsExactly(
                        tuple("changes/install.change", "change.file-missing"),
                        tuple("changes/upgrade.change", "change.file-missing"));
    }

    /** As its manual says that others are made. */
    @Test
    void aParcelOfOneJarBuildsOnJava(@TempDir Path scratch) throws IOException {
        write(
                scratch,
                "parcel.ini",
                """
                [parcel]
                name = shop
                version = 1.0
                summary = A shop
                licence = MIT
                base = java >= 17
                """);
        write(scratch, "docs/index.md", "# Shop\n");
        write(scratch, "files/application/application.jar", "a jar");

        ParcelArtefact shop = artefact(scratch);

        assertThat(ParcelLint.problems(shop)).isEmpty();
        assertThat(shop.contents().files().keySet())
                .contains("changes/install.change", "templates/run.mustache", "tests/runs");
        assertThat(shop.contents().definition().tests()).containsKey("runs");
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
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
        ParcelArtefact artefact = artefact(folder);
        assertThat(ParcelLint.problems(artefact)).isEmpty();
        return artefact.contents().definition();
    }

    private static ParcelArtefact artefact(Path folder) throws IOException {
        ParcelArtefact artefact = BaseSet.built(folder);
        assertThat(artefact.verify()).isEmpty();
        return artefact;
    }
}
