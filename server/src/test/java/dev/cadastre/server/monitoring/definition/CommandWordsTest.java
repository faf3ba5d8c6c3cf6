package dev.cadastre.server.monitoring.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CommandWordsTest {

    @Example
    void dividesAsAShellDoes() {
        assertThat(CommandWords.of("check_x  -w 10% \"a b\"c 'd\"\\e' \\\" ''"))
                .contains(List.of("check_x", "-w", "10%", "a bc", "d\"\\e", "\"", ""));
        assertThat(CommandWords.of("check_x $(reboot) ; `ls` *"))
                .contains(List.of("check_x", "$(reboot)", ";", "`ls`", "*"));
        assertThat(CommandWords.of("  ")).contains(List.of());
    }

    @Example
    void hasNothingForWhatIsLeftOpen() {
        assertThat(CommandWords.of("a 'b")).isEmpty();
        assertThat(CommandWords.of("a \"b")).isEmpty();
        assertThat(CommandWords.of("a \\")).isEmpty();
    }

    @Property
    void findsEveryQuotedWordAgain(@ForAll @Size(max = 8) List<String> words) {
        String line =
                words.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));

        assertThat(CommandWords.of(line)).contains(words);
    }

    @Property
    void readsAnything(@ForAll String line) {
        assertThat(CommandWords.of(line)).isNotNull();
    }
}
