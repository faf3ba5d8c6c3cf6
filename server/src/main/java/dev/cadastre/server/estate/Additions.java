package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was added by API, to be read together with the file. */
record Additions(List<AddedHost> hosts, List<AddedEnvironment> environments) {
    static final Additions NONE = new Additions(List.of(), List.of());

    Additions {
        hosts = List.copyOf(hosts);
        environments = List.copyOf(environments);
    }

    Additions with(AddedHost host) {
        List<AddedHost> more = new ArrayList<>(hosts);
        more.add(host);
        return new Additions(more, environments);
    }

    Additions with(AddedEnvironment environment) {
        List<AddedEnvironment> more = new ArrayList<>(environments);
        more.add(environment);
        return new Additions(hosts, more);
    }

    Additions withoutHost(String name) {
        return new Additions(
                hosts.stream().filter(host -> !host.name().equals(name)).toList(), environments);
    }

    Additions withoutEnvironment(String name) {
        return new Additions(
                hosts, environments.stream().filter(added -> !added.name().equals(name)).toList());
    }

    List<String> hostsIn(String environment) {
        return hosts.stream()
                .filter(added -> environment.equals(added.host().environment()))
                .map(AddedHost::name)
                .toList();
    }

    /** What is left when the file that makes the model declares some of it too. */
    Additions notDeclaredIn(EstateModel model) {
        return new Additions(
                hosts.stream().filter(added -> !isInFile(model, added)).toList(),
                environments.stream().filter(added -> !isInFile(model, added)).toList());
    }

    private static boolean isInFile(EstateModel model, AddedHost added) {
        return model.hostIgnoringCase(added.name()).filter(DeclaredHost::isInFile).isPresent();
    }

    private static boolean isInFile(EstateModel model, AddedEnvironment added) {
        Environment environment = model.environments().get(added.name());
        return environment != null && environment.isInFile();
    }

    /** The environment of an added host exists with it, even when the file drops it. */
    Map<SectionKind, Map<String, Level>> levels() {
        Map<String, Level> declared = new LinkedHashMap<>();
        Map<String, Level> named = new LinkedHashMap<>();
        environments.forEach(added -> named.put(added.name(), added.level()));
        for (AddedHost added : hosts) {
            declared.put(added.name(), added.level());
            String environment = added.host().environment();
            if (environment != null && !environment.equals(Environment.UNASSIGNED)) {
                named.putIfAbsent(
                        environment, new AddedEnvironment(environment, added.actor()).level());
            }
        }
        Map<SectionKind, Map<String, Level>> levels = new EnumMap<>(SectionKind.class);
        levels.put(SectionKind.HOST, declared);
        levels.put(SectionKind.ENVIRONMENT, named);
        return levels;
    }

    static Level level(String actor, SectionKind kind, String name, Map<String, String> values) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, literal(key, value)));
        // In place of a file name, so that messages and lists say where a value came from.
        String source = "added by " + actor;
        return new Level(source, new Section(kind.section(name), 0, entries));
    }

    /** References are a matter of the file; what comes by API means itself. */
    private static Entry literal(String key, String value) {
        return new Entry(key, value.replace("$", "$$"), 0, 0);
    }
}
