package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.map.TeamDefinition;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamRecordsTest {

    private static final List<String> SENT =
            Arrays.stream(TeamDefinition.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();

    /** A title is no way to reach anybody. */
    @Test
    void takesAllThatIsSentByTheKeyThatTheEstateFileHas() throws Exception {
        Constructor<?> made = TeamDefinition.class.getDeclaredConstructors()[0];
        var sent = (TeamDefinition) made.newInstance(SENT.toArray());

        assertThat(TeamRecords.contacts(sent).values())
                .containsExactlyInAnyOrderElementsOf(
                        SENT.stream().filter(name -> !name.equals("title")).toList());
        assertThat(TeamRecords.contacts(sent))
                .allSatisfy((key, name) ->
                        assertThat(key.replaceAll("[.-]", "")).isEqualToIgnoringCase(name));
    }
}
