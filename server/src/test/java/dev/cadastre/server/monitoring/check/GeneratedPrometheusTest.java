package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class GeneratedPrometheusTest {

    @Property(tries = 500)
    void readsWhatIsWritten(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @Size(max = 5)
                    Map<
                                    @AlphaChars @StringLength(min = 1, max = 9) String,
                                    @StringLength(max = 20) String>
                            labels,
            @ForAll double value) {
        String written =
                labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", name + "{", "} " + value));

        assertThat(SampleLine.parse(written)).contains(new Sample(name, labels, value));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Property(tries = 1000)
    void readsSomethingOrNothingOfAnyLine(@ForAll @StringLength(max = 60) String line) {
        Optional<Sample> sample = SampleLine.parse(line);

        sample.ifPresent(read -> assertThat(read.name()).isNotEmpty());
    }
}
