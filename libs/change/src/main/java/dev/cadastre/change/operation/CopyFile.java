package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the change on a host, by content. The folder must be there; what else stands at its
 * place, such as a link or a folder, is refused.
 *
 * @param source below the change's folder
 * @param target from the root of the host
 * @param rights what it is to have; those that are not said stay
 */
public record CopyFile(String source, String target, FileRights rights) implements Undoable {

    /** Checks the target. */
    public CopyFile {
        target = Names.requirePath(target);
    }

    @Override
    public String name() {
        return "files.copy";
    }

    @Override
    public String summary() {
        return target + " from " + source;
    }

    @Override
    public Script script(ScriptContext context) {
        return FileScript.writing(target, SourceFiles.one(context, source), rights);
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return FileScript.undo(target, before);
    }
}
