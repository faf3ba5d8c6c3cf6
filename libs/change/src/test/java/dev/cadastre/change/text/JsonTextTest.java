package dev.cadastre.change.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void isOnOneLineWithNothingUnseen() {
        assertThat(JsonText.quoted("a\n\t\"\\/ü\u0000\u202e\ud800"))
                .isEqualTo("\"a\\n\\t\\\"\\\\/ü\\u0000\\u202e\\ud800\"");
        assertThat(JsonText.object(Map.of())).isEqualTo("{}\n");
        assertThat(JsonText.object(Map.of("a", "{\n\n}")))
                .isEqualTo("{\n  \"a\": \"{\\n\\n}\"\n}\n");
    }

    @Test
    void isReadAsOthersWriteIt() {
        assertThat(JsonText.text(" \"\\u00FC\\/\\b\" ")).contains("ü/\b");
        assertThat(JsonText.texts("{ \"a\" :\"1\",\r\n\"b\":\"\"}"))
                .contains(Map.of("a", "1", "b", ""));
        assertThat(JsonText.texts("{ }")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "\"",
                "\"a",
                "\"a\"b",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u+123\"",
                "\"a\nb\"",
                "1"
            })
    void refusesWhatIsNoText(String json) {
        assertThat(JsonText.text(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1}",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\" \"c\":\"d\"}",
                "{\"a\":\"b\",\"a\":\"c\"}",
                "{\"a\":{}}",
                "[]"
            })
    void refusesWhatIsNoObjectOfTexts(String json) {
        assertThat(JsonText.texts(json)).isEmpty();
    }
}
