package dev.cadastre.server.estate;

import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands the estate file. The format is defined in {@code docs/formats/estate.md}. Has no
 * state.
 */
public final class EstateFile {
    private EstateFile() {}

    /**
     * Reads the text of an estate file.
     *
     * @param file the name for messages and origins; nothing is opened
     */
    public static EstateReading read(String file, String text) {
        return read(
                file,
                text.getBytes(StandardCharsets.UTF_8),
                Additions.NONE,
                SectionChecks.NONE,
                MonitorTests.NONE);
    }

    /** Reads the content of an estate file, together with what was declared by API. */
    static EstateReading read(
            String file,
            byte[] content,
            Additions additions,
            SectionChecks checks,
            MonitorTests tests) {
        Problems problems = new Problems(file);
        IniReading ini = IniParser.parse(file, content);
        problems.addAll(ini.problems());
        Sections sections = Sections.of(ini.document(), additions, problems);
        new KeyRules(problems).check(sections);
        EstateLookup lookup = new EstateLookup(sections, Places.of(sections, problems));
        EstateModel model = model(lookup, checks, tests, problems);
        return new EstateReading(problems.hasNoErrors() ? model : null, problems.list());
    }

    private static EstateModel model(
            EstateLookup lookup, SectionChecks checks, MonitorTests tests, Problems problems) {
        Values values = new Values(lookup, problems);
        Map<String, Team> teams =
                new TeamReader(lookup.sections(), values, checks.teams(), problems).read();
        SignerReader signers = new SignerReader(lookup.sections(), values, problems);
        Map<String, Environment> environments = environments(lookup, values, signers);
        Map<String, DeclaredHost> hosts = new HostReader(lookup, values, problems).read();
        new HostChecks(hosts, problems).check();
        Map<String, Rule> rules =
                new RuleReader(lookup.sections(), values, checks.queries(), problems).read();
        Map<String, Product> products =
                new ProductReader(lookup.sections(), values, problems).read();
        List<DeclaredMonitor> monitors =
                new MonitorReader(lookup.sections(), checks.monitors(), tests, problems)
                        .read(rules.keySet());
        return new EstateModel(
                lookup,
                teams,
                environments,
                groups(lookup, hosts),
                hosts,
                rules,
                products,
                signers.read(),
                monitors);
    }

    private static Map<String, Environment> environments(
            EstateLookup lookup, Values values, SignerReader signers) {
        Map<String, Environment> environments = new LinkedHashMap<>();
        lookup.sections()
                .all(SectionKind.ENVIRONMENT)
                .forEach((name, level) -> {
                    String scope = SectionKind.ENVIRONMENT.section(name);
                    String owner = values.owner(scope, lookup.sections());
                    Boolean approval = values.read(scope, Keys.RUN_APPROVAL, EstateFile::yesOrNo);
                    environments.put(
                            name,
                            new Environment(
                                    name,
                                    owner,
                                    Boolean.TRUE.equals(approval),
                                    signers.trusted(scope),
                                    level.origin()));
                });
        return environments;
    }

    private static Checked<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "yes" -> new Checked.Valid<>(true);
            case "no" -> new Checked.Valid<>(false);
            default -> new Checked.Invalid<>(Quoted.of(text) + " is neither", "write yes or no");
        };
    }

    private static Map<String, Group> groups(EstateLookup lookup, Map<String, DeclaredHost> hosts) {
        Map<String, List<String>> members = new HashMap<>();
        for (DeclaredHost host : hosts.values()) {
            for (String group : host.groups()) {
                members.computeIfAbsent(group, name -> new ArrayList<>()).add(host.name());
            }
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        lookup.sections()
                .all(SectionKind.GROUP)
                .forEach((name, level) -> {
                    List<String> names = members.getOrDefault(name, List.of());
                    groups.put(name, new Group(name, names, level.origin()));
                });
        return groups;
    }
}
