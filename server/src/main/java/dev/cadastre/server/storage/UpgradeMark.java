package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says, by a file in the home, that migrations were begun and have not ended. Until they have, the
 * backup from before them is the only form of the data that the program before can read.
 *
 * @param backup what was taken before
 * @param schemas the versions of the parts' tables then
 */
record UpgradeMark(Path backup, Map<String, String> schemas) {

    private static final String FILE = "upgrading";

    UpgradeMark {
        schemas = Map.copyOf(schemas);
    }

    /** That of a home; empty where no migration is under way. */
    static Optional<UpgradeMark> in(Path home) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(home.resolve(FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Map<String, String> schemas = new TreeMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int space = line.indexOf(' ');
            schemas.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new UpgradeMark(Path.of(lines.getFirst()), schemas));
    }

    /** It is on the disk when this returns. */
    void set(Path home) throws IOException {
        List<String> lines = new ArrayList<>(List.of(backup.toString()));
        new TreeMap<>(schemas).forEach((part, version) -> lines.add(part + " " + version));
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(home.resolve(FILE), target -> target.write(text));
    }

    static void remove(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }
}
