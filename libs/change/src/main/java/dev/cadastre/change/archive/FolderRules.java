package dev.cadastre.change.archive;

import dev.cadastre.ini.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a change's folder may hold. Pure. */
final class FolderRules {

    /** What belongs to version control, or to the windows of one person. */
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", ".jj", ".bzr", "_darcs", "CVS", ".DS_Store");

    /** A folder full of rubbish is told of in bounded words. */
    static final int MOST_PROBLEMS = 100;

    private FolderRules() {}

    /** Whether a file or folder of that name is no part of a change. */
    static boolean isLeftOut(String name) {
        return LEFT_OUT.contains(name);
    }

    /** All that is wrong with these files. */
    static List<Problem> problems(String folder, Collection<FolderFile> files) {
        List<Problem> problems = new ArrayList<>();
        Set<String> folders = new TreeSet<>();
        long size = 0;
        for (FolderFile file : files) {
            name(file.path()).ifPresent(problems::add);
            String path = file.path();
            for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
                folders.add(path.substring(0, at));
            }
            size += file.size();
        }
        files.stream()
                .filter(file -> folders.contains(file.path()))
                .map(file ->
                        error(
                                file.path(),
                                "change.file-name",
                                "is both a file and a folder",
                                "rename one of the two"))
                .forEach(problems::add);
        amount(folder, files.size(), size).forEach(problems::add);
        return problems.size() <= MOST_PROBLEMS ? problems : problems.subList(0, MOST_PROBLEMS);
    }

    /** What is wrong with a file's name. */
    static Optional<Problem> name(String path) {
        return FilePaths.problem(path)
                .map(why ->
                        error(
                                path,
                                "change.file-name",
                                "the name " + why,
                                "rename it, so that every machine can hold it"));
    }

    /** What is wrong with how much there is. */
    static List<Problem> amount(String folder, long files, long bytes) {
        List<Problem> problems = new ArrayList<>();
        if (files > ChangeFolder.MOST_FILES) {
            problems.add(
                    error(
                            folder,
                            "change.folder-too-many",
                            "has more than %d files".formatted(ChangeFolder.MOST_FILES),
                            "keep only what the change needs, or pack the rest in an archive"));
        }
        if (bytes > ChangeFolder.MOST_BYTES) {
            problems.add(
                    error(
                            folder,
                            "change.folder-too-large",
                            "has %d bytes, more than %d".formatted(bytes, ChangeFolder.MOST_BYTES),
                            "keep only what the change needs; let hosts fetch the rest"));
        }
        return problems;
    }

    static Problem error(String path, String code, String message, String remedy) {
        return Problem.error(FilePaths.shown(path), 0, 0, code, message, remedy);
    }
}
