package dev.cadastre.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.cli.json.JsonReader.NotJson;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void keepsOrderAndNumbersAsTheyWereWritten() throws NotJson {
        String text =
                """
                {
                  "z": 1.10,
                  "a": [
                    true,
                    null,
                    12345678901234567890
                  ],
                  "empty": {},
                  "none": []
                }\
                """;

        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void findsNothingRatherThanFailingWhereAMemberIsMissing() throws NotJson {
        Json json = JsonReader.read("{\"a\": {\"b\": [1]}, \"n\": null}");

        assertThat(json.list("a", "b")).containsExactly(new Json.Numeral("1"));
        assertThat(json.text("a", "x", "y")).isEmpty();
        assertThat(json.text("n")).isEmpty();
        assertThat(json.list("n")).isEmpty();
        assertThat(json.holds("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\" 1}", "[1] [2]", "nul", "\"\u0007\"", "[1,]"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(NotJson.class);
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000))).isInstanceOf(NotJson.class);
    }

    @Property
    void readsWhatItWrites(@ForAll("values") Json value) throws NotJson {
        assertThat(JsonReader.read(JsonWriter.write(value))).isEqualTo(value);
    }

    @Property
    void writesNothingThatATerminalObeys(@ForAll String text) {
        assertThat(JsonWriter.write(new Json.Text(text)).codePoints())
                .noneMatch(codePoint -> Character.isISOControl(codePoint))
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.FORMAT);
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<Json> scalars =
                Arbitraries.oneOf(
                        List.of(
                                Arbitraries.strings().map(Json.Text::new),
                                Arbitraries.integers()
                                        .map(number -> new Json.Numeral(number.toString())),
                                Arbitraries.of(new Json.Truth(true), new Json.Nothing())));
        return Arbitraries.recursive(
                () -> scalars,
                inner ->
                        Arbitraries.oneOf(
                                List.of(
                                        inner.list().ofMaxSize(4).map(Json.Items::new),
                                        Arbitraries.maps(Arbitraries.strings(), inner)
                                                .ofMaxSize(4)
                                                .map(Json.Members::new))),
                0,
                3);
    }
}
