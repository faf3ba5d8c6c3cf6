package dev.cadastre.server.storage.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaVersionsTest {

    private static final Map<String, String> NEWEST = Map.of("estate", "2", "access", "10");

    @Test
    void takesWhatIsAsOldOrOlder() {
        assertThatCode(() ->
                        SchemaVersions.requireKnown(
                                Map.of("estate", "1", "access", "10"), NEWEST, "The backup"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNewerInOneSentenceWithEveryPart() {
        Map<String, String> found = Map.of("estate", "3", "access", "9", "billing", "1");

        assertThatThrownBy(() -> SchemaVersions.requireKnown(found, NEWEST, "The database"))
                .isInstanceOf(BackupRefused.class)
                .hasMessage(
                        "The database is newer than this program: part billing, which it does not"
                                + " know; part estate version 3 instead of at most 2");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() ->
                        SchemaVersions.requireKnown(Map.of("estate", "2.1"), NEWEST, "The backup"))
                .isInstanceOf(BackupRefused.class);
    }
}
