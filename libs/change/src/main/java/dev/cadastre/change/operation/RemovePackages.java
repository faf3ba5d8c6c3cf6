package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packages that are not to be there, and what cannot be without them.
 *
 * @param packages at least one
 * @param purge whether apt removes their configuration, too
 */
public record RemovePackages(List<String> packages, boolean purge) implements Undoable {

    /** Checks the names. */
    public RemovePackages {
        packages = Names.requirePackages(packages);
    }

    @Override
    public String name() {
        return "package.remove";
    }

    @Override
    public String summary() {
        return String.join(" ", packages);
    }

    @Override
    public Script script(ScriptContext context) {
        return PackageScript.of(List.of(), packages, false, purge);
    }

    /** What was removed with them, and configuration that was purged, stays away. */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return PackageScript.undo(before);
    }
}
