package dev.cadastre.parcel.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static String written(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }

    /** The example of RFC 8785, without its fractions. */
    @Test
    void writesTheExampleOfTheStandard() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("numbers", List.of(333333333, 4L, -2));
        example.put("string", "\u20ac$\u000f\nA'B\"\\\\\"/");
        example.put("literals", List.of(true, false));

        assertThat(written(example))
                .isEqualTo(
                        "{\"literals\":[true,false],\"numbers\":[333333333,4,-2],"
                                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** The order of RFC 8785, 3.2.3: by UTF-16 units, so that an emoji is before U+FB33. */
    @Test
    void sortsMembersByTheirUnits() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name :
                List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            members.put(name, name.length());
        }

        assertThat(written(members))
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,"
                                + "\"\ud83d\ude00\":2,\"\ufb33\":1}");
    }

    @Test
    void refusesWhatHasNoSingleForm() {
        assertThatThrownBy(() -> CanonicalJson.write(1.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(CanonicalJson.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write("half: \ud83d"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void writesWhatIsReadAgain(@ForAll Map<String, Long> numbers) throws Exception {
        Map<String, Object> some = new LinkedHashMap<>();
        numbers.forEach((name, number) -> {
            if (CanonicalJson.isUnicode(name)) {
                some.put(name, number % CanonicalJson.MOST);
            }
        });
        byte[] once = CanonicalJson.write(some);

        assertThat(CanonicalJson.write(JsonDocument.read(once, 1 << 20))).isEqualTo(once);
    }
}
