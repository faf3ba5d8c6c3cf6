package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.Connection.State;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.inventory.HostConnection.Direction;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionRollupTest {

    private static final List<Listener> POSTGRES =
            List.of(new Listener(Transport.TCP, "::", 5432, "postgres", 7, 26, "postgres"));

    @Property(tries = 100)
    void makesOneLineOfManyConnectionsToOneService(@ForAll @IntRange(min = 1, max = 50) int count) {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(tcp(40_000 + i, "10.0.0.9", 443, State.ESTABLISHED, "curl"));
            connections.add(tcp(5432, "10.0.0.8", 50_000 + i, State.ESTABLISHED, "postgres"));
        }

        assertThat(ConnectionRollup.of(connections, POSTGRES))
                .containsExactly(
                        line(Direction.IN, "postgres", "10.0.0.8", 5432),
                        line(Direction.OUT, "curl", "10.0.0.9", 443));
    }

    @Test
    void givesAFinishedConnectionToTheListenerOfItsPort() {
        var lines =
                ConnectionRollup.of(
                        List.of(tcp(5432, "10.0.0.8", 50_000, State.TIME_WAIT, null)), POSTGRES);

        assertThat(lines).containsExactly(line(Direction.IN, "postgres", "10.0.0.8", 5432));
    }

    @Test
    void leavesOutAFinishedConnectionWhoseProcessIsKnownFromAnother() {
        var lines =
                ConnectionRollup.of(
                        List.of(
                                tcp(40_000, "10.0.0.9", 443, State.TIME_WAIT, null),
                                tcp(40_001, "10.0.0.9", 443, State.ESTABLISHED, "curl"),
                                tcp(40_002, "10.0.0.7", 443, State.TIME_WAIT, null)),
                        List.of());

        assertThat(lines)
                .containsExactly(
                        line(Direction.OUT, null, "10.0.0.7", 443),
                        line(Direction.OUT, "curl", "10.0.0.9", 443));
    }

    @Test
    void doesNotCountWhatHasNoAnswerYet() {
        assertThat(
                        ConnectionRollup.of(
                                List.of(tcp(40_000, "10.0.0.9", 443, State.SYN_SENT, "curl")),
                                List.of()))
                .isEmpty();
    }

    @Test
    void isBoundedWhateverAHostSends() {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < ConnectionRollup.LIMIT + 1; i++) {
            connections.add(
                    tcp(40_000, "10.0." + i / 256 + "." + i % 256, 443, State.ESTABLISHED, "scan"));
        }

        assertThat(ConnectionRollup.of(connections, List.of())).hasSize(ConnectionRollup.LIMIT);
    }

    @Test
    void tellsTheAccountWhereTheProcessIsHidden() {
        var lines =
                ConnectionRollup.of(
                        List.of(
                                hidden(40_000, "10.0.0.9", 5432, "shop"),
                                tcp(40_001, "10.0.0.9", 5432, State.TIME_WAIT, null)),
                        List.of());

        assertThat(lines)
                .containsExactly(
                        new ConnectionLine(
                                Direction.OUT, null, "shop", Transport.TCP, "10.0.0.9", 5432));
    }

    @Test
    void doesNotTakeAPortThatIsUsedAgainForAService() {
        List<Listener> later =
                List.of(new Listener(Transport.TCP, "::", 40_000, "worker", 9, 1000, "worker"));
        var lines =
                ConnectionRollup.of(
                        List.of(
                                tcp(40_000, "10.0.0.9", 5432, State.ESTABLISHED, "shop"),
                                tcp(40_000, "10.0.0.8", 6379, State.TIME_WAIT, null),
                                tcp(40_000, "10.0.0.7", 51_000, State.ESTABLISHED, "worker")),
                        later);

        assertThat(lines)
                .containsExactly(
                        line(Direction.IN, "worker", "10.0.0.7", 40_000),
                        line(Direction.OUT, null, "10.0.0.8", 6379),
                        line(Direction.OUT, "shop", "10.0.0.9", 5432));
    }

    private static Connection tcp(
            int local, String remoteAddress, int remote, State state, @Nullable String process) {
        return new Connection(
                Transport.TCP,
                "10.0.0.1",
                local,
                remoteAddress,
                remote,
                state,
                process,
                null,
                null,
                null);
    }

    private static Connection hidden(int local, String remoteAddress, int remote, String user) {
        return new Connection(
                Transport.TCP,
                "10.0.0.1",
                local,
                remoteAddress,
                remote,
                State.ESTABLISHED,
                null,
                null,
                998L,
                user);
    }

    private static ConnectionLine line(
            Direction direction, @Nullable String process, String address, int port) {
        return new ConnectionLine(direction, process, null, Transport.TCP, address, port);
    }
}
