package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Section;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was declared by API, to be read together with the file. */
record Additions(List<AddedHost> hosts, List<AddedEnvironment> environments) {
    static final Additions NONE = new Additions(List.of(), List.of());

    Additions {
        hosts = List.copyOf(hosts);
        environments = List.copyOf(environments);
    }

    Map<SectionKind, Map<String, Level>> levels() {
        Map<SectionKind, Map<String, Level>> levels = new EnumMap<>(SectionKind.class);
        Map<String, Level> declared = new LinkedHashMap<>();
        hosts.forEach(host -> declared.put(host.name(), host.level()));
        levels.put(SectionKind.HOST, declared);
        Map<String, Level> named = new LinkedHashMap<>();
        environments.forEach(environment -> named.put(environment.name(), environment.level()));
        levels.put(SectionKind.ENVIRONMENT, named);
        return levels;
    }

    /** What messages and {@code estate show} give instead of a file name. */
    static String source(String actor) {
        return "added by " + actor;
    }

    static Level level(String actor, SectionKind kind, String name, Map<String, String> values) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, literal(key, value)));
        return new Level(source(actor), new Section(kind.section(name), 0, entries));
    }

    /** References are a matter of the file; what comes by API means itself. */
    private static Entry literal(String key, String value) {
        return new Entry(key, value.replace("$", "$$"), 0, 0);
    }
}
