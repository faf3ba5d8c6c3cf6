package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.DatabasePort;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ForbiddenAddressesTest {

    private static final int HTTP = 7780;
    private static final int DATABASE = 40_123;
    private static final int OTHER = 5432;

    private static ForbiddenAddresses forbidden(OptionalInt database, String... allowed) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("local.server.port", "" + HTTP)));
        return new ForbiddenAddresses(
                new DispatchProperties(Duration.ZERO, Set.of(allowed)),
                environment,
                new DatabasePort(database));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void areTheServersOwnPorts(String here) {
        ForbiddenAddresses forbidden = forbidden(OptionalInt.of(DATABASE));
        InetAddress address = InetAddress.ofLiteral(here);

        assertThat(forbidden.why(address, HTTP))
                .hasValueSatisfying(why -> assertThat(why).contains("port 7780"));
        assertThat(forbidden.why(address, DATABASE)).isPresent();
        assertThat(forbidden.why(address, OTHER)).isEmpty();
    }

    @Test
    void areNotTheSamePortsOfOtherMachines() {
        ForbiddenAddresses forbidden = forbidden(OptionalInt.of(DATABASE));
        InetAddress elsewhere = InetAddress.ofLiteral("192.0.2.7");

        assertThat(forbidden.why(elsewhere, HTTP)).isEmpty();
        assertThat(forbidden.why(elsewhere, DATABASE)).isEmpty();
    }

    @Test
    void doNotKnowADatabaseThatIsSomebodyElses() {
        assertThat(forbidden(OptionalInt.empty()).why(InetAddress.ofLiteral("127.0.0.1"), DATABASE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "64:ff9b::a9fe:a9fe",
                "100.100.100.200",
                "0.0.0.0",
                "224.0.0.1"
            })
    void areThoseOfNetworksAndClouds(String address) {
        assertThat(forbidden(OptionalInt.empty()).why(InetAddress.ofLiteral(address), OTHER))
                .isPresent();
    }

    @Test
    void areAllowedByName() {
        assertThat(
                        forbidden(OptionalInt.of(DATABASE), "127.0.0.1")
                                .why(InetAddress.ofLiteral("127.0.0.1"), DATABASE))
                .isEmpty();
    }
}
