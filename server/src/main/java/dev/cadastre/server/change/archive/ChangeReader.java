package dev.cadastre.server.change.archive;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderFile;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.ini.Problem;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the change of a folder. Thread-safe. */
@Component
public class ChangeReader {

    private static final String ENDING = ".change";

    private final OperationCatalogue operations;

    ChangeReader(OperationCatalogue operations) {
        this.operations = operations;
    }

    /**
     * The file of the change.
     *
     * @param wanted what was asked for; null for the only one at the top
     * @throws ChangeRefused if there is none, or several of which one has to be named
     */
    public String file(ChangeFolder folder, @Nullable String wanted) {
        List<String> there =
                folder.files().stream()
                        .map(FolderFile::path)
                        .filter(path -> path.endsWith(ENDING) && path.indexOf('/') < 0)
                        .toList();
        if (wanted != null && folder.find(wanted).isPresent()) {
            return wanted;
        }
        if (wanted == null && there.size() == 1) {
            return there.getFirst();
        }
        String those = there.isEmpty() ? "none" : String.join(", ", there);
        throw new ChangeProblem(
                        there.isEmpty() || wanted != null
                                ? "plan.file-unknown"
                                : "plan.file-ambiguous",
                        "file",
                        wanted == null
                                ? "The folder does not have one .change file at its top: " + those
                                : "The folder has no file " + wanted + ".",
                        "Name one of its files; at its top: " + those + ".")
                .as(Reason.INVALID);
    }

    /**
     * The change that is in a file.
     *
     * @param given what it is given on all hosts alike
     * @throws ChangeRefused if it is none, with all that is wrong
     */
    public ChangeFile read(ChangeFolder folder, String file, Map<String, String> given) {
        ChangeFileReading reading = ChangeFile.read(file, content(folder, file), operations, given);
        return reading.file()
                .orElseThrow(() ->
                        refused(reading.problems().stream().filter(Problem::isError).toList()));
    }

    /**
     * Makes sure that the steps can be made with these values, and of the folder's files.
     *
     * @throws ChangeRefused if they cannot, with all that is wrong
     */
    public void check(ChangeFile change, ChangeFolder folder, List<Map<String, String>> values) {
        List<Problem> problems =
                values.stream()
                        .flatMap(one -> change.problems(one, folder::has).stream())
                        .filter(Problem::isError)
                        .distinct()
                        .toList();
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
    }

    private static ChangeRefused refused(List<Problem> problems) {
        return new ChangeRefused(
                Reason.UNUSABLE,
                problems.stream()
                        .map(one ->
                                new ChangeProblem(
                                        one.code(),
                                        "%s:%d:%d".formatted(one.file(), one.line(), one.column()),
                                        one.message(),
                                        one.remedy()))
                        .toList());
    }

    private static byte[] content(ChangeFolder folder, String file) {
        try {
            return folder.content(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
