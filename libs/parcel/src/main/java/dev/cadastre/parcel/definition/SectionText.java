package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Spelling;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One section while it is read; what is wrong with it is noted with its line. */
final class SectionText {

    private final String file;
    private final Section section;
    private final Optional<Set<String>> names;
    private final Problems problems;

    /**
     * @param names what values may refer to, if that is known
     * @param problems where all that is wrong is noted
     */
    SectionText(String file, Section section, Optional<Set<String>> names, Problems problems) {
        this.file = file;
        this.section = section;
        this.names = names;
        this.problems = problems;
    }

    /** The same with more that values may refer to. */
    SectionText knowing(Set<String> more) {
        return new SectionText(
                file,
                section,
                names.map(known -> {
                    Set<String> all = new TreeSet<>(known);
                    all.addAll(more);
                    return all;
                }),
                problems);
    }

    Collection<String> keys() {
        return section.entries().keySet();
    }

    boolean has(String key) {
        return section.entries().containsKey(key);
    }

    /** The value of a key in which nothing is put in; empty if it is not stated or has no text. */
    Optional<String> plain(String key) {
        return Optional.ofNullable(section.entries().get(key))
                .map(Entry::rawValue)
                .filter(text -> !text.isEmpty());
    }

    /** The lines of the same, without those that are empty. */
    List<String> lines(String key) {
        return plain(key).stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    }

    /** The value of a key, which may refer to something; what is not known is noted. */
    Optional<ReferringText> text(String key) {
        Entry entry = section.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Set<String> unknown = new LinkedHashSet<>();
        Expansion expansion =
                References.expand(
                        file,
                        section.name(),
                        entry,
                        name -> {
                            if (names.isPresent() && !names.get().contains(name)) {
                                unknown.add(name);
                            }
                            return "";
                        });
        unknown.forEach(name -> unknown(key, name));
        if (expansion instanceof Expansion.Failed failed) {
            failed.problems().forEach(this::broken);
            return Optional.empty();
        }
        return Optional.of(new ReferringText(entry.rawValue()));
    }

    /** The value of a key that has to be known before the parcel is deployed. */
    Optional<String> fixed(String key, String code) {
        Optional<ReferringText> text = text(key);
        if (text.isPresent() && !text.get().isFixed()) {
            problem(
                    key,
                    code,
                    "%s is known only when the parcel is deployed".formatted(key),
                    "state it without ${…}");
            return Optional.empty();
        }
        return text.map(known -> known.with(Map.of())).filter(known -> !known.isEmpty());
    }

    private void unknown(String key, String name) {
        String near = Spelling.closest(name, new TreeSet<>(names.orElse(Set.of())));
        problem(
                key,
                "parcel.reference-unknown",
                "%s refers to %s, which is no parameter".formatted(key, Quoted.of(name)),
                near == null
                        ? "describe it in parameters.schema.json, or write $$ for a dollar sign"
                        : "did you mean " + Quoted.of(near) + "?");
    }

    /** A reference to a section is one to what is no parameter. */
    private void broken(Problem problem) {
        boolean isOfSection = problem.code().equals("ini.reference-no-section");
        problems.add(
                isOfSection
                        ? Problem.error(
                                file,
                                problem.line(),
                                problem.column(),
                                "parcel.reference-unknown",
                                problem.message(),
                                "write ${NAME} with the name of a parameter")
                        : problem);
    }

    /** Notes each key that is none of these. */
    void refuseOthers(Collection<String> known, String code) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String near = Spelling.closest(key, known);
                problem(
                        key,
                        code,
                        "there is no key " + Quoted.of(key),
                        near == null
                                ? "it takes " + String.join(", ", known)
                                : "did you mean " + Quoted.of(near) + "?");
            }
        }
    }

    /** Notes what is wrong with a key, or with the section if it has no such key. */
    void problem(String key, String code, String message, String remedy) {
        Entry entry = section.entries().get(key);
        problems.error(
                entry == null ? section.line() : entry.line(),
                0,
                code,
                "[%s] %s".formatted(name(), message),
                remedy);
    }

    /** Notes what is wrong with a text that was refused: why, and after a semicolon what to do. */
    void refused(String key, String code, String why) {
        String[] parts = why.split("; ", 2);
        problem(
                key,
                code,
                "in %s, %s".formatted(key, parts[0]),
                parts.length == 1 ? "mend it" : parts[1]);
    }

    /** Notes what is wrong with the section. */
    void problem(String code, String message, String remedy) {
        problem("", code, message, remedy);
    }

    private String name() {
        String quoted = Quoted.of(section.name());
        return quoted.substring(1, quoted.length() - 1);
    }
}
