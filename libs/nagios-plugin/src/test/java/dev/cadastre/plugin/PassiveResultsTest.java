package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassiveResultsTest {

    @Test
    void readsResultsOfServicesAndHosts() {
        PassiveResults results =
                PassiveResults.parse(
                        """
                        [1700000000] PROCESS_SERVICE_CHECK_RESULT;web1;backup;1;late; by an hour | age=3600s\\nlong \\\\n text

                        [1700000001] PROCESS_HOST_CHECK_RESULT;web2;1;no answer\r
                        [1700000002] PROCESS_HOST_CHECK_RESULT;web3;0;
                        [1700000003] PROCESS_SERVICE_CHECK_RESULT;web1;load;9;odd
                        """);

        assertThat(results.problems()).isEmpty();
        assertThat(results.results())
                .extracting(
                        r -> r.host() + " " + r.service().orElse("-") + " " + r.result().state())
                .containsExactly(
                        "web1 backup WARNING", "web2 - CRITICAL", "web3 - OK", "web1 load UNKNOWN");
        PassiveResult first = results.results().getFirst();
        assertThat(first.time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(first.result().text()).isEqualTo("late; by an hour");
        assertThat(first.result().longText()).isEqualTo("long \\n text");
        assertThat(first.result().metrics()).extracting(Metric::label).containsExactly("age");
        assertThat(results.results().getLast().result().cause())
                .contains("Exit code 9, which states no state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "hello # 'hello' is no external command: [TIME] NAME;…",
                "[x] PROCESS_HOST_CHECK_RESULT;h;0;o # '[x] PROCESS_HOST_CHECK_RESULT;h;0;o' is no external command: [TIME] NAME;…",
                "[9999999999999999999] PROCESS_HOST_CHECK_RESULT;h;0;o # '9999999999999999999' is no time in seconds since 1970",
                "[1] ENABLE_NOTIFICATIONS # 'ENABLE_NOTIFICATIONS' brings no result; PROCESS_SERVICE_CHECK_RESULT and PROCESS_HOST_CHECK_RESULT do",
                "[1] PROCESS_SERVICE_CHECK_RESULT;h;s # A service's result has HOST;SERVICE;CODE;OUTPUT",
                "[1] PROCESS_SERVICE_CHECK_RESULT;h;;0;o # A service's result has HOST;SERVICE;CODE;OUTPUT",
                "[1] PROCESS_SERVICE_CHECK_RESULT;h;s;OK;o # The code 'OK' is no number",
                "[1] PROCESS_HOST_CHECK_RESULT;;0;o # A host's result has HOST;CODE;OUTPUT",
                "[1] PROCESS_HOST_CHECK_RESULT;h;0x1;o # The code '0x1' is no number"
            })
    void refusesALineAndReadsTheOthers(String line, String why) {
        PassiveResults results =
                PassiveResults.parse("[1] PROCESS_HOST_CHECK_RESULT;a;0;o\n" + line);

        assertThat(results.results()).hasSize(1);
        assertThat(results.problems())
                .containsExactly(new Problem("passive.line", line, "Line 2: " + why));
    }
}
