package dev.cadastre.parcel.lint;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at what a sound parcel has in it: whether its changes can be read, name files that are
 * there, and, as its templates, refer to nothing that they will not be given.
 */
public final class ParcelLint {

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern CHANGES = Pattern.compile("changes/[^/]+\\.change");
    private static final Pattern TEMPLATES = Pattern.compile("templates/.*");
    private static final String REMOVE = "changes/remove.change";

    private ParcelLint() {}

    /**
     * All that is doubtful or does not work, by file and line.
     *
     * @throws IOException if a layer cannot be read
     */
    public static List<Problem> problems(ParcelArtefact artefact) throws IOException {
        KnownNames names = KnownNames.of(artefact.contents());
        Set<String> ofChanges = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String path : paths(artefact, CHANGES)) {
            byte[] change = text(artefact, path);
            ofChanges.addAll(ChangeLint.names(path, change));
            problems.addAll(
                    ChangeLint.problems(path, change, names, named -> has(artefact, named)));
        }
        for (String path : paths(artefact, TEMPLATES)) {
            problems.addAll(
                    TemplateLint.problems(path, text(artefact, path), names.with(ofChanges)));
        }
        if (!hasRemoval(artefact)) {
            problems.add(
                    Problem.warning(
                            ParcelDefinition.FILE,
                            0,
                            0,
                            "parcel.no-removal",
                            "nothing takes away what it installs",
                            "write " + REMOVE));
        }
        return problems;
    }

    private static List<String> paths(ParcelArtefact artefact, Pattern wanted) {
        return artefact.contents().files().keySet().stream()
                .filter(wanted.asMatchPredicate())
                .toList();
    }

    private static boolean has(ParcelArtefact artefact, String path) {
        Set<String> files = artefact.contents().files().keySet();
        String folder = path.endsWith("/") ? path : path + "/";
        return files.contains(path) || files.stream().anyMatch(file -> file.startsWith(folder));
    }

    private static boolean hasRemoval(ParcelArtefact artefact) {
        return artefact.contents().files().containsKey(REMOVE)
                || artefact.contents().definition().changes().containsKey("remove");
    }

    private static byte[] text(ParcelArtefact artefact, String path) throws IOException {
        return artefact.read(path, MOST_BYTES)
                .orElseThrow(() -> new IllegalStateException(path + " was listed"));
    }
}
