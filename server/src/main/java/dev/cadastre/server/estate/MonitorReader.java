package dev.cadastre.server.estate;

import dev.cadastre.change.operation.SentTest;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes over the sections of monitors; what they mean, another part knows. */
final class MonitorReader {

    /** All tests of a file together have no more characters, for they are kept with it. */
    private static final long MOST_OF_TESTS = 4 << 20;

    private final Sections sections;
    private final MonitorCheck check;
    private final MonitorTests tests;
    private final Problems problems;
    private final Map<String, Integer> sizes = new HashMap<>();

    /** Whose test cannot be read, which was said. */
    private final Set<String> withoutTest = new HashSet<>();

    MonitorReader(Sections sections, MonitorCheck check, MonitorTests tests, Problems problems) {
        this.sections = sections;
        this.check = check;
        this.tests = tests;
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
        check.faults(monitors, rules).stream().filter(fault -> !isKnown(fault)).forEach(this::note);
        return monitors;
    }

    private DeclaredMonitor monitor(String name, boolean template, Level level) {
        Map<String, String> values = new LinkedHashMap<>();
        level.section().entries().forEach((key, entry) -> values.put(key, entry.rawValue()));
        Entry entry = level.section().entries().get(DeclaredMonitor.TEST);
        @Nullable String test = null;
        if (entry != null && !entry.rawValue().isBlank()) {
            test = test(level.section(), entry);
            if (test == null) {
                withoutTest.add(key(template, name));
            }
        }
        return new DeclaredMonitor(name, template, values, test, level.origin());
    }

    private @Nullable String test(Section section, Entry entry) {
        String path = entry.rawValue().strip();
        SentTest found = tests.read(path);
        if (found instanceof SentTest.Text(String text)) {
            sizes.put(path, text.length());
            if (sizes.values().stream().mapToLong(Integer::longValue).sum() <= MOST_OF_TESTS) {
                return text;
            }
            found =
                    new SentTest.Wrong(
                            "all tests up to it have more than %d bytes".formatted(MOST_OF_TESTS),
                            "share one file among several monitors, by arguments");
        }
        SentTest.Wrong wrong = (SentTest.Wrong) found;
        problems.error(
                entry.line(),
                entry.column(),
                "estate.bad-test",
                "[%s] test %s: %s".formatted(section.name(), Quoted.of(path), wrong.message()),
                wrong.remedy());
        return null;
    }

    private static String key(boolean template, String name) {
        return template + " " + name;
    }

    /** Whether it was said already that there is no text of the test. */
    private boolean isKnown(MonitorCheck.Fault fault) {
        DeclaredMonitor monitor = fault.monitor();
        String template = monitor.values().getOrDefault("template", "").strip();
        return fault.key().equals(DeclaredMonitor.TEST)
                && (withoutTest.contains(key(monitor.template(), monitor.name()))
                        || withoutTest.contains(key(true, template)));
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
