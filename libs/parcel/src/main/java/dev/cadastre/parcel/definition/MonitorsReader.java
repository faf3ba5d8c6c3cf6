package dev.cadastre.parcel.definition;

import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads {@code monitors.ini}. Keys that it does not know are settings of a monitor's kind, which
 * the server knows.
 */
final class MonitorsReader {

    private static final String MONITOR = "monitor ";
    private static final String WRONG = "parcel.monitor-wrong";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,252}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern RETRIES = Pattern.compile("[0-9]{1,2}|100");

    private final Optional<Set<String>> names;
    private final Problems problems = new Problems(ParcelDefinition.MONITORS);
    private final SortedMap<String, SortedMap<String, ReferringText>> monitors = new TreeMap<>();

    MonitorsReader(Surroundings around, Optional<Set<String>> names) {
        this.names = names;
        around.base().ifPresent(base -> monitors.putAll(base.monitors()));
    }

    SortedMap<String, SortedMap<String, ReferringText>> monitors() {
        return monitors;
    }

    List<Problem> problems() {
        return problems.list();
    }

    void read(byte[] ini) {
        DefinitionReader.document(
                        ini,
                        ParcelDefinition.MONITORS,
                        ParcelDefinition.MOST_BYTES_OF_MONITORS,
                        problems)
                .ifPresent(this::read);
    }

    private void read(IniDocument document) {
        for (Section section : document.sections().values()) {
            SectionText text = new SectionText(ParcelDefinition.MONITORS, section, names, problems);
            String name =
                    section.name().startsWith(MONITOR)
                            ? section.name().substring(MONITOR.length())
                            : "";
            if (NAME.matcher(name).matches()) {
                monitor(name, text);
            } else {
                text.problem(WRONG, "is no section of monitors", "write [monitor NAME]");
            }
        }
    }

    private void monitor(String name, SectionText section) {
        refuse(section, "q", "a parcel's monitors watch the app on each of its hosts");
        refuse(section, "template", "state what it would bring");
        refuse(section, "test", "put the test in tests/, where it is a monitor by itself");
        SortedMap<String, ReferringText> values = new TreeMap<>();
        section.keys().forEach(key -> section.text(key).ifPresent(text -> values.put(key, text)));
        kind(values, section);
        check(values, section, "interval", MonitorsReader::isInterval, "write 1s to 31d");
        check(values, section, "retry-interval", MonitorsReader::isInterval, "write 1s to 31d");
        check(values, section, "timeout", MonitorsReader::isTimeout, "write 1s to 10m");
        check(values, section, "retries", RETRIES.asMatchPredicate(), "write 0 to 100");
        check(values, section, "where", Set.of("server", "host")::contains, "write server or host");
        check(values, section, "enabled", MonitorsReader::isSwitch, "write true or false");
        check(values, section, "availability", MonitorsReader::isSwitch, "write true or false");
        monitors.put(name, values);
    }

    private static void refuse(SectionText section, String key, String remedy) {
        if (section.has(key)) {
            section.problem(key, WRONG, "takes no key " + key, remedy);
        }
    }

    private static void kind(SortedMap<String, ReferringText> values, SectionText section) {
        if (!values.containsKey("kind") && !section.has("kind")) {
            section.problem(WRONG, "does not state its kind", "state kind, such as kind = http");
        }
        check(values, section, "kind", KIND.asMatchPredicate(), "write one such as http");
        ReferringText kind = values.get("kind");
        if (kind != null && kind.raw().equals("test")) {
            section.problem(
                    "kind",
                    WRONG,
                    "cannot be a test",
                    "put the test in tests/, where it is a monitor by itself");
        }
        if (kind != null && kind.raw().equals("plugin") && !values.containsKey("command")) {
            section.problem(
                    WRONG,
                    "names no plug-in",
                    "state command, such as command = check_disk -w 10%");
        }
    }

    /** What refers to something is checked when that is known. */
    private static void check(
            SortedMap<String, ReferringText> values,
            SectionText section,
            String key,
            Predicate<String> isRight,
            String remedy) {
        ReferringText text = values.get(key);
        if (text != null && text.isFixed() && !isRight.test(text.with(Map.of()))) {
            section.problem(
                    key, WRONG, "%s cannot be %s".formatted(key, Quoted.of(text.raw())), remedy);
        }
    }

    private static boolean isInterval(String text) {
        return Lengths.isTime(text, Duration.ofSeconds(1), Duration.ofDays(31));
    }

    private static boolean isTimeout(String text) {
        return Lengths.isTime(text, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    private static boolean isSwitch(String text) {
        return text.equals("true") || text.equals("false");
    }
}
