package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes over the sections of monitors; what they mean, another part knows. */
final class MonitorReader {
    private final Sections sections;
    private final MonitorCheck check;
    private final Problems problems;

    MonitorReader(Sections sections, MonitorCheck check, Problems problems) {
        this.sections = sections;
        this.check = check;
        this.problems = problems;
    }

    /**
     * Templates first, then monitors, in the order of the file.
     *
     * @param rules the names of the file's rules
     */
    List<DeclaredMonitor> read(Collection<String> rules) {
        List<DeclaredMonitor> monitors = new ArrayList<>();
        sections.all(SectionKind.MONITOR_TEMPLATE)
                .forEach((name, level) -> monitors.add(monitor(name, true, level)));
        sections.all(SectionKind.MONITOR)
                .forEach((name, level) -> monitors.add(monitor(name, false, level)));
        check.faults(monitors, rules).forEach(this::note);
        return monitors;
    }

    private static DeclaredMonitor monitor(String name, boolean template, Level level) {
        Map<String, String> values = new LinkedHashMap<>();
        level.section().entries().forEach((key, entry) -> values.put(key, entry.rawValue()));
        return new DeclaredMonitor(name, template, values, level.origin());
    }

    private void note(MonitorCheck.Fault fault) {
        DeclaredMonitor monitor = fault.monitor();
        Level level =
                sections.find(
                        monitor.template() ? SectionKind.MONITOR_TEMPLATE : SectionKind.MONITOR,
                        monitor.name());
        Section section = level == null ? null : level.section();
        Entry entry = section == null ? null : section.entries().get(fault.key());
        int line = entry == null ? monitor.origin().line() : entry.line();
        int column = entry == null ? 1 : entry.column();
        String message = "[%s] %s".formatted(monitor.origin().section(), fault.message());
        if (fault.takesOver()) {
            problems.warning(line, column, "estate.monitor-taken-over", message, fault.remedy());
        } else {
            problems.error(line, column, "estate.bad-monitor", message, fault.remedy());
        }
    }
}
