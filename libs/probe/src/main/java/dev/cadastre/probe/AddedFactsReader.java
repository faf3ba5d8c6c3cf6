package dev.cadastre.probe;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Understands what a plug-in or snippet said: {@code key=value} lines or one JSON object. */
final class AddedFactsReader implements SectionReader {

    /** First words of the probe's own facts, which an add-on cannot pretend to tell. */
    static final Set<String> RESERVED =
            Set.of(
                    "bios",
                    "boot",
                    "cpu",
                    "disk",
                    "dns",
                    "hardware",
                    "hypervisor",
                    "interface",
                    "kernel",
                    "load",
                    "memory",
                    "mount",
                    "os",
                    "reboot",
                    "route",
                    "routes",
                    "swap",
                    "timezone",
                    "uptime");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]+$");

    @Override
    public void read(SectionText text, Findings findings) {
        String plugin = Objects.requireNonNull(text.section().plugin());
        String head = EXTENSION.matcher(plugin).replaceFirst("");
        if (RESERVED.contains(head.split("\\.", 2)[0])) {
            findings.fault(
                    "Facts that begin with '"
                            + head
                            + "' are the probe's own; choose another name");
            return;
        }
        List<String> lines = text.lines("");
        if (!lines.isEmpty() && lines.get(0).stripLeading().startsWith("{")) {
            json(head, lines, findings);
        } else {
            lines.forEach(line -> keyAndValue(head, line.strip(), findings));
        }
    }

    private static void json(String head, List<String> lines, Findings findings) {
        try {
            new JsonFacts(findings).read(head, lines);
        } catch (JacksonException e) {
            findings.fault(Json.problem(e));
        }
    }

    private static void keyAndValue(String head, String line, Findings findings) {
        if (line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!KEY.matcher(key).matches()) {
            findings.fault(
                    "Not all of its lines are key=value with a key of letters, digits, '.', '_' and"
                            + " '-'");
            return;
        }
        String value = Cleaned.value(line.substring(equals + 1));
        if (value != null) {
            findings.fact(head + "." + key, Scalars.ofText(value), Fact.Kind.STATE);
        }
    }
}
