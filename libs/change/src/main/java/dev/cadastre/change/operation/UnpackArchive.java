package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A folder on a host that is what an archive of the change holds: tar, tar.gz or zip. The folder
 * belongs to the archive; another one replaces it as a whole, and one that holds other files is
 * refused. What was changed in it by hand is not seen.
 *
 * @param source the archive, below the change's folder
 * @param target the folder, from the root of the host
 * @param strip whether the archive holds one folder alone, whose content is meant
 * @param rights the owner of all of it, and the mode of the folder itself
 */
public record UnpackArchive(String source, String target, boolean strip, FileRights rights)
        implements Undoable {

    /** Checks the target. */
    public UnpackArchive {
        target = Names.requirePath(target);
    }

    @Override
    public String name() {
        return "archive.unpack";
    }

    @Override
    public String summary() {
        return target + " from " + source;
    }

    @Override
    public Script script(ScriptContext context) {
        Payload payload = SourceFiles.one(context, source);
        Archive archive = new Archive(payload);
        return OperationScript.of("unpack-archive.sh")
                .with("target", target)
                .with("archive", source)
                .with("format", archive.format())
                .with("problem", archive.problem())
                .with("strip", strip)
                .with(rights)
                .with("wished_sha", ContentDigest.sha256(payload))
                .script()
                .reading(payload);
    }

    /** Only a folder that was not there before can be taken away again. */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String wrote = before.getOrDefault("wrote", "");
        return wrote.isEmpty() || !before.getOrDefault("state", "").equals("absent")
                ? Optional.empty()
                : Optional.of(
                        OperationScript.of("remove-archive.sh")
                                .with("target", target)
                                .with("wrote", wrote)
                                .script());
    }
}
