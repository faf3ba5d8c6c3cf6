package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.plugin.PluginState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafePatternTest {

    private static SafePattern pattern(String text) {
        return ((SafePattern.Usable) SafePattern.of(text)).pattern();
    }

    @Test
    void findsAnywhereAndMatchesAll() throws CheckFailure {
        Course course = TestChecks.course();

        assertThat(pattern("b+").find("abba", course)).isTrue();
        assertThat(pattern("b+").matches("abba", course)).isFalse();
        assertThat(pattern("ab+a").matches("abba", course)).isTrue();
    }

    @Test
    void isNotLedAstrayByNestedRepetitions() throws CheckFailure {
        String text = "a".repeat(10_000) + "!";

        assertThat(pattern("^(a+)+$").find(text, TestChecks.course())).isFalse();
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        Course over = new Course(Duration.ZERO, System::nanoTime, name -> Optional.empty());

        assertThatThrownBy(() -> pattern("(x|y)*z").find("xy".repeat(10_000), over))
                .isInstanceOfSatisfying(
                        CheckFailure.class,
                        failure -> assertThat(failure.state()).isEqualTo(PluginState.UNKNOWN));
    }

    @Test
    void refusesRepetitionsThatMultiply() {
        assertThat(SafePattern.of("a{1000}")).isInstanceOf(SafePattern.Usable.class);
        assertThat(SafePattern.of("(a{50}){50}")).isInstanceOf(SafePattern.Unusable.class);
        assertThat(SafePattern.of("(a{50,}){,50}{50}")).isInstanceOf(SafePattern.Unusable.class);
    }
}
