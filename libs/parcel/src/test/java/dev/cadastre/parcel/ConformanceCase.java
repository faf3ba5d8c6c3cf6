package dev.cadastre.parcel;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of {@code docs/formats/parcel-cases}, which its README explains. */
record ConformanceCase(Path folder, JsonNode told) {

    private static final Path ALL = Path.of("../../docs/formats/parcel-cases");
    private static final JsonMapper JSON = new JsonMapper();

    static List<ConformanceCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> Files.exists(folder.resolve("case.json")))
                    .sorted()
                    .map(folder -> new ConformanceCase(folder, json(folder.resolve("case.json"))))
                    .toList();
        }
    }

    static JsonNode json(Path file) {
        return JSON.readTree(file.toFile());
    }

    boolean isFolder() {
        return told.path("input").stringValue().equals("folder");
    }

    boolean isLayout() {
        return told.path("input").stringValue().equals("layout");
    }

    /** What problems of the artefact itself are told of. */
    String inputName() {
        return isLayout() ? "input" : "input.parcel";
    }

    JsonNode expected() {
        return told.path("expect");
    }

    /** As they stand in the case: {@code FILE:LINE CODE}, or {@code FILE CODE} for any line. */
    List<String> problems() {
        return expected().path("problems").valueStream().map(JsonNode::stringValue).toList();
    }

    List<Path> bases() {
        return told.path("bases")
                .valueStream()
                .map(base -> folder.resolve(base.stringValue()))
                .toList();
    }

    /** Lays the input out in an empty folder, and returns its path. */
    Path layOut(Path into) throws IOException, InterruptedException {
        if (!isFolder()) {
            Path file = artefact(into.resolve("input.parcel"));
            return isLayout() ? unpacked(file, into.resolve("input")) : file;
        }
        Path input = Files.createDirectory(into.resolve("input"));
        if (told.has("on")) {
            copy(ALL.resolve(told.path("on").stringValue()).resolve("input"), input);
        }
        copy(folder.resolve("input"), input);
        Path actions = folder.resolve("make.json");
        if (Files.exists(actions)) {
            for (JsonNode action : json(actions)) {
                new ConformanceAction(action).in(input);
            }
        }
        return input;
    }

    private Path artefact(Path file) throws IOException {
        Path packed = folder.resolve("input.parcel.gz");
        if (!Files.exists(packed)) {
            return Files.copy(folder.resolve("input.parcel"), file);
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, file);
        }
        return file;
    }

    private static Path unpacked(Path file, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            TarReader tar = new TarReader(in);
            for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                Path target = folder.resolve(entry.get().name());
                Files.createDirectories(target.getParent());
                Files.copy(tar.content(), target);
            }
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
