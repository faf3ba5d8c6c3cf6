package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScaleBenchmarkTest {

    @Test
    void isKnownByItsNumberOfHosts() {
        assertThat(ScaleBenchmark.named("scale-200").orElseThrow().name()).isEqualTo("scale-200");
        assertThat(ScaleBenchmark.named("scale-0")).isEmpty();
        assertThat(ScaleBenchmark.named("scale-1000000")).isEmpty();
        assertThat(ScaleBenchmark.named("scale-200x")).isEmpty();
        assertThat(ScaleBenchmark.named("reads")).isEmpty();
    }

    @Test
    void hasPuppetDbBesideItUpToAThousandHosts() throws IOException, InterruptedException {
        assertThat(ScaleBenchmark.named("scale-1000").orElseThrow().peers())
                .containsKey("puppetdb");
        assertThat(ScaleBenchmark.named("scale-1001").orElseThrow().peers()).isEmpty();
    }
}
