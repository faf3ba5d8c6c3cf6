package dev.cadastre.server.inventory;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SshHostKey;
import dev.cadastre.probe.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds reports of Debian hosts, complete unless said otherwise. */
public final class TestReport {

    private final List<InstalledPackage> packages = new ArrayList<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Daemon> daemons = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<InstalledRuntime> runtimes = new ArrayList<>();
    private final Map<Section, SectionOutcome.Status> sections = new LinkedHashMap<>();
    private Identity identity = Identity.UNKNOWN;
    private Instant hostTime = Instant.now();

    public TestReport() {
        for (Section.Kind kind : Section.Kind.values()) {
            if (!kind.addOn()) {
                section(Section.of(kind), SectionOutcome.Status.COLLECTED);
            }
        }
        fact("os.id", "debian");
        fact("os.name", "Debian GNU/Linux 12 (bookworm)");
        fact("os.version", "12");
        fact("kernel.release", "6.1.0-40-amd64");
    }

    public TestReport machine(String machineId) {
        identity =
                new Identity(
                        machineId,
                        List.of(new SshHostKey("ssh-ed25519", "SHA256:" + machineId)),
                        null,
                        null,
                        null,
                        null,
                        null);
        return this;
    }

    public TestReport identity(Identity identity) {
        this.identity = identity;
        return this;
    }

    public TestReport at(Instant hostTime) {
        this.hostTime = hostTime;
        return this;
    }

    public TestReport deb(String name, String version) {
        packages.removeIf(item -> item.name().equals(name));
        return add(name, version);
    }

    /** Another version beside those that are there. */
    public TestReport add(String name, String version) {
        packages.add(
                new InstalledPackage(
                        Section.of(Section.Kind.PACKAGES_DPKG),
                        PackageType.DEB,
                        name,
                        version,
                        "amd64",
                        name,
                        version,
                        "Debian",
                        null,
                        null));
        return this;
    }

    public TestReport python(String root, String name, String version) {
        packages.add(
                new InstalledPackage(
                        Section.of(Section.Kind.PACKAGES_PYTHON),
                        PackageType.PYPI,
                        name,
                        version,
                        null,
                        null,
                        null,
                        null,
                        null,
                        root));
        return this;
    }

    public TestReport with(InstalledPackage item) {
        packages.add(item);
        return this;
    }

    public TestReport without(String name) {
        packages.removeIf(item -> item.name().equals(name));
        return this;
    }

    public TestReport fact(String name, String value) {
        return fact(Section.of(Section.Kind.SYSTEM), name, new FactValue.Text(value));
    }

    public TestReport fact(Section section, String name, FactValue value) {
        facts.put(name, new Fact(section, name, value, Fact.Kind.STATE));
        return this;
    }

    public TestReport withoutFact(String name) {
        facts.remove(name);
        return this;
    }

    public TestReport measure(String name, long value) {
        facts.put(
                name,
                new Fact(
                        Section.of(Section.Kind.SYSTEM),
                        name,
                        new FactValue.Whole(value),
                        Fact.Kind.MEASURE));
        return this;
    }

    public TestReport daemon(String name, Daemon.State state) {
        daemons.removeIf(daemon -> daemon.name().equals(name));
        daemons.add(new Daemon(name, state, true, 1, Daemon.Init.SYSTEMD));
        return this;
    }

    public TestReport listener(int port, String process) {
        listeners.add(new Listener(Transport.TCP, "0.0.0.0", port, process, 1, 0, "root"));
        return this;
    }

    public TestReport listener(Listener listener) {
        listeners.add(listener);
        return this;
    }

    public TestReport connection(Connection connection) {
        connections.add(connection);
        return this;
    }

    public TestReport runtime(String kind, String version, String path) {
        runtimes.add(
                new InstalledRuntime(
                        kind,
                        version,
                        path,
                        List.of(new InstalledRuntime.Use("app", null, 1000, 2))));
        return this;
    }

    public TestReport section(Section section, SectionOutcome.Status status) {
        sections.put(section, status);
        return this;
    }

    public TestReport section(Section.Kind kind, SectionOutcome.Status status) {
        return section(Section.of(kind), status);
    }

    public TestReport noSection(Section section) {
        sections.remove(section);
        return this;
    }

    public Report build() {
        List<SectionOutcome> outcomes = new ArrayList<>();
        sections.forEach((section, status) ->
                outcomes.add(new SectionOutcome(section, status, null, Duration.ZERO)));
        return new Report(
                1,
                hostTime,
                outcomes,
                identity,
                List.copyOf(facts.values()),
                packages,
                daemons,
                listeners,
                connections,
                runtimes);
    }

    public static Origin declared(String name, String environment) {
        return new Origin(
                name, Origin.Naming.DECLARED, environment, List.of(), Source.PROBE, "system");
    }

    public static Origin pushed(String name) {
        return new Origin(name, Origin.Naming.CLAIMED, null, null, Source.PUSH, "token:test");
    }
}
