package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out each host's groups and environment. */
final class Places {
    private final Sections sections;
    private final Problems problems;

    private Places(Sections sections, Problems problems) {
        this.sections = sections;
        this.problems = problems;
    }

    /** The places of all hosts by name. */
    static Map<String, Place> of(Sections sections, Problems problems) {
        Places places = new Places(sections, problems);
        places.checkEnvironment(sections.defaults());
        sections.all(SectionKind.GROUP).values().forEach(places::checkEnvironment);
        Map<String, Place> found = new LinkedHashMap<>();
        sections.all(SectionKind.HOST)
                .forEach((name, host) -> found.put(name, places.place(name, host)));
        return found;
    }

    private Place place(String name, Level host) {
        checkEnvironment(host);
        List<String> groups = groups(host);
        List<Level> levels = new ArrayList<>();
        levels.add(host);
        groups.forEach(group -> addIfPresent(levels, sections.find(SectionKind.GROUP, group)));
        levels.add(sections.defaults());
        String environment = environment(name, levels);
        Level own = sections.find(SectionKind.ENVIRONMENT, environment);
        if (own != null) {
            levels.add(levels.size() - 1, own);
        }
        return new Place(environment, groups, levels, Place.implied(name, environment, host));
    }

    private static void addIfPresent(List<Level> levels, @Nullable Level level) {
        if (level != null) {
            levels.add(level);
        }
    }

    private List<String> groups(Level host) {
        Entry entry = host.section().entries().get(Keys.GROUPS);
        if (entry == null || entry.rawValue().indexOf('$') >= 0) {
            return List.of();
        }
        Set<String> groups = new LinkedHashSet<>();
        for (String word : Words.of(entry.rawValue())) {
            if (sections.find(SectionKind.GROUP, word) == null) {
                undefined(host, entry, SectionKind.GROUP, word);
            } else if (!groups.add(word)) {
                repeated(entry, word);
            }
        }
        return List.copyOf(groups);
    }

    private void repeated(Entry entry, String group) {
        problems.warning(
                entry.line(),
                entry.column(),
                "estate.repeated-group",
                "the group " + Quoted.of(group) + " is named twice; the first place counts",
                "remove one of the two");
    }

    /** The first level that states one decides, but groups must not contradict each other. */
    private String environment(String host, List<Level> levels) {
        List<Binding> stated =
                levels.stream()
                        .map(level -> level.binding(Keys.ENVIRONMENT))
                        .filter(Objects::nonNull)
                        .toList();
        if (stated.isEmpty()) {
            return Environment.UNASSIGNED;
        }
        Binding first = stated.getFirst();
        stated.stream()
                .filter(other -> contradict(first, other))
                .findFirst()
                .ifPresent(other -> contradiction(host, levels.getFirst(), first, other));
        return value(first).isEmpty() ? Environment.UNASSIGNED : value(first);
    }

    private static boolean contradict(Binding one, Binding other) {
        return isGroup(one) && isGroup(other) && !value(one).equals(value(other));
    }

    private static boolean isGroup(Binding binding) {
        return binding.section().startsWith(SectionKind.GROUP.section(""));
    }

    private static String value(Binding binding) {
        return binding.entry().rawValue();
    }

    private void contradiction(String host, Level level, Binding one, Binding other) {
        add(
                level,
                level.section().line(),
                1,
                "estate.two-environments",
                "host %s is in %s, and in %s".formatted(host, described(one), described(other)),
                "leave one of the groups, or state the environment in the host's own section");
    }

    private static String described(Binding binding) {
        return "[%s] of environment %s (line %d)"
                .formatted(binding.section(), Quoted.of(value(binding)), binding.entry().line());
    }

    private void checkEnvironment(Level level) {
        Entry entry = level.section().entries().get(Keys.ENVIRONMENT);
        if (entry == null
                || entry.rawValue().isEmpty()
                || entry.rawValue().equals(Environment.UNASSIGNED)
                || entry.rawValue().indexOf('$') >= 0) {
            return;
        }
        if (sections.find(SectionKind.ENVIRONMENT, entry.rawValue()) == null) {
            undefined(level, entry, SectionKind.ENVIRONMENT, entry.rawValue());
        }
    }

    private void undefined(Level level, Entry entry, SectionKind kind, String name) {
        add(
                level,
                entry.line(),
                entry.column(),
                "estate.undefined-" + kind.word(),
                "[%s] names the %s %s, which is not defined"
                        .formatted(level.section().name(), kind.word(), Quoted.of(name)),
                Suggestion.of(kind, name, sections));
    }

    /** What was added by API must not stand in the way of the file. */
    private void add(
            Level level, int line, int column, String code, String message, String remedy) {
        problems.add(
                new Problem(
                        level.isInFile() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                        level.file(),
                        line,
                        level.isInFile() ? column : 0,
                        code,
                        message,
                        remedy));
    }
}
