package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.Substitution;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The estate as declared at one moment. Immutable. */
public final class EstateModel {
    /** Nothing is declared. */
    public static final EstateModel EMPTY = EstateFile.read("(none)", "").modelOrThrow();

    private final EstateLookup lookup;
    private final Map<String, Team> teams;
    private final Map<String, Environment> environments;
    private final Map<String, Group> groups;
    private final Map<String, DeclaredHost> hosts;
    private final Map<String, Rule> rules;
    private final Map<String, Product> products;
    private final Map<String, DeclaredSigner> signers;
    private final Map<String, DeclaredMonitor> monitors;
    private final Map<String, DeclaredMonitor> templates;
    private final Map<String, DeclaredHost> inLowerCase = new HashMap<>();

    EstateModel(
            EstateLookup lookup,
            Map<String, Team> teams,
            Map<String, Environment> environments,
            Map<String, Group> groups,
            Map<String, DeclaredHost> hosts,
            Map<String, Rule> rules,
            Map<String, Product> products,
            Map<String, DeclaredSigner> signers,
            List<DeclaredMonitor> monitors) {
        this.lookup = lookup;
        this.teams = unmodifiable(teams);
        this.environments = unmodifiable(environments);
        this.groups = unmodifiable(groups);
        this.hosts = unmodifiable(hosts);
        this.rules = unmodifiable(rules);
        this.products = unmodifiable(products);
        this.signers = unmodifiable(signers);
        this.monitors = byName(monitors, false);
        this.templates = byName(monitors, true);
        hosts.forEach((name, host) -> inLowerCase.put(name.toLowerCase(Locale.ROOT), host));
    }

    private static <T> Map<String, T> unmodifiable(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Map<String, DeclaredMonitor> byName(
            List<DeclaredMonitor> monitors, boolean templates) {
        Map<String, DeclaredMonitor> found = new LinkedHashMap<>();
        monitors.stream()
                .filter(monitor -> monitor.template() == templates)
                .forEach(monitor -> found.put(monitor.name(), monitor));
        return Collections.unmodifiableMap(found);
    }

    /** The teams by name, in the order of the file. */
    public Map<String, Team> teams() {
        return teams;
    }

    /** The environments by name, in the order of the file; without {@code unassigned}. */
    public Map<String, Environment> environments() {
        return environments;
    }

    /** The groups by name, in the order of the file. */
    public Map<String, Group> groups() {
        return groups;
    }

    /** The hosts by name, in the order of the file, those added by API last. */
    public Map<String, DeclaredHost> hosts() {
        return hosts;
    }

    /** The rules by name, in the order of the file. */
    public Map<String, Rule> rules() {
        return rules;
    }

    /**
     * The products by name, in the order of the file; those that come with the server are not among
     * them.
     */
    public Map<String, Product> products() {
        return products;
    }

    /** Those who sign parcels, by name, in the order of the file. */
    public Map<String, DeclaredSigner> signers() {
        return signers;
    }

    /** The monitors, or the templates of monitors, by name, in the order of the file. */
    public Map<String, DeclaredMonitor> monitors(boolean templates) {
        return templates ? this.templates : monitors;
    }

    /** The texts of all tests that monitors and templates name, by their paths in the file. */
    Map<String, String> tests() {
        Map<String, String> tests = new TreeMap<>();
        Stream.of(templates, monitors)
                .flatMap(all -> all.values().stream())
                .forEach(monitor -> {
                    if (monitor.test() != null) {
                        tests.put(monitor.testPath(), monitor.test());
                    }
                });
        return tests;
    }

    /** The host of that name in whatever case; no two names of hosts differ in case only. */
    public Optional<DeclaredHost> hostIgnoringCase(String name) {
        return Optional.ofNullable(inLowerCase.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Every value that a host sees; null when no such host is declared. */
    public @Nullable HostView view(String host) {
        return hosts.containsKey(host)
                ? new HostView(host, shown(SectionKind.HOST.section(host)))
                : null;
    }

    /**
     * What each section states that a host sees, what counts most last: DEFAULT, its environment,
     * its groups from the last to the first, and its own; none if no such host is declared.
     */
    public List<EstateSection> sections(String host) {
        Place place = lookup.places().get(host);
        return place == null
                ? List.of()
                : place.levels().reversed().stream()
                        .map(level -> section(SectionKind.HOST.section(host), level))
                        .toList();
    }

    private EstateSection section(String scope, Level level) {
        return new EstateSection(
                level.section().name(),
                level.section().entries().keySet().stream()
                        // What another section goes before need not make sense here.
                        .flatMap(key ->
                                expanded(scope, key, Objects.requireNonNull(level.binding(key)))
                                        .stream())
                        .toList());
    }

    /** Every value that is seen from a section of that kind. */
    List<HostView.Shown> shown(String scope) {
        return lookup.keys(scope).stream().map(key -> shown(scope, key)).toList();
    }

    /** What stands in a section itself, nothing substituted. */
    Map<String, String> raw(SectionKind kind, String name) {
        Level level = lookup.sections().find(kind, name);
        Map<String, String> raw = new LinkedHashMap<>();
        if (level != null) {
            level.section().entries().forEach((key, entry) -> raw.put(key, entry.rawValue()));
        }
        return raw;
    }

    private HostView.Shown shown(String scope, String key) {
        return Optional.ofNullable(lookup.find(scope, key))
                .flatMap(binding -> expanded(scope, key, binding))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "[" + scope + "] " + key + " was not checked when read"));
    }

    private Optional<HostView.Shown> expanded(String scope, String key, Binding binding) {
        return Substitution.expand(lookup, scope, binding)
                        instanceof Expansion.Complete(String text, var origins)
                ? Optional.of(new HostView.Shown(key, text, origins))
                : Optional.empty();
    }
}
