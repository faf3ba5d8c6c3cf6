package dev.cadastre.parcel.lint;

import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.change.portable.BuiltInOperations;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.ParcelDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is wrong with a change of a parcel. Pure. */
final class ChangeLint {

    private static final Pattern OF_CONSUMERS = Pattern.compile("changes/(un)?bind\\.change");

    private ChangeLint() {}

    /**
     * What is wrong.
     *
     * @param given what it may refer to
     * @param isThere whether the parcel has a file or a folder of that path
     */
    static List<Problem> problems(
            String path, byte[] content, KnownNames given, Predicate<String> isThere) {
        KnownNames names = given.with(ofVerb(path));
        ChangeFileReading reading =
                ChangeFile.read(
                        path, content, BuiltInOperations.catalogue(new MustacheRendering()));
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        reading.file()
                .ifPresent(file -> {
                    problems.addAll(file.missing(isThere));
                    file.wanted().stream()
                            .filter(name -> !names.has(name))
                            .forEach(name -> problems.add(unknown(path, lines, name)));
                });
        return problems;
    }

    /** What templates find because of a change: its own defaults, and what it is given alone. */
    static Set<String> names(String path, byte[] content) {
        Set<String> names = new HashSet<>(ofVerb(path));
        names.addAll(IniParser.parse(path, content).document().defaults().entries().keySet());
        return names;
    }

    /** Who binds is known to whoever is bound to. */
    private static Set<String> ofVerb(String path) {
        return OF_CONSUMERS.matcher(path).matches() ? ParcelDefinition.OF_CONSUMERS : Set.of();
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
