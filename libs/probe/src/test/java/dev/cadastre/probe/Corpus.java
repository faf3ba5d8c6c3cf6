package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text that hosts printed, kept beside the tests. */
final class Corpus {

    private Corpus() {}

    static String text(String name) throws IOException {
        try (InputStream in = Corpus.class.getResourceAsStream("/corpus/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Understands one section of a report that is otherwise empty. */
    static Report section(String section, String payload) {
        return ProbeRun.parsed(
                "@cadastre-report 1 1700000000\n@section "
                        + section
                        + "\n"
                        + payload
                        + "\n@done ok 1 0\n@end\n");
    }

    static List<String> lines(String name) throws IOException {
        return text(name).lines().toList();
    }
}
