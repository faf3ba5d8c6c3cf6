package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignersTest {

    private static final String KEY =
            "MCowBQYDK2VwAyEAOLO78ZbsCyP5wWqwAPwMQh9Q0Ae2e4MhHM30EJE+9Q0=";

    private static EstateModel model(String text) {
        return EstateFile.read("estate.ini", text).modelOrThrow();
    }

    @Test
    void namesTheKeyByWhichSignaturesAreVerifiedAndUntilWhen() {
        EstateModel model =
                model(
                        """
                        [signer ci]
                        key = %s
                        until = 2027-01-31
                        [signer release]
                        key = %<s
                        """
                                .formatted(KEY));

        DeclaredSigner declared = Objects.requireNonNull(model.signers().get("ci"));
        assertThat(declared.origin()).hasToString("estate.ini:1");
        assertThat(declared.signer().key().line()).isEqualTo(KEY);
        assertThat(declared.signer().until()).isEqualTo(Instant.parse("2027-01-31T00:00:00Z"));
        assertThat(Objects.requireNonNull(model.signers().get("release")).signer().until())
                .isNull();
    }

    @Test
    void anEnvironmentTrustsWhomItNamesOrWhomDefaultNames() {
        EstateModel model =
                model(
                        """
                        [DEFAULT]
                        trust = ci
                        [signer ci]
                        key = %s
                        [signer release]
                        key = %<s
                        [environment dev]
                        trust =
                        [environment qa]
                        [environment prod]
                        trust = release, ci
                        """
                                .formatted(KEY));

        assertThat(trust(model, "dev")).isNull();
        assertThat(trust(model, "qa")).isEqualTo(List.of("ci"));
        assertThat(trust(model, "prod")).isEqualTo(List.of("release", "ci"));
    }

    private static @Nullable List<String> trust(EstateModel model, String environment) {
        return Objects.requireNonNull(model.environments().get(environment)).trust();
    }

    @Test
    void aSignerThatIsAddedOrChangedIsSeenInAPlan() {
        EstateModel before = model("[signer ci]\nkey = %s\n".formatted(KEY));
        EstateModel after = model("[signer ci]\nkey = %s\nuntil = 2027-01-31\n".formatted(KEY));

        assertThat(EstateDiff.between(before, after).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(SectionKind.SIGNER);
                    assertThat(change.name()).isEqualTo("ci");
                });
    }
}
