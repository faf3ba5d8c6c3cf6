package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Query A = Estate.query("a");
    private static final Query B = Estate.query("b");
    private static final Query EVERYTHING = Query.everything();

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "*", "(*)", "a OR *"})
    void asksForEverything(String text) {
        assertThat(Estate.query(text)).isEqualTo(EVERYTHING);
    }

    @Test
    void joinsWithoutNeedlessLayers() {
        assertThat(Query.allOf(List.of())).isEqualTo(EVERYTHING);
        assertThat(Query.allOf(List.of(A, EVERYTHING))).isEqualTo(A);
        assertThat(Query.anyOf(List.of(A, EVERYTHING))).isEqualTo(EVERYTHING);
        assertThat(Query.anyOf(List.of(A))).isEqualTo(A);
        assertThat(Query.allOf(List.of(Query.allOf(List.of(A, B)), A)))
                .isEqualTo(new Query.And(List.of(A, B, A)));
    }

    @Test
    void refusesJointsOfNothing() {
        assertThatThrownBy(() -> new Query.And(List.of(A)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Query.Or(List.of(A, EVERYTHING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.anyOf(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void remembersWhereATermStands() {
        Query query = Estate.query("😀 -(env:prod OR b)");

        assertThat(query.terms().map(Query.Term::place))
                .containsExactly(new Place(1, 1), new Place(5, 8), new Place(17, 1));
    }

    @Test
    void isEqualWhereverItStands() {
        assertThat(Estate.query("  env:prod   NOT x"))
                .isEqualTo(Estate.query("environment:\"prod\" -x"))
                .hasSameHashCodeAs(Estate.query("env:prod -x"));
    }

    @Test
    void refusesTermsThatNoTextMeans() {
        Field env = Estate.FIELDS.all().get(0);
        Pattern glob = Pattern.of("-x*");

        assertThatThrownBy(() -> new Query.Match(env, null, List.of(), null, Place.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Query.Match(env, glob, List.of(glob), null, Place.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Query.FreeText(List.of(glob), Place.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
