package dev.cadastre.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One collection of a host: what the probe found, and how far each section can be trusted.
 *
 * @param format the wire format's number
 * @param hostTime the host's own clock when the probe began
 * @param sections one outcome for each of the probe's own sections and for each add-on
 * @param identity what tells the host from others
 * @param facts sorted by name
 * @param packages in the order in which the host told them; equal ones of several reports are
 *     mostly one object
 * @param daemons sorted by name
 * @param listeners sorted by protocol, port, address
 * @param connections in the kernel's order
 * @param runtimes sorted by kind and path
 */
public record Report(
        int format,
        Instant hostTime,
        List<SectionOutcome> sections,
        Identity identity,
        List<Fact> facts,
        List<InstalledPackage> packages,
        List<Daemon> daemons,
        List<Listener> listeners,
        List<Connection> connections,
        List<InstalledRuntime> runtimes) {

    public Report {
        sections = List.copyOf(sections);
        facts = List.copyOf(facts);
        packages = List.copyOf(packages);
        daemons = List.copyOf(daemons);
        listeners = List.copyOf(listeners);
        connections = List.copyOf(connections);
        runtimes = List.copyOf(runtimes);
    }

    /**
     * Whether the versions of runtimes are no finer than their paths tell, since a package that
     * ships one may be among those of an unchanged section.
     */
    public boolean awaitsPackages() {
        return sections.stream().anyMatch(Report::withholdsSystemPackages);
    }

    /**
     * The report as it is once its unchanged sections tell what they told before.
     *
     * @param remembered the packages of the unchanged sections
     */
    public Report recalling(Collection<InstalledPackage> remembered) {
        List<InstalledPackage> all = new ArrayList<>(packages);
        all.addAll(remembered);
        return new Report(
                format,
                hostTime,
                sections,
                identity,
                facts,
                all,
                daemons,
                listeners,
                connections,
                RuntimeVersions.completed(runtimes, all));
    }

    /** Whether there may be packages of the system that the section does not tell again. */
    static boolean withholdsSystemPackages(SectionOutcome outcome) {
        return outcome.status() == SectionOutcome.Status.UNCHANGED
                && outcome.section().kind() != Section.Kind.PACKAGES_PYTHON;
    }

    /** How that section went, if the report tells. */
    public Optional<SectionOutcome> outcome(Section section) {
        return sections.stream().filter(o -> o.section().equals(section)).findFirst();
    }

    /** The value of the fact of that name, if it was told. */
    public Optional<FactValue> fact(String name) {
        return facts.stream().filter(f -> f.name().equals(name)).map(Fact::value).findFirst();
    }
}
