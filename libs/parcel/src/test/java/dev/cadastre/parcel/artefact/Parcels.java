package dev.cadastre.parcel.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parcels as folders, and what tests do with them. */
final class Parcels {

    static final Path FOLDER = Path.of("src/test/resources/parcels");

    private Parcels() {}

    static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    static BuiltParcel built(Path folder, Bases bases) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, bases);
        assertThat(building.problems()).isEmpty();
        return building.parcel().orElseThrow();
    }

    static BuiltParcel built(String name) throws IOException {
        return built(folder(name), Bases.NONE);
    }

    static ParcelArtefact opened(BuiltParcel parcel) throws IOException {
        ArtefactReading reading = ParcelArtefact.open(MemoryBlobs.of(parcel), parcel.manifest());
        assertThat(reading.problems()).isEmpty();
        return reading.artefact().orElseThrow();
    }

    /** Finds one artefact whatever is asked for. */
    static Bases one(ParcelArtefact artefact) {
        return wanted -> Optional.of(artefact);
    }

    /** A copy, made from the last file to the first if that is wished for. */
    static Path copy(Path from, Path to, boolean isReversed) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).sorted().forEach(all::add);
        }
        if (isReversed) {
            Collections.reverse(all);
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(parent(target));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return to;
    }

    static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    static void write(Path folder, String path, byte[] content, boolean executable)
            throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(parent(file));
        Files.write(file, content);
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** What is in a folder: of each file its mode and content. */
    static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                tree.put(
                        folder.relativize(file).toString(),
                        (Files.isExecutable(file) ? "x " : "- ")
                                + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return tree;
    }
}
