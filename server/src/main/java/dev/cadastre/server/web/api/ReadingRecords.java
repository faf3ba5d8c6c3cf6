package dev.cadastre.server.web.api;

import dev.cadastre.api.Connection;
import dev.cadastre.api.Daemon;
import dev.cadastre.api.Fact;
import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.Service;
import dev.cadastre.api.Transport;
import dev.cadastre.probe.FactValue;
import dev.cadastre.server.inventory.HostConnection;
import dev.cadastre.server.inventory.HostDaemon;
import dev.cadastre.server.inventory.HostFact;
import dev.cadastre.server.inventory.HostRuntime;
import dev.cadastre.server.inventory.HostService;

/** What a host is and does, as it is sent. */
public final class ReadingRecords {

    private ReadingRecords() {}

    public static Fact fact(HostFact fact) {
        return new Fact(
                fact.name(),
                value(fact.value()),
                Fact.Kind.valueOf(fact.kind().name()),
                fact.since());
    }

    public static Object value(FactValue value) {
        return switch (value) {
            case FactValue.Text text -> text.text();
            case FactValue.Whole whole -> whole.value();
            case FactValue.Decimal decimal -> decimal.value();
            case FactValue.Flag flag -> flag.value();
            case FactValue.Items items -> items.values();
        };
    }

    public static Service service(HostService service) {
        return new Service(
                service.name(),
                service.address(),
                service.port(),
                Transport.valueOf(service.protocol().name()),
                service.process(),
                service.user(),
                service.since());
    }

    public static Daemon daemon(HostDaemon daemon) {
        return new Daemon(
                daemon.name(),
                Daemon.State.valueOf(daemon.state().name()),
                daemon.enabled(),
                Daemon.Init.valueOf(daemon.init().name()),
                daemon.since());
    }

    public static Connection connection(HostConnection connection) {
        return new Connection(
                Connection.Direction.valueOf(connection.direction().name()),
                connection.process(),
                connection.account(),
                connection.remoteAddress(),
                connection.servicePort(),
                Transport.valueOf(connection.protocol().name()),
                connection.firstSeen(),
                connection.lastSeen(),
                connection.count());
    }

    public static InstalledRuntime runtime(HostRuntime runtime) {
        return new InstalledRuntime(
                runtime.kind(),
                runtime.version(),
                runtime.path(),
                runtime.usedBy().stream().map(ReadingRecords::use).toList(),
                runtime.since());
    }

    public static InstalledRuntime.Use use(dev.cadastre.probe.InstalledRuntime.Use use) {
        return new InstalledRuntime.Use(use.process(), use.daemon(), use.uid(), use.count());
    }
}
