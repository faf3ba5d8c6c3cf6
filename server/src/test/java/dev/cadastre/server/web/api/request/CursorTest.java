package dev.cadastre.server.web.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.web.api.problem.ProblemException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CursorTest {

    @Property
    void comesBackAsItWasSent(@ForAll @StringLength(max = 400) String position) {
        if (!position.chars().mapToObj(c -> (char) c).anyMatch(Character::isSurrogate)) {
            assertThat(Cursor.decode(new Cursor(position).encode()).position()).isEqualTo(position);
        }
    }

    @Property
    void refusesForeignTextWithASentence(@ForAll String text) {
        try {
            assertThat(Cursor.decode(text).encode()).isNotEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("It is not a cursor; take it from \"next\".");
        }
    }

    @Example
    void refusesTheCursorOfAnotherList() {
        assertThatThrownBy(() -> new Cursor("web1").number())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another list");
    }
}
