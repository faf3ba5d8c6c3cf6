package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All files below a folder of the change, on a host, by content. Only those that differ are sent.
 *
 * @param source a folder below the change's folder; empty for all of it
 * @param target from the root of the host; made if it is not there, in a folder that is
 * @param rights what its files are to have; those that are not said stay
 * @param folderMode what it and the folders in it are to have; empty for what they have
 * @param delete whether files that are not in the source are removed
 */
public record CopyFolder(
        String source, String target, FileRights rights, String folderMode, boolean delete)
        implements Undoable {

    /** Checks the target and the mode. */
    public CopyFolder {
        target = Names.requirePath(target);
        folderMode = FileRights.mode(folderMode).mode();
    }

    @Override
    public String name() {
        return "files.copy";
    }

    @Override
    public String summary() {
        return target + " from the folder " + source;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a file has a name that cannot be listed
     */
    @Override
    public Script script(ScriptContext context) {
        Map<String, Payload> files =
                SourceFiles.some(context, source, SourceFiles.below(context, source));
        return OperationScript.of("copy-folder.sh")
                .with("target", target)
                .with(rights)
                .with("folder_mode", folderMode)
                .with("delete", delete)
                .with("list", list(files))
                .script()
                .reading(TarPayload.of(files));
    }

    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        if (looked.basis().isEmpty()) {
            return script;
        }
        return script.reading(
                TarPayload.of(SourceFiles.some(context, source, known(context, looked.lacks()))));
    }

    /** What a host says that it lacks is not believed if it is no part of the source. */
    private List<String> known(ScriptContext context, List<String> lacks) {
        List<String> all = SourceFiles.below(context, source);
        return lacks.stream().filter(all::contains).toList();
    }

    private static String list(Map<String, Payload> files) {
        StringBuilder list = new StringBuilder();
        TreeSet<String> folders = new TreeSet<>();
        files.keySet().forEach(path -> addFolders(path, folders));
        folders.forEach(folder -> list.append("D ./").append(folder).append('\n'));
        files.forEach((path, content) ->
                list.append("F ")
                        .append(ContentDigest.sha256(content))
                        .append(' ')
                        .append(ContentDigest.cksum(content))
                        .append(" ./")
                        .append(path)
                        .append('\n'));
        return list.toString();
    }

    private static void addFolders(String path, TreeSet<String> folders) {
        if (path.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "a name with a backslash or a control character cannot be copied with its"
                            + " folder: "
                            + path);
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String changed = before.get("changed");
        if (changed == null || before.containsKey("replaced.size")) {
            return Optional.empty();
        }
        Script script =
                OperationScript.of("uncopy-folder.sh")
                        .with("target", target)
                        .with("list", changed)
                        .script();
        String replaced = before.get("replaced");
        return Optional.of(
                replaced == null ? script : script.reading(Base64.getDecoder().decode(replaced)));
    }
}
