package dev.cadastre.parcel.draft;

import dev.cadastre.parcel.draft.Source.Jar;
import dev.cadastre.parcel.draft.Source.NodePackage;
import dev.cadastre.parcel.draft.Source.Nothing;
import dev.cadastre.parcel.draft.Source.Packages;
import dev.cadastre.parcel.draft.Source.Wheels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folder of a parcel that works, to go on from. Immutable.
 *
 * @param subject what it says of the application
 * @param source what it is made from
 */
public record Draft(Subject subject, Source source) {

    private static final String COMMON = "common/";
    private static final String PACKAGES = "packages/";
    private static final String USUAL_NEEDS = "runtime = python3 >= 3.9\n";

    /** One of an application that is still to be written, which says good day by HTTP. */
    public static Draft empty(String name, int port) {
        return new Draft(
                new Subject(name, "0.1.0", "The application " + name, "LicenseRef-unknown", port),
                new Nothing());
    }

    /**
     * One of what somebody has: a folder of wheels, a wheel, a jar, an npm package, or a list of
     * packages.
     *
     * @throws NoSource if it is none of these
     */
    public static Draft of(Path path) throws IOException {
        SourceReader.Found found = SourceReader.read(path);
        return new Draft(found.subject(), found.source());
    }

    /** The same about another subject. */
    public Draft about(Subject other) {
        return new Draft(other, source);
    }

    /** Whether it is an application that may listen somewhere. */
    public boolean mayListen() {
        return !(source instanceof Packages);
    }

    /** Texts by their paths; those below {@code tests/}, and what is run, are executable. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        if (source instanceof Packages) {
            texts.put("parcel.ini", text(PACKAGES + "parcel.ini"));
            texts.put("tests/installed", text(PACKAGES + "installed"));
            texts.put("changes/remove.change", text(PACKAGES + "remove.change"));
            texts.put("docs/index.md", text(PACKAGES + "index.md"));
        } else {
            texts.put("parcel.ini", text(COMMON + "parcel.ini"));
            texts.put("parameters.schema.json", text(COMMON + "parameters.schema.json"));
            texts.put(test(), text(COMMON + test().substring("tests/".length())));
            texts.put("templates/run.mustache", text(kind() + "run.mustache"));
            texts.put("changes/remove.change", text(COMMON + "remove.change"));
            texts.put("docs/index.md", text(COMMON + "index.md"));
        }
        texts.put("changes/install.change", text(kind() + "install.change"));
        if (source instanceof Nothing) {
            texts.put("files/application/serve", text(kind() + "serve"));
        }
        return texts;
    }

    private String test() {
        return subject.port() > 0 ? "tests/answers" : "tests/runs";
    }

    /** Files that are copied, by where they go. */
    public SortedMap<String, Path> copies() {
        SortedMap<String, Path> copies = new TreeMap<>();
        if (source instanceof Wheels wheels) {
            wheels.wheels().forEach(wheel -> copies.put("files/wheels/" + file(wheel), wheel));
        } else if (source instanceof Jar jar) {
            copies.put("files/" + file(jar.jar()), jar.jar());
        } else if (source instanceof NodePackage node) {
            copies.put("files/" + file(node.archive()), node.archive());
        }
        return copies;
    }

    /**
     * Writes it into a new folder.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the folder is there
     */
    public void write(Path folder) throws IOException {
        DraftFolder.write(folder, texts(), copies());
    }

    private String kind() {
        if (source instanceof Wheels) {
            return "wheels/";
        }
        if (source instanceof Jar) {
            return "jar/";
        }
        if (source instanceof NodePackage) {
            return "node/";
        }
        return source instanceof Packages ? PACKAGES : "files/";
    }

    private static String file(Path path) {
        return path.getFileName().toString();
    }

    private String text(String resource) {
        return DraftText.filled(resource, values(), subject.port() > 0);
    }

    private Map<String, String> values() {
        List<String> packages = source instanceof Packages some ? some.names() : List.of();
        List<String> plain = packages.stream().map(name -> name.replaceAll("=.*", "")).toList();
        return Map.ofEntries(
                Map.entry("name", subject.name()),
                Map.entry("version", subject.version()),
                Map.entry("summary", subject.summary()),
                Map.entry("licence", subject.licence()),
                Map.entry("port", Integer.toString(subject.port())),
                Map.entry("needs", needs()),
                Map.entry(
                        "file",
                        copies().isEmpty() ? "" : file(copies().values().iterator().next())),
                Map.entry("main", source instanceof NodePackage node ? node.main() : ""),
                Map.entry("module", module()),
                Map.entry("packages", String.join(", ", packages)),
                Map.entry("listed", String.join(", ", plain)),
                Map.entry("names", plain.stream().collect(Collectors.joining(" "))));
    }

    private String module() {
        return source instanceof Wheels wheels
                ? file(wheels.main()).replaceAll("-.*", "").toLowerCase(Locale.ROOT)
                : "";
    }

    private String needs() {
        if (source instanceof Jar) {
            return "runtime = java >= 17\n";
        }
        return source instanceof NodePackage ? "runtime = node >= 18\n" : USUAL_NEEDS;
    }
}
