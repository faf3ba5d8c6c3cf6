package dev.cadastre.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KEYS =
            List.of("address", "ssh.user", "ssh.port", "environment", "qa", "prod");

    @ParameterizedTest
    @CsvSource({
        "adress, address",
        "ssh.usr, ssh.user",
        "shs.user, ssh.user",
        "enviroment, environment",
        "prdo, prod",
        "qs, qa",
    })
    void findsTheWordThatWasMeant(String wrong, String meant) {
        assertThat(Spelling.closest(wrong, KEYS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"owner", "prrx1", "x", "addr"})
    void suggestsNothingFarFetched(String word) {
        assertThat(Spelling.closest(word, KEYS)).isNull();
    }

    @Test
    void prefersTheNearest() {
        assertThat(Spelling.closest("web12", List.of("web345", "web21", "web123")))
                .isEqualTo("web21");
    }

    @Test
    void givesUpOnAbsurdlyLongWords() {
        String word = "x".repeat(10_000);

        assertThat(Spelling.closest(word, List.of(word))).isNull();
    }
}
