package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report in the making: only the sections that the other tool tells of. */
final class ForeignReport {

    private static final int MOST_FACTS = 10_000;

    private final Map<Section, SectionOutcome> sections = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<InstalledPackage> packages = new ArrayList<>();
    private Identity identity = Identity.UNKNOWN;

    void section(Section section, @Nullable String remark) {
        sections.putIfAbsent(
                section,
                new SectionOutcome(
                        section, SectionOutcome.Status.COLLECTED, remark, Duration.ZERO));
    }

    boolean tells(Section section) {
        return sections.containsKey(section);
    }

    void identity(Identity known) {
        identity = known;
        section(Section.of(Section.Kind.IDENTITY), null);
    }

    void fact(Section section, String name, FactValue value, Fact.Kind kind) {
        if (facts.size() < MOST_FACTS) {
            section(section, null);
            facts.putIfAbsent(name, new Fact(section, name, value, kind));
        }
    }

    void text(Section.Kind section, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            fact(Section.of(section), name, new FactValue.Text(text), Fact.Kind.STATE);
        }
    }

    void installed(
            Section.Kind section,
            PackageType type,
            String name,
            String version,
            @Nullable String arch) {
        packages.add(
                new InstalledPackage(
                        Section.of(section),
                        type,
                        name,
                        version,
                        arch,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }

    Report build(Instant hostTime) {
        return new Report(
                1,
                hostTime,
                List.copyOf(sections.values()),
                identity,
                List.copyOf(facts.values()),
                packages,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
