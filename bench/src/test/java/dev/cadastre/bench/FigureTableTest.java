package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    private static final Machine MACHINE =
            new Machine(2, "AMD EPYC", 24_105, "6.1.0", Map.of("puppetdb", "left out: no apt"));

    @Test
    void writesPeersInItalicsAndSaysWhyOneIsLeftOut() {
        Figure ours = Figure.of("first reports", "/s", Samples.of(82.6)).wanted(100);
        Figure theirs = Figure.of("PuppetDB: first reports", "/s", Samples.of(34.5)).ofPeer();
        Result result =
                new Result("scale-1000", Instant.EPOCH, 0.5, MACHINE, List.of(ours, theirs));

        assertThat(FigureTable.of(result))
                .contains("\n| first reports | 82.6 /s |")
                .contains("\n| *PuppetDB: first reports* | 34.5 /s |")
                .contains("{puppetdb=left out: no apt}");
    }
}
