package dev.cadastre.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.RunSecrets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTest {

    private final RunSecrets secrets = new RunSecrets((_, _) -> "hunter22");
    private final Printed printed = new Printed(secrets);

    @Test
    void hidesASecretThatIsToldInTwoParts() {
        assertThat(secrets.get("sudo").value()).isEqualTo("hunter22");
        printed.append("it is hunt");
        String first = String.join("", printed.take(false));
        printed.append("er22, they say");

        assertThat(first + String.join("", printed.take(true))).isEqualTo("it is ******, they say");
    }

    @Test
    void saysSomethingEvenIfNothingWasPrinted() {
        assertThat(printed.take(false)).containsExactly("");
        assertThat(printed.take(true)).containsExactly("");
    }

    @Test
    void isToldInPiecesThatCutNoCharacter() {
        printed.append("x" + "😀".repeat(100_000));

        List<String> pieces = printed.take(true);

        assertThat(String.join("", pieces)).isEqualTo("x" + "😀".repeat(100_000));
        assertThat(pieces)
                .hasSizeGreaterThan(1)
                .allSatisfy(piece -> {
                    assertThat(piece.length()).isLessThanOrEqualTo(64 << 10);
                    assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                            .isFalse();
                });
    }

    @Test
    void keepsNoMoreThanCanBeToldAndSaysHowMuchIsMissing() {
        for (int i = 0; i < 30; i++) {
            printed.append("y".repeat(100_000));
        }

        assertThat(String.join("", printed.take(true)))
                .hasSizeLessThan(1_100_000)
                .contains("1,951,424 characters are left out here");
    }
}
