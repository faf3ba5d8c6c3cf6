package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes over the sections of teams; which contacts can be used, another part knows. */
final class TeamReader {
    private final Sections sections;
    private final Values values;
    private final TeamCheck check;
    private final Problems problems;

    TeamReader(Sections sections, Values values, TeamCheck check, Problems problems) {
        this.sections = sections;
        this.values = values;
        this.check = check;
        this.problems = problems;
    }

    /** By name, in the order of the file. */
    Map<String, Team> read() {
        Map<String, Team> teams = new LinkedHashMap<>();
        sections.all(SectionKind.TEAM).forEach((name, level) -> teams.put(name, team(name, level)));
        check.faults(teams.values()).forEach(this::note);
        return teams;
    }

    private Team team(String name, Level level) {
        Map<String, String> contacts = new LinkedHashMap<>();
        for (String key : level.section().entries().keySet()) {
            String text = values.text(SectionKind.TEAM.section(name), key);
            contacts.put(key, text == null ? "" : text);
        }
        return new Team(name, contacts, level.origin());
    }

    private void note(TeamCheck.Fault fault) {
        Team team = fault.team();
        Level level = sections.find(SectionKind.TEAM, team.name());
        Section section = level == null ? null : level.section();
        Entry entry = section == null ? null : section.entries().get(fault.key());
        problems.error(
                entry == null ? team.origin().line() : entry.line(),
                entry == null ? 1 : entry.column(),
                "estate.bad-contact",
                "[%s] %s".formatted(team.origin().section(), fault.message()),
                fault.remedy());
    }
}
