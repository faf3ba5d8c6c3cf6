package dev.cadastre.cli.offline;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Lookup;
import dev.cadastre.ini.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What hosts see of an estate file: a value of their own section, of their groups, of their
 * environment or of DEFAULT, in this order.
 */
final class EstateValues implements Lookup {

    static final String HOST = "host ";

    private static final String GROUPS = "groups";
    private static final String ENVIRONMENT = "environment";
    private static final String ADDRESS = "address";
    private static final String UNASSIGNED = "unassigned";

    private final IniDocument document;

    EstateValues(IniDocument document) {
        this.document = document;
    }

    /** The names of all hosts, in the order of the file. */
    List<String> hosts() {
        return document.sections().keySet().stream()
                .filter(section -> section.startsWith(HOST))
                .map(section -> section.substring(HOST.length()))
                .toList();
    }

    List<String> groups(String host) {
        return words(raw(section(HOST + host), GROUPS));
    }

    /** Empty for none. */
    String environment(String host) {
        List<Section> sections = new ArrayList<>(sections(HOST + host));
        groups(host).forEach(group -> sections.addAll(sections("group " + group)));
        sections.add(document.defaults());
        return sections.stream()
                .map(section -> raw(section, ENVIRONMENT))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(name -> !name.equals(UNASSIGNED))
                .orElse("");
    }

    static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private @Nullable Section section(String name) {
        return document.section(name);
    }

    private List<Section> sections(String name) {
        Section section = section(name);
        return section == null ? List.of() : List.of(section);
    }

    private static @Nullable String raw(@Nullable Section section, String key) {
        Entry entry = section == null ? null : section.entry(key);
        return entry == null ? null : entry.rawValue();
    }

    /** What a scope draws on, in order. */
    private List<Section> levels(String scope) {
        List<Section> levels = new ArrayList<>(sections(scope));
        if (scope.startsWith(HOST)) {
            String host = scope.substring(HOST.length());
            groups(host).forEach(group -> levels.addAll(sections("group " + group)));
            levels.addAll(sections("environment " + environment(host)));
        }
        levels.add(document.defaults());
        return levels;
    }

    @Override
    public @Nullable Binding find(String scope, String key) {
        if (!hasScope(scope)) {
            return null;
        }
        for (Section level : levels(scope)) {
            Entry entry = level.entry(key);
            if (entry != null) {
                return new Binding(document.file(), level.name(), entry);
            }
        }
        return scope.startsWith(HOST) ? implied(scope, key) : null;
    }

    /** Where nothing states it, the address of a host is its name. */
    private @Nullable Binding implied(String scope, String key) {
        String host = scope.substring(HOST.length());
        return switch (key) {
            case ADDRESS -> binding(scope, key, host);
            case ENVIRONMENT ->
                    binding(
                            scope,
                            key,
                            environment(host).isEmpty() ? UNASSIGNED : environment(host));
            default -> null;
        };
    }

    private Binding binding(String scope, String key, String value) {
        return new Binding(document.file(), scope, new Entry(key, value, 0, 0));
    }

    @Override
    public boolean hasScope(String scope) {
        return section(scope) != null;
    }

    @Override
    public Collection<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(document.sections().keySet());
        scopes.add(IniDocument.DEFAULT);
        return scopes;
    }

    @Override
    public Collection<String> keys(String scope) {
        Set<String> keys = new LinkedHashSet<>();
        levels(scope).forEach(level -> keys.addAll(level.entries().keySet()));
        if (scope.startsWith(HOST)) {
            keys.add(ADDRESS);
            keys.add(ENVIRONMENT);
        }
        return keys;
    }
}
