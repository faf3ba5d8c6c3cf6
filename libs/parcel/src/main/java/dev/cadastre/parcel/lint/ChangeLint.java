package dev.cadastre.parcel.lint;

import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.change.portable.BuiltInOperations;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.ParcelDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a change of a parcel. Pure. */
final class ChangeLint {

    private ChangeLint() {}

    static List<Problem> problems(String path, byte[] content, KnownNames names) {
        ChangeFileReading reading =
                ChangeFile.read(
                        path, content, BuiltInOperations.catalogue(new MustacheRendering()));
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        reading.file()
                .ifPresent(file ->
                        file.wanted().stream()
                                .filter(name -> !names.has(name) && !isOfVerb(path, name))
                                .forEach(name -> problems.add(unknown(path, lines, name))));
        return problems;
    }

    /** Who binds is known to whoever is bound to. */
    private static boolean isOfVerb(String path, String name) {
        return path.matches("changes/(un)?bind\\.change")
                && ParcelDefinition.OF_CONSUMERS.contains(name);
    }

    private static Problem unknown(String path, List<String> lines, String name) {
        int line = 0;
        for (int number = 0; number < lines.size() && line == 0; number++) {
            line = lines.get(number).contains("${" + name + "}") ? number + 1 : 0;
        }
        return Problem.error(
                path,
                line,
                0,
                "parcel.reference-unknown",
                "there is no parameter " + name,
                "add it to the parameters, or to [DEFAULT] of the change");
    }
}
