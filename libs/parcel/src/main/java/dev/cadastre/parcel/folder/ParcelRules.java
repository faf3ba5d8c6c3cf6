package dev.cadastre.parcel.folder;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.ParcelDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a parcel may hold, in a folder and in an artefact. Pure. */
public final class ParcelRules {

    /** How many files there may be, those of all bases included. */
    public static final int MOST_FILES = ChangeFolder.MOST_FILES;

    /** What all files together may have. */
    public static final long MOST_BYTES = ChangeFolder.MOST_BYTES;

    /** How many parts a path may have. */
    public static final int DEEPEST = 32;

    /** The file with the parameters. */
    public static final String SCHEMA = "parameters.schema.json";

    /** How large {@link #SCHEMA} may be. */
    public static final int MOST_BYTES_OF_SCHEMA = 256 << 10;

    /** The files that are told in the config. */
    public static final Set<String> DOCUMENTS =
            Set.of(ParcelDefinition.FILE, ParcelDefinition.MONITORS, SCHEMA);

    /** The folders that files lie in. */
    public static final Set<String> FOLDERS =
            Set.of("changes", "docs", "files", "templates", "tests");

    /** Where the operations manual begins. */
    public static final String MANUAL = "docs/index.md";

    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", ".jj", ".bzr", "_darcs", "CVS", ".DS_Store");

    private ParcelRules() {}

    /** Whether a file or folder of that name belongs to version control or a desktop. */
    static boolean isLeftOut(String name) {
        return LEFT_OUT.contains(name);
    }

    /** Whether a file beside the parcel's folders is no part of it. */
    static boolean isBeside(String name) {
        return name.startsWith("LICENSE") || name.startsWith("README");
    }

    /** How large one of {@link #DOCUMENTS} may be. */
    public static int most(String document) {
        return document.equals(ParcelDefinition.FILE)
                ? ParcelDefinition.MOST_BYTES
                : MOST_BYTES_OF_SCHEMA;
    }

    /** Why no file of a parcel has that path, in words that follow "the name"; empty if one can. */
    public static Optional<String> problem(String path) {
        Optional<String> problem = depth(path).or(() -> FilePaths.problem(path));
        int slash = path.indexOf('/');
        return problem.isEmpty() && (slash < 0 || !FOLDERS.contains(path.substring(0, slash)))
                ? Optional.of("begins with no folder of a parcel")
                : problem;
    }

    static Optional<String> depth(String path) {
        long parts = path.chars().filter(c -> c == '/').count() + 1;
        return parts > DEEPEST
                ? Optional.of("has more than %d parts".formatted(DEEPEST))
                : Optional.empty();
    }

    /** All that is wrong with these files together: how many, how large, both file and folder. */
    public static List<Problem> problems(String of, Collection<ParcelFile> files) {
        List<Problem> problems = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        long size = 0;
        for (ParcelFile file : files) {
            String path = file.path();
            for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
                folders.add(path.substring(0, at));
            }
            size = Math.addExact(size, file.size());
        }
        files.stream()
                .filter(file -> folders.contains(file.path()))
                .map(file ->
                        error(
                                file.path(),
                                "parcel.file-name",
                                "is both a file and a folder",
                                "rename one of the two"))
                .forEach(problems::add);
        problems.addAll(amount(of, files.size(), size));
        return problems;
    }

    static List<Problem> amount(String of, long files, long bytes) {
        List<Problem> problems = new ArrayList<>();
        if (files > MOST_FILES) {
            problems.add(
                    error(
                            of,
                            "parcel.too-many-files",
                            "has more than %d files".formatted(MOST_FILES),
                            "keep only what the parcel needs, or pack the rest in an archive"));
        }
        if (bytes > MOST_BYTES) {
            problems.add(
                    error(
                            of,
                            "parcel.too-large",
                            "has %d bytes, more than %d".formatted(bytes, MOST_BYTES),
                            "keep only what the parcel needs; let hosts fetch the rest"));
        }
        return problems;
    }

    /** A problem of a file or of the whole; the path is made fit for a message. */
    public static Problem error(String path, String code, String message, String remedy) {
        return Problem.error(FilePaths.shown(path), 0, 0, code, message, remedy);
    }
}
