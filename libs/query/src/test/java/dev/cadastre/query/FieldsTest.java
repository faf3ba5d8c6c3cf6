package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static final Field ENV =
            Field.named("env", "the environment").withAliases("environment").withNames(Names.OPEN);

    @Test
    void findsAFieldByNameAndAlias() {
        Fields fields = Fields.of(ENV);

        assertThat(fields.find("env")).isEqualTo(ENV);
        assertThat(fields.find("environment")).isEqualTo(ENV);
        assertThat(fields.find("Env")).isNull();
    }

    @Test
    void joinsTheFieldsOfSeveralOwners() {
        Field group = Field.named("group", "the group").withNames(Names.OPEN);

        assertThat(Fields.of(ENV).and(List.of(group)).all()).containsExactly(ENV, group);
    }

    @Test
    void refusesAllConflictsAtOnce() {
        Field other =
                Field.named("environment", "")
                        .withAliases("env")
                        .withNames(Names.oneOf("dev", "prod"));
        Field idle = Field.named("idle", "");
        Field nameless =
                Field.named("old", "").withComparisons(Comparisons.ofNamed(OperandKind.VERSION));

        assertThatThrownBy(() -> Fields.of(ENV).and(List.of(other, idle, nameless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "environment is claimed by env and environment; env is claimed by env and"
                                + " environment; idle takes neither names nor comparisons; old"
                                + " compares what is named, but takes no names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Env", "a.b", "a b", "1a", "a:", "é"})
    void refusesNamesThatNoQueryCanHold(String name) {
        assertThatThrownBy(() -> Field.named(name, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a*", "a,b", "\u0007"})
    void refusesWordsThatNoQueryCanHold(String word) {
        assertThatThrownBy(() -> Names.oneOf(word)).isInstanceOf(IllegalArgumentException.class);
    }
}
