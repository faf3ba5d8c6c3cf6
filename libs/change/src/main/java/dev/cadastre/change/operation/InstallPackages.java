package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Packages by apt, dnf, yum or apk, whichever is there. What would be done, dependencies included,
 * is what the package manager itself says.
 *
 * @param packages at least one
 * @param refresh whether its lists are fetched again before something is installed
 */
public record InstallPackages(List<PackageWish> packages, boolean refresh) implements Undoable {

    /** Checks that there is something to do. */
    public InstallPackages {
        packages = List.copyOf(packages);
        if (packages.isEmpty()) {
            throw new IllegalArgumentException("no packages are named");
        }
    }

    /** Packages as {@code NAME} or {@code NAME=VERSION}. */
    public static InstallPackages of(String... packages) {
        return new InstallPackages(List.of(packages).stream().map(PackageWish::of).toList(), false);
    }

    @Override
    public String name() {
        return "package.install";
    }

    @Override
    public String summary() {
        return packages.stream().map(PackageWish::toString).collect(Collectors.joining(" "));
    }

    @Override
    public Script script(ScriptContext context) {
        return PackageScript.of(packages, List.of(), refresh, false);
    }

    /** Dependencies that were installed with them stay. */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return PackageScript.undo(before);
    }
}
