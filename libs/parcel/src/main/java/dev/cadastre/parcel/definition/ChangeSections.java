package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code [change VERB]}. For one definition. */
final class ChangeSections {

    private static final List<String> KEYS = List.of("jar", "change");
    private static final String WRONG = "parcel.change-wrong";

    private final Surroundings around;
    private final SortedMap<String, JavaChange> changes = new TreeMap<>();

    /** A file of the parcel's own counts before what its base has in Java. */
    ChangeSections(Surroundings around) {
        this.around = around;
        around.base().ifPresent(base -> changes.putAll(base.changes()));
        changes.keySet().removeIf(verb -> around.own().contains(ParcelDefinition.changeFile(verb)));
    }

    void read(String verb, SectionText section) {
        section.refuseOthers(KEYS, "parcel.key-unknown");
        if (!ParcelDefinition.VERBS.contains(verb)) {
            section.problem(
                    WRONG,
                    "is of no change that there is",
                    "there are " + String.join(", ", ParcelDefinition.VERBS));
        } else if (around.own().contains(ParcelDefinition.changeFile(verb))) {
            section.problem(
                    "parcel.change-twice",
                    "stands beside the file " + ParcelDefinition.changeFile(verb),
                    "keep one of the two");
        }
        Optional<String> jar = needed(section, "jar", "the path of the jar in the parcel");
        Optional<String> change = needed(section, "change", "the name of the change in the jar");
        jar.filter(path -> !around.mayHave(path))
                .ifPresent(path ->
                        section.problem(
                                "jar",
                                WRONG,
                                "is in %s, which is not there".formatted(Quoted.of(path)),
                                "write its path in the parcel, such as files/shop.jar"));
        changes.put(verb, new JavaChange(jar.orElse(""), change.orElse("")));
    }

    private static Optional<String> needed(SectionText section, String key, String what) {
        if (!section.has(key)) {
            section.problem(WRONG, "does not state " + key, "write " + what);
        }
        return section.fixed(key, WRONG);
    }

    /** All of them; something must install the parcel. */
    SortedMap<String, JavaChange> all(Problems problems) {
        String file = ParcelDefinition.changeFile("install");
        if (!changes.containsKey("install") && !around.mayHave(file)) {
            problems.add(
                    Problem.error(
                            file,
                            0,
                            0,
                            "parcel.change-missing",
                            "there is no change that installs the parcel",
                            "write it, or name one in Java in [change install]"));
        }
        return changes;
    }
}
