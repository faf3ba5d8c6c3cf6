package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packages that upgrades pass over, or no longer: by apt-mark, by versionlock of dnf and yum, by a
 * version in apk's world.
 *
 * @param packages at least one
 * @param hold false to let them be upgraded again
 */
public record HoldPackages(List<String> packages, boolean hold) implements Undoable {

    /** Checks the names. */
    public HoldPackages {
        packages = Names.requirePackages(packages);
    }

    @Override
    public String name() {
        return "package.hold";
    }

    @Override
    public String summary() {
        return String.join(" ", packages) + (hold ? "" : " no longer");
    }

    @Override
    public Script script(ScriptContext context) {
        return script(packages, hold);
    }

    private static Script script(List<String> packages, boolean hold) {
        return OperationScript.of("hold-packages.sh")
                .sharing("package-manager.sh")
                .with("names", String.join(" ", packages))
                .with("hold", hold)
                .script();
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        List<String> changed =
                Arrays.stream(before.getOrDefault("changed", "").split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(script(changed, before.getOrDefault("hold", "no").equals("yes")));
    }
}
