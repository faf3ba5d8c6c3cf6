package dev.cadastre.change.operation;

import dev.cadastre.change.script.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The script that installs and removes packages. */
final class PackageScript {

    private PackageScript() {}

    static Script of(
            Collection<PackageWish> install,
            Collection<String> remove,
            boolean refresh,
            boolean purge) {
        return OperationScript.of("packages.sh")
                .sharing("package-manager.sh")
                .with("install", lines(install, p -> (p.name() + " " + p.version()).strip()))
                .with("remove", lines(remove, name -> name))
                .with("refresh", refresh)
                .with("purge", purge)
                .script();
    }

    /** Removes what was not there, and brings back the versions that were. */
    static Optional<Script> undo(Map<String, String> before) {
        List<PackageWish> install = new ArrayList<>();
        List<String> remove = new ArrayList<>();
        for (String line : before.getOrDefault("packages", "").split("\n", -1)) {
            String[] words = line.split(" ", 2);
            if (words.length == 2 && words[1].equals("absent")) {
                remove.add(words[0]);
            } else if (words.length == 2) {
                install.add(new PackageWish(words[0], words[1]));
            }
        }
        return install.isEmpty() && remove.isEmpty()
                ? Optional.empty()
                : Optional.of(of(install, remove, false, false));
    }

    private static <T> String lines(
            Collection<T> things, java.util.function.Function<T, String> line) {
        return things.stream().map(line).collect(Collectors.joining("\n"));
    }
}
