package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PingCheckTest {

    /** Echoes after so many milliseconds; below zero none. */
    private static Echo echoes(double... millis) {
        Deque<OptionalDouble> coming = new ArrayDeque<>();
        Arrays.stream(millis)
                .mapToObj(m -> m < 0 ? OptionalDouble.empty() : OptionalDouble.of(m))
                .forEach(coming::add);
        return new Echo() {
            @Override
            public boolean isPossible() {
                return true;
            }

            @Override
            public OptionalDouble ask(InetAddress address, Duration limit, Course course) {
                return coming.remove();
            }
        };
    }

    private static PluginResult run(Echo echo, Map<String, String> settings) {
        return new TestChecks().echo(echo).run(CheckKind.PING, settings);
    }

    @Test
    void tellsTheMeanTimeAndTheLoss() {
        PluginResult result =
                run(echoes(1, 2, -1, 3, 4), Map.of("host", "192.0.2.1", "lossWarning", "50"));

        assertThat(result.text())
                .isEqualTo("PING OK: echoes of 192.0.2.1 after 2.500 ms in the mean, 20 % lost");
        assertThat(result.metrics())
                .extracting(Metric::toString)
                .containsExactly("rta=2.5ms;;;0", "pl=20%;50;60;0;100");
        assertThat(result.longText()).contains("By ICMP echo");
    }

    @Test
    void judgesTimeAndLoss() {
        Map<String, String> settings =
                Map.of("host", "192.0.2.1", "count", "2", "rtaWarning", "5", "rtaCritical", "50");

        assertThat(run(echoes(10, 10), settings).state()).isEqualTo(PluginState.WARNING);
        assertThat(run(echoes(90, 90), settings).state()).isEqualTo(PluginState.CRITICAL);
        assertThat(run(echoes(1, -1), settings).state()).isEqualTo(PluginState.WARNING);
    }

    @Test
    void isCriticalOfAHostOfWhichNothingComesWhateverTheThresholds() {
        PluginResult result =
                run(
                        echoes(-1, -1),
                        Map.of(
                                "host", "192.0.2.1",
                                "count", "2",
                                "lossWarning", "100",
                                "lossCritical", "100"));

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text()).contains("192.0.2.1 does not answer");
    }

    @Test
    void doesNotPretendWhereIcmpIsImpossible() {
        PluginResult result = run(TestChecks.NO_ECHO, Map.of("host", "127.0.0.1"));

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.longText()).contains("ping_group_range").contains("CAP_NET_RAW");
    }

    @Test
    void readsTheRightFromWhatLinuxSaysOfAProcess() {
        assertThat(JavaEcho.mayOpenRawSockets("Name:\tx\nCapEff:\t000001ffffffffff\n")).isTrue();
        assertThat(JavaEcho.mayOpenRawSockets("CapEff:\t0000000000002000\n")).isTrue();
        assertThat(JavaEcho.mayOpenRawSockets("CapPrm:\tff\nCapEff:\t0000000000000000")).isFalse();
        assertThat(JavaEcho.mayOpenRawSockets("nonsense")).isFalse();
    }

    @Test
    void knowsTheAnswerToItsOwnQuestionOnly() {
        EchoMessage asked = EchoMessage.to(InetAddress.ofLiteral("192.0.2.1"), 42);
        ByteBuffer answer = asked.bytes();

        assertThat(asked.isAnsweredBy(answer)).isFalse();
        answer.put(0, (byte) 0);
        assertThat(asked.isAnsweredBy(answer)).isTrue();
        assertThat(asked.isAnsweredBy(answer.slice(0, 12))).isFalse();
        assertThat(EchoMessage.to(InetAddress.ofLiteral("::1"), 42).isAnsweredBy(answer)).isFalse();
        assertThat(EchoMessage.to(InetAddress.ofLiteral("192.0.2.1"), 43).isAnsweredBy(answer))
                .isFalse();
    }

    /** Which of the ways is open depends on the machine; none may pretend. */
    @ParameterizedTest
    @MethodSource("ways")
    void hearsRealEchoesOrSaysThatItCannot(Echo way) {
        PluginResult result = run(way, Map.of("host", "127.0.0.1"));

        assertThat(result.state())
                .as(result.text())
                .isEqualTo(way.isPossible() ? PluginState.OK : PluginState.UNKNOWN);
    }

    static Stream<Echo> ways() {
        return Stream.of(new JavaEcho(), new DatagramEcho());
    }
}
