package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'a':2}      | it is no JSON",
                "{} {}              | it is no JSON",
                "{                  | it is no JSON",
                "' '                | it is empty",
                "\uFEFF{}           | it is no JSON",
                "['\\ud83d']        | half of a character",
                "{'\\udc00':1}      | half of a character",
                "nul                | it is no JSON",
                "<html></html>      | it is no JSON",
            })
    void refuses(String json, String why) {
        assertThatThrownBy(() -> JsonDocument.read(bytes(json.replace('\'', '"')), 1_000))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesMoreThanItsBounds() {
        assertThatThrownBy(() -> JsonDocument.read(bytes("[1,2]"), 4))
                .hasMessageContaining("more than 4 bytes");
        assertThatThrownBy(() ->
                        JsonDocument.read(bytes("[".repeat(10_000) + "]".repeat(10_000)), 1 << 20))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() ->
                        JsonDocument.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE), 1_000))
                .isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonDocument.read(new byte[] {'"', (byte) 0xC3, '"'}, 1_000))
                .hasMessageContaining("not in UTF-8");
    }

    @Test
    void readsWhatIsGood() throws Exception {
        assertThat(
                        JsonDocument.read(bytes("{\"a\":[{\"b\":\"c\"}]}"), 1_000)
                                .at("/a/0/b")
                                .stringValue())
                .isEqualTo("c");
    }
}
