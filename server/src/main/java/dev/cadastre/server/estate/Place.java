package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a host stands in the estate, which decides what it inherits.
 *
 * @param levels where its values are looked up, in order: host, groups, environment, DEFAULT
 * @param implied its name as address and its environment, for where no level states them
 */
record Place(String environment, List<String> groups, List<Level> levels, Level implied) {
    Place {
        groups = List.copyOf(groups);
        levels = List.copyOf(levels);
    }

    static Level implied(String name, String environment, Level host) {
        Section section = host.section();
        Map<String, Entry> entries =
                Map.of(
                        Keys.ADDRESS,
                        new Entry(Keys.ADDRESS, name, section.line(), 0),
                        Keys.ENVIRONMENT,
                        new Entry(Keys.ENVIRONMENT, environment, section.line(), 0));
        return new Level(host.file(), new Section(section.name(), section.line(), entries));
    }

    /** All levels in the order of lookup, what is implied last. */
    List<Level> inOrder() {
        List<Level> all = new ArrayList<>(levels);
        all.add(implied);
        return List.copyOf(all);
    }

    /** The host's own section. */
    Level own() {
        return levels.getFirst();
    }

    /** Whether a level has the key, and not with an empty value. */
    boolean states(String key) {
        return levels.stream()
                .map(level -> level.binding(key))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(binding -> !binding.entry().rawValue().isEmpty())
                .isPresent();
    }
}
