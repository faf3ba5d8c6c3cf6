package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    redis,                                  redis, '', redis, false
                    '  redis\t',                            redis, '', redis, false
                    redis optional,                         redis, '', redis, true
                    redis as cache,                         redis, '', cache, false
                    postgresql >= 13 <16 as database,       postgresql, '>=13 <16', database, false
                    postgresql\t>=\t13 !=13.4 optional,     postgresql, '>=13 !=13.4', postgresql, true
                    http = 1.1 as front optional,           http, '=1.1', front, true
                    as,                                     as, '', as, false
                    as as as,                               as, '', as, false
                    optional,                               optional, '', optional, false
                    optional optional,                      optional, '', optional, true
                    foo as optional,                        foo, '', optional, false
                    foo as optional optional,               foo, '', optional, true
                    foo as as optional,                     foo, '', as, true
                    java >= 17.0.1-rc.1,                    java, '>=17.0.1-rc.1', java, false
                    """)
    void isReadFromLeftToRight(
            String line, String name, String range, String binding, boolean optional) {
        assertThat(Requirement.parse(line))
                .isEqualTo(new Requirement(name, range, binding, optional));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "PostgreSQL",
                "a b",
                "redis as",
                "redis as Cache",
                "redis as cache maybe",
                "redis optional optional",
                "redis >=",
                "redis 6",
                "redis >=6<8",
                "redis >=6,<8",
                "redis => 6",
                "redis == 6",
                "redis >= v6",
                "redis >= 6.0.0+build",
                "redis >= 6.x",
                "redis >= 1.2.3.4",
                "redis\n>= 6",
                "redis\u00a0>= 6",
                "redis >= 6 as cache\noptional"
            })
    void isRefusedWithAReason(String line) {
        assertThatThrownBy(() -> Requirement.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n");
    }

    @Test
    void isMetByVersionsThatFitAllBounds() {
        Requirement wanted = Requirement.parse("http >= 1.1 !=2 <3");

        assertThat(wanted.isMetBy(new Provision("http", "1.1.0"))).isTrue();
        assertThat(wanted.isMetBy(new Provision("http", "2.0.0"))).isFalse();
        assertThat(wanted.isMetBy(new Provision("http", "3.0.0-rc.1"))).isTrue();
        assertThat(wanted.isMetBy(new Provision("http", "3"))).isFalse();
        assertThat(wanted.isMetBy(new Provision("https", "2.1"))).isFalse();
    }

    @Test
    void isReadInTimeThatGrowsWithItsLengthOnly() {
        String blanks = " ".repeat(60_000);

        assertThat(Requirement.parse("redis" + blanks + ">=" + blanks + "6").range())
                .isEqualTo(">=6");
        assertThatThrownBy(() -> Requirement.parse("redis" + " >= 6".repeat(10_000) + blanks + "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> usual =
                Arbitraries.strings()
                        .withChars("abz09-")
                        .ofMinLength(1)
                        .ofMaxLength(63)
                        .filter(ParcelName::isName);
        return Arbitraries.oneOf(usual, Arbitraries.of("as", "optional", "a", "http"));
    }

    @Provide
    Arbitrary<List<String>> bounds() {
        Arbitrary<String> versions =
                Arbitraries.of("0", "13", "1.2", "2.0.1", "3.0.0-rc.1", "1.0.0--a.0");
        return Combinators.combine(Arbitraries.of("<", "<=", "=", "!=", ">=", ">"), versions)
                .as(String::concat)
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 1000)
    void isPrintedAsItIsRead(
            @ForAll("names") String name,
            @ForAll("bounds") List<String> bounds,
            @ForAll("names") String binding,
            @ForAll boolean optional) {
        Requirement requirement =
                new Requirement(name, String.join(" ", bounds), binding, optional);

        assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement);
        assertThat(requirement.range()).isEqualTo(String.join(" ", bounds));
    }

    @Property(tries = 2000)
    void isReadOrRefused(@ForAll("lines") String line) {
        try {
            Requirement read = Requirement.parse(line);
            assertThat(Requirement.parse(read.toString())).isEqualTo(read);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> words =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "as", "optional", ">=", "<", "!=", "13", ">=13", "redis", ""),
                        Arbitraries.strings().ascii().ofMaxLength(5),
                        Arbitraries.strings().ofMaxLength(3));
        return words.list().ofMaxSize(7).map(list -> String.join(" ", list));
    }
}
