package dev.cadastre.server.web.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.KeyAcceptance;
import dev.cadastre.api.NewHost;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissingFieldsTest {

    record Outer(@Nullable String optional, List<Inner> inner, String needed) {}

    record Inner(String name) {}

    @Test
    void namesEveryMissingFieldByItsPath() throws ReflectiveOperationException {
        Inner nameless = empty(Inner.class);
        var outer = new Outer(null, List.of(new Inner("there"), nameless), "there");

        assertThat(MissingFields.of(outer)).containsExactly("inner.1.name");
        assertThat(MissingFields.of(empty(KeyAcceptance.class))).containsExactly("fingerprint");
    }

    @Test
    void letsNullableFieldsBeMissing() {
        assertThat(MissingFields.of(new NewHost("ops@web1", null, null, null, null))).isEmpty();
    }

    /** As a JSON reader makes it from {@code {}}. */
    private static <T> T empty(Class<T> type) throws ReflectiveOperationException {
        return type.getDeclaredConstructor(String.class).newInstance((Object) null);
    }
}
