package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MustacheRenderingTest {

    private static final Map<String, String> VALUES =
            Map.of("http.port", "8080", "name", "<b> & 'c'", "empty", "");

    private final MustacheRendering rendering = new MustacheRendering();

    @Test
    void takesANameWithDotsForOneName() {
        assertThat(rendering.render("port {{http.port}}\n", VALUES)).isEqualTo("port 8080\n");
    }

    @Test
    void escapesNothing() {
        assertThat(rendering.render("{{name}}|{{{name}}}", VALUES))
                .isEqualTo("<b> & 'c'|<b> & 'c'");
    }

    @Test
    void leavesAnEmptyValueEmpty() {
        assertThat(rendering.render("[{{empty}}]", VALUES)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{missing}}",
                "{{#missing}}x{{/missing}}",
                "{{^missing}}x{{/missing}}",
                "{{name.class}}",
                "{{name.bytes}}",
                "{{>other}}",
                "{{#name}}never closed",
            })
    void refusesWhatIsBrokenOrAsksForMoreThanTheValues(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> rendering.render(template, VALUES));
    }
}
