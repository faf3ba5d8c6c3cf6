package dev.cadastre.parcel.draft;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarProblem;
import dev.cadastre.change.tar.TarReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an npm package says of itself. */
final class NodeArchive {

    private static final String ABOUT = "package/package.json";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 100_000;

    private NodeArchive() {}

    /** Empty if it is no npm package. */
    static Optional<Map<String, String>> about(Path archive) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream tar = new GZIPInputStream(file)) {
            return text(new TarReader(tar)).map(NodeArchive::members);
        } catch (TarProblem | ZipException | EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> text(TarReader reader) throws IOException {
        for (int entries = 0; entries < MOST_ENTRIES; entries++) {
            Optional<TarEntry> entry = reader.next();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (entry.get().name().equals(ABOUT) && entry.get().size() <= MOST_BYTES) {
                return Optional.of(reader.content().readAllBytes());
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> members(byte[] json) {
        Map<String, String> members = new HashMap<>();
        try {
            JsonNode about = new JsonMapper().readTree(json);
            for (String name : List.of("name", "version", "description", "license")) {
                if (about.path(name).isString()) {
                    members.put(name, about.path(name).stringValue());
                }
            }
            main(about).filter(NodeArchive::isBelow).ifPresent(main -> members.put("main", main));
        } catch (JacksonException e) {
            // What cannot be read says nothing of itself.
            return members;
        }
        return members;
    }

    /** What it installs as a command goes before what others load. */
    private static Optional<String> main(JsonNode about) {
        JsonNode command = about.path("bin");
        JsonNode main =
                command.isObject() && !command.isEmpty() ? command.iterator().next() : command;
        return main.isString()
                ? Optional.of(main.stringValue())
                : Optional.of(about.path("main"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue);
    }

    private static boolean isBelow(String path) {
        return path.matches("(\\./)?[A-Za-z0-9_@-][A-Za-z0-9._@/-]*") && !path.contains("..");
    }
}
