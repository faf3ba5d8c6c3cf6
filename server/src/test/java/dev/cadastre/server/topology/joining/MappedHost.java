package dev.cadastre.server.topology.joining;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.inventory.TestReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host for tests of all rooms, with sockets that a test can read like a sentence. */
public final class MappedHost {

    private final String name;
    private final String environment;
    private final String address;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private int port = 40_000;

    public MappedHost(String name, String environment, String address) {
        this.name = name;
        this.environment = environment;
        this.address = address;
    }

    public String name() {
        return name;
    }

    public MappedHost listens(int at, @Nullable String process, String account) {
        listeners.add(
                new Listener(
                        Transport.TCP,
                        "0.0.0.0",
                        at,
                        process,
                        process == null ? null : 1,
                        uid(account),
                        account));
        return this;
    }

    public MappedHost to(@Nullable String process, String account, String peer, int service) {
        connections.add(connection(port++, peer, service, process, account));
        return this;
    }

    public MappedHost from(@Nullable String process, String account, String peer, int service) {
        connections.add(connection(service, peer, port++, process, account));
        return this;
    }

    public MappedHost silent() {
        connections.clear();
        return this;
    }

    public MappedHost deaf() {
        listeners.clear();
        return this;
    }

    private static Connection connection(
            int local, String peer, int remote, @Nullable String process, String account) {
        return new Connection(
                Transport.TCP,
                "0.0.0.0",
                local,
                peer,
                remote,
                Connection.State.ESTABLISHED,
                process,
                process == null ? null : 1,
                uid(account),
                account);
    }

    private static long uid(String account) {
        return account.equals("root") ? 0 : 100 + Math.floorMod(account.hashCode(), 800);
    }

    public void report(Reports reports) {
        TestReport report =
                new TestReport()
                        .machine("machine-" + name)
                        .fact(
                                Section.of(Section.Kind.NETWORK),
                                "interface.eth0.addresses",
                                new FactValue.Items(List.of(address + "/24")));
        listeners.forEach(report::listener);
        connections.forEach(report::connection);
        reports.accept(TestReport.declared(name, environment), report.build());
    }

    /** Waits until all that was reported is on the map. */
    public static void settle(SocketMap sockets) throws InterruptedException {
        sockets.settle();
    }
}
