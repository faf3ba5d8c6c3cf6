package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which sections of a report are believed, and which of them end what they do not tell. */
final class ReportSections {

    private final Map<String, SectionOutcome> outcomes = new HashMap<>();
    private final Set<String> disbelieved;

    /**
     * @param disbelieved the names of sections in which another source is believed
     */
    ReportSections(Report report, Set<String> disbelieved) {
        report.sections().forEach(outcome -> outcomes.put(outcome.section().name(), outcome));
        this.disbelieved = disbelieved;
    }

    /** Whether another source is believed in any section that is told. */
    boolean disbelievesAny() {
        return outcomes.keySet().stream().anyMatch(disbelieved::contains);
    }

    /** Whether what the section tells counts. */
    boolean believed(String section) {
        return !disbelieved.contains(section);
    }

    /**
     * Whether what the section does not tell any longer has ended. An add-on that is not mentioned
     * is gone, and what it told with it; a section of the probe itself that is not mentioned says
     * nothing.
     */
    boolean ends(String section) {
        if (!believed(section)) {
            return false;
        }
        SectionOutcome outcome = outcomes.get(section);
        return outcome == null
                ? Section.named(section).map(Section::kind).filter(Section.Kind::addOn).isPresent()
                : outcome.status().complete();
    }

    boolean ends(Section.Kind kind) {
        return ends(Section.of(kind).name());
    }

    boolean believed(Section.Kind kind) {
        return believed(Section.of(kind).name());
    }
}
