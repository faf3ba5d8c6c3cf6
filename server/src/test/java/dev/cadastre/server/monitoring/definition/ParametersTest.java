package dev.cadastre.server.monitoring.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Map<String, String> KNOWN =
            Map.of("address", "10.0.0.1", "odd", "a b; ${address} $(x)", "empty", "");

    private final Parameters parameters =
            new Parameters(name -> Optional.ofNullable(KNOWN.get(name)));

    @Test
    void putsInWhatIsKnown() {
        assertThat(parameters.in(List.of("-H", "${address}", "http://${address}:80/")))
                .containsExactly("-H", "10.0.0.1", "http://10.0.0.1:80/");
        assertThat(parameters.in("x${empty}y")).isEqualTo("xy");
        assertThat(parameters.missing()).isEmpty();
    }

    @Test
    void neverReadsWhatWasPutInAgainNorDividesIt() {
        assertThat(parameters.in(List.of("${odd}"))).containsExactly("a b; ${address} $(x)");
    }

    @Test
    void leavesDollarsThatBeginNoParameter() {
        assertThat(parameters.in("$$ $ARG1$ 5$ ${open")).isEqualTo("$ $ARG1$ 5$ ${open");
    }

    @Test
    void tellsAllThatIsMissing() {
        assertThat(parameters.in(Map.of("a", "${one}", "b", "${two}${one}")))
                .containsEntry("a", "")
                .containsEntry("b", "");
        assertThat(parameters.missing()).containsExactly("one", "two");
    }
}
