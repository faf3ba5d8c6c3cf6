package dev.cadastre.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pictures of the manual, beside what they show. */
class ArchitecturePicturesTest {

    private static final Path IMAGES = Path.of("../docs/images");
    private static final String REGENERATE =
            "./mvnw -pl server -am test -Dtest=ArchitecturePicturesTest"
                    + " -Dcadastre.architecture.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void showPartsOfTheServerWithTheirRooms() throws Exception {
        Needs uses = ServerParts.needs();
        SortedMap<String, String> rooms = new TreeMap<>();
        for (String part : uses.direct().keySet()) {
            rooms.put(part, String.join(" ", ServerParts.rooms(part)));
        }

        assertDrawn(
                "architecture-parts.svg",
                new Picture(uses.withoutWhatFollows(), 2, 300, rooms)
                        .svg("The parts of the server with their rooms, and what uses what", 28));
    }

    @Test
    void showModulesOfMaven() throws Exception {
        Map<String, MavenModule> modules = MavenModule.all(Path.of(".."));
        Map<String, String> releases =
                modules.values().stream()
                        .collect(
                                Collectors.toMap(
                                        MavenModule::name, one -> "Java " + one.release()));

        assertDrawn(
                "architecture-modules.svg",
                new Picture(MavenModule.needs(modules).withoutWhatFollows(), 4, 148, releases)
                        .svg("The modules of Maven, and what needs what", 19));
    }

    private static void assertDrawn(String file, String picture) throws IOException {
        Path checkedIn = IMAGES.resolve(file);
        if (Boolean.getBoolean("cadastre.architecture.write")) {
            Files.writeString(checkedIn, picture);
        }

        assertThat(Files.exists(checkedIn) ? Files.readString(checkedIn) : "")
                .as("docs/images/%s is behind the code; draw it anew with: %s", file, REGENERATE)
                .isEqualTo(picture);
    }
}
