package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the cases in files cannot say. */
class LayersTest {

    private static final Origin LINE = new Origin("command line", 0);
    private static final ParameterSchema SCHEMA =
            Schemas.good(
                    """
                    {"properties": {
                       "workers": {"type": "integer", "from": "fact:cpu.count"},
                       "key": {"type": "string", "secret": true, "from": "generate:password:20"}}}
                    """);

    /** Remembers what it was asked for. */
    private static final class Asked implements Sources {

        private final List<String> questions = new ArrayList<>();
        private final Passwords passwords = new Passwords(new SecureRandom());

        @Override
        public Optional<Given> fact(String name) {
            questions.add("fact " + name);
            return Optional.of(Given.text("4", new Origin("fact " + name, 0)));
        }

        @Override
        public Optional<Given> estate(String key) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<Given> requirement(String binding, String key) {
            throw new AssertionError(binding + key);
        }

        @Override
        public Given generated(String parameter, int length) {
            questions.add("generated %s %d".formatted(parameter, length));
            return Given.text(passwords.next(length), new Origin("generated", 0));
        }
    }

    @Test
    void asksSourcesOnlyForWhatNobodyGives() {
        Asked sources = new Asked();
        Layer given = Layer.of("command line", Map.of("workers", Given.text("2", LINE)));

        ParameterValues values =
                Layers.of(List.of(SCHEMA)).with(given).resolve(sources).values().orElseThrow();

        assertThat(sources.questions).containsExactly("generated key 20");
        assertThat(values.texts().get("key")).matches("[A-Za-z0-9]{20}");
    }

    @Test
    void asksSourcesForNothingWhereWhatWasGivenIsWrong() {
        Asked sources = new Asked();
        Map<String, Given> wrong =
                Map.of("workers", Given.text("x", LINE), "key", Given.text("\u0000", LINE));

        Layers.of(List.of(SCHEMA)).with(Layer.of("command line", wrong)).resolve(sources);

        assertThat(sources.questions).isEmpty();
    }

    @Test
    void showsNoSecretUnlessAskedForTheTextItself() {
        Given key = Given.text("HUSH", LINE);
        Layer layer = Layer.of("command line", Map.of("key", key));

        ParameterValuesReading reading =
                Layers.of(List.of(SCHEMA)).with(layer).with(layer).resolve(new Asked());
        ParameterValues values = reading.values().orElseThrow();

        assertThat(List.of(reading, values, values.values(), layer, key).toString())
                .doesNotContain("HUSH")
                .contains("(secret) from command line");
        assertThat(values.texts()).containsEntry("key", "HUSH");
    }

    @Test
    void refusesBindingsThatTheParcelDoesNotHave() {
        byte[] json =
                "{\"properties\": {\"a\": {\"type\": \"string\", \"from\": \"requirement:db.host\"}}}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(ParameterSchema.read("x", json, Set.of("db")).problems()).isEmpty();
        assertThat(ParameterSchema.read("x", json, Set.of("cache")).problems())
                .singleElement()
                .hasToString(
                        "x:1: error: from of 'a' says 'requirement:db.host'; no requirement is"
                                + " called db; write what the value is taken from if nobody gives"
                                + " one [parcel.parameter-from]");
    }

    @Test
    void aParcelWithoutParametersTakesNone() {
        Layer layer = Layer.of("command line", Map.of("a", Given.text("1", LINE)));

        assertThat(ParameterSchema.none().names()).isEmpty();
        assertThat(Layers.of(List.of(ParameterSchema.none())).resolve(new Asked()).problems())
                .isEmpty();
        assertThat(Layers.of(List.of()).with(layer).resolve(new Asked()).problems())
                .singleElement()
                .hasToString(
                        "command line: error: there is no parameter 'a'; leave it out"
                                + " [parameter.unknown]");
    }

    @Test
    void passwordsAreOfLettersAndDigitsAlone() {
        Passwords passwords = new Passwords(new Random(1));

        assertThat(passwords.next(10_000)).matches("[A-Za-z0-9]{10000}");
        assertThat(passwords.next(10_000).chars().distinct().count()).isEqualTo(62);
        assertThat(passwords.next(32)).isNotEqualTo(passwords.next(32));
    }
}
