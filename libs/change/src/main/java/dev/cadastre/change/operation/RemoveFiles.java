package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A file, or a folder with all that is in it, that is to be there no longer. What is mounted below
 * the folder is not touched, and keeps it there. A file can be brought back, a folder cannot.
 *
 * @param target from the root of the host; a folder is not one directly below it
 * @param folder whether it is a folder
 */
public record RemoveFiles(String target, boolean folder) implements Undoable {

    /** Checks the target. */
    public RemoveFiles {
        target = Names.requirePath(target);
        if (folder && target.lastIndexOf('/') == 0) {
            throw new IllegalArgumentException(
                    target + " belongs to the system; name a folder further below the root");
        }
    }

    @Override
    public String name() {
        return "files.remove";
    }

    @Override
    public String summary() {
        return target;
    }

    @Override
    public Script script(ScriptContext context) {
        return OperationScript.of("remove-files.sh")
                .with("target", target)
                .with("tree", folder)
                .script();
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String content = before.get("content");
        return content == null
                ? Optional.empty()
                : Optional.of(
                        FileScript.bringingBack(
                                target,
                                Payload.ofOwn(Base64.getDecoder().decode(content)),
                                before));
    }
}
