package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the files that configure a server. */
final class ConfigurationFile {

    private static final int MOST_BYTES = 1 << 20;

    private ConfigurationFile() {}

    /**
     * What the file says, with all that is wrong with it.
     *
     * @throws StartFailure if it cannot be read, or is so large that it is none
     */
    static Configuration read(Path file) {
        return ConfigurationReader.read(file.toString(), content(file, MOST_BYTES));
    }

    /** The same file where nothing is wrong with it. */
    static Configuration readUsable(Path file) {
        Configuration read = read(file);
        if (!read.isUsable()) {
            throw new StartFailure(
                    "The configuration %s cannot be used:%n%s"
                            .formatted(
                                    file,
                                    read.problems().stream()
                                            .map(problem -> "  " + problem)
                                            .collect(Collectors.joining("\n"))),
                    "Put right what is named; `cadastre config check` says whether all is well.");
        }
        return read;
    }

    /** At most that many bytes of a file. */
    static byte[] content(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new StartFailure(
                        "%s has more than %d bytes".formatted(file, most),
                        "Check that this is the file you meant.");
            }
            return content;
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot read %s: %s".formatted(file, StartFailure.reason(e)),
                    "Name a file that is there and that the user %s can read."
                            .formatted(System.getProperty("user.name")),
                    e);
        }
    }
}
