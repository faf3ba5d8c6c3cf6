package dev.cadastre.parcel.draft;

import dev.cadastre.parcel.draft.Source.Jar;
import dev.cadastre.parcel.draft.Source.NodePackage;
import dev.cadastre.parcel.draft.Source.Packages;
import dev.cadastre.parcel.draft.Source.Wheels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what somebody has of an application, and what that says of itself. */
final class SourceReader {

    private static final String WHEEL = ".whl";
    private static final int MOST_BYTES_OF_A_LIST = 64 << 10;

    private SourceReader() {}

    /** What was found. */
    record Found(Source source, Subject subject) {}

    static Found read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return wheels(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSource(path + " is not there");
        }
        String name = path.getFileName().toString();
        requirePlain(name);
        if (name.endsWith(WHEEL)) {
            return wheel(List.of(path), path);
        }
        if (name.endsWith(".jar")) {
            return new Found(new Jar(path), jar(path, name));
        }
        if (name.endsWith(".tgz") || name.endsWith(".tar.gz")) {
            return node(path);
        }
        return packages(path, name);
    }

    /** It is named in scripts and changes. */
    private static void requirePlain(String name) throws NoSource {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._+!-]*")) {
            throw new NoSource(
                    name
                            + " has a name that scripts cannot hold; rename it to letters, digits, . _ -");
        }
    }

    private static Found wheels(Path folder) throws IOException {
        List<Path> wheels;
        try (Stream<Path> files = Files.list(folder)) {
            wheels = files.filter(file -> file.toString().endsWith(WHEEL)).sorted().toList();
        }
        if (wheels.isEmpty()) {
            throw new NoSource(folder + " has no wheels in it");
        }
        return wheel(wheels, ZippedText.mainWheel(wheels));
    }

    private static Found wheel(List<Path> wheels, Path main) throws IOException {
        for (Path wheel : wheels) {
            requirePlain(wheel.getFileName().toString());
        }
        Map<String, String> metadata =
                ZippedText.wheelMetadata(main)
                        .orElseThrow(() -> new NoSource(main + " is no wheel: it has no METADATA"));
        return new Found(
                new Wheels(wheels, main),
                Subject.of(
                        metadata.getOrDefault("name", ""),
                        metadata.getOrDefault("version", ""),
                        metadata.getOrDefault("summary", ""),
                        metadata.getOrDefault(
                                "license-expression", metadata.getOrDefault("license", ""))));
    }

    private static Subject jar(Path path, String name) throws IOException {
        Map<String, String> manifest =
                ZippedText.read(path, "META-INF/MANIFEST.MF")
                        .map(ZippedText::headers)
                        .orElseThrow(() -> new NoSource(path + " is no jar: it has no manifest"));
        if (!manifest.containsKey("main-class")) {
            throw new NoSource(path + " is not run by java -jar: its manifest names no Main-Class");
        }
        String plain = name.substring(0, name.length() - ".jar".length());
        return Subject.of(
                manifest.getOrDefault("implementation-title", plain.replaceAll("-\\d.*", "")),
                manifest.getOrDefault("implementation-version", plain.replaceAll("^\\D*-", "")),
                "",
                "");
    }

    private static Found node(Path archive) throws IOException {
        Map<String, String> about =
                NodeArchive.about(archive)
                        .orElseThrow(() ->
                                new NoSource(
                                        archive + " is no npm package: it has no package.json"));
        return new Found(
                new NodePackage(archive, about.getOrDefault("main", "index.js")),
                Subject.of(
                        about.getOrDefault("name", ""),
                        about.getOrDefault("version", ""),
                        about.getOrDefault("description", ""),
                        about.getOrDefault("license", "")));
    }

    /** One name a line, with remarks. */
    private static Found packages(Path path, String name) throws IOException {
        if (Files.size(path) > MOST_BYTES_OF_A_LIST) {
            throw new NoSource(path + " is no list of packages: it is too long");
        }
        List<String> names =
                Files.readString(path, StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        Optional<String> wrong =
                names.stream()
                        .filter(one -> !one.matches("[a-z0-9][a-z0-9+.-]*(=[A-Za-z0-9.+:~-]+)?"))
                        .findFirst();
        if (names.isEmpty() || wrong.isPresent()) {
            throw new NoSource(
                    path
                            + " is none of what a parcel is made from: a folder of wheels, a wheel, a"
                            + " jar, an npm package (.tgz), or a list of packages with a name on each"
                            + " line");
        }
        String plain = name.replaceAll("\\.[a-z]+$", "");
        return new Found(
                new Packages(names),
                Subject.of(plain, "", "What is in " + String.join(", ", names), ""));
    }
}
