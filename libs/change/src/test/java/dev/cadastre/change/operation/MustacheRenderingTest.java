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

    @Test
    void leavesOutASectionForWhatIsFalse() {
        Map<String, String> values = Map.of("kept", "true", "tls", "false", "name", "x");
        assertThat(rendering.render("{{#kept}}yes{{/kept}}{{^kept}}no{{/kept}}", values))
                .isEqualTo("yes");
        assertThat(rendering.render("{{#tls}}yes{{/tls}}{{^tls}}no{{/tls}} {{tls}}", values))
                .isEqualTo("no false");
        assertThat(rendering.render("{{#name}}{{.}}{{/name}}", values)).isEqualTo("x");
    }

    @Test
    void goesThroughTheMembersOfAList() {
        Map<String, String> values =
                Map.of("nets.count", "2", "nets.0", "10.0.0.0/8", "nets.1", "::1/128", "app", "a");
        assertThat(rendering.render("{{#nets.each}}{{app}}:{{.}};{{/nets.each}}", values))
                .isEqualTo("a:10.0.0.0/8;a:::1/128;");
    }

    @Test
    void goesThroughMembersThatHaveSeveralValues() {
        Map<String, String> values =
                Map.of(
                        "web.count", "2",
                        "web.0.host", "web1",
                        "web.0.http.port", "80",
                        "web.1.host", "web2",
                        "web.1.http.port", "81",
                        "web.10.host", "of nobody");
        assertThat(rendering.render("{{#web.each}}{{host}}:{{http.port}} {{/web.each}}", values))
                .isEqualTo("web1:80 web2:81 ");
    }

    @Test
    void findsNothingInAListThatIsEmpty() {
        assertThat(
                        rendering.render(
                                "[{{#nets.each}}x{{/nets.each}}{{^nets.each}}none{{/nets.each}}]",
                                Map.of("nets.count", "0")))
                .isEqualTo("[none]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{missing}}",
                "{{#missing.each}}x{{/missing.each}}",
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
