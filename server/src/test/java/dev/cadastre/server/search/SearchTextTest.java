package dev.cadastre.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SearchTextTest {

    private static final KnownNames KNOWN = new Names(Set.of("qa", "prod"), Set.of("web1", "db1"));

    @Example
    void readsTheWholeQuestion() {
        SearchIntent intent = parse("openssl on web1 in qa");

        assertThat(intent.subject()).isEqualTo("openssl");
        assertThat(intent.host()).isEqualTo("web1");
        assertThat(intent.environment()).isEqualTo("qa");
        assertThat(intent.words()).isEmpty();
        assertThat(intent.reasons())
                .containsExactly(
                        "\"web1\" is a host, because \"on\" stands before it.",
                        "\"qa\" is an environment, because \"in\" stands before it.",
                        "\"openssl\" is what to look for.");
    }

    @Example
    void recognisesKnownNamesWithoutPrepositions() {
        assertThat(parse("web1 openssl").host()).isEqualTo("web1");
        assertThat(parse("web1 openssl").subject()).isEqualTo("openssl");
        assertThat(parse("openssl qa").environment()).isEqualTo("qa");
    }

    @Example
    void recognisesJoinedForms() {
        assertThat(parse("qa:openssl"))
                .extracting(SearchIntent::environment, SearchIntent::subject)
                .containsExactly("qa", "openssl");
        assertThat(parse("openssl@web1"))
                .extracting(SearchIntent::host, SearchIntent::subject)
                .containsExactly("web1", "openssl");
    }

    @Example
    void leavesNamesWithColonsAloneWhereTheirHeadIsNoPlace() {
        assertThat(parse("org.apache:log4j-core").subject()).isEqualTo("org.apache:log4j-core");
    }

    @Example
    void believesPrepositionsAlsoBeforeUnknownNames() {
        assertThat(parse("openssl on web9").host()).isEqualTo("web9");
        assertThat(parse("openssl in qa2").environment()).isEqualTo("qa2");
    }

    @Example
    void forgivesTheWrongPrepositionBeforeAKnownName() {
        assertThat(parse("openssl in web1").host()).isEqualTo("web1");
        assertThat(parse("openssl on qa").environment()).isEqualTo("qa");
    }

    @Example
    void writesNamesAsTheyAreReallyWritten() {
        assertThat(parse("openssl on WEB1 in QA"))
                .extracting(SearchIntent::host, SearchIntent::environment)
                .containsExactly("web1", "qa");
    }

    @Example
    void keepsWhatItDoesNotUnderstand() {
        assertThat(parse("openssl on web1 on db1 please").words())
                .containsExactly("on", "db1", "please");
    }

    @Example
    void asksForNothingWhereThereIsNothing() {
        assertThat(parse(" , \t")).isEqualTo(SearchIntent.NOTHING);
    }

    @Property
    void understandsEverySubjectAtEveryPlace(
            @ForAll("names") String subject,
            @ForAll("names") String host,
            @ForAll("names") String environment) {
        Assume.that(new HashSet<>(List.of(subject, host, environment)).size() == 3);
        var known = new Names(Set.of(environment), Set.of(host));

        for (String text :
                List.of("%s on %s in %s", "%s in %3$s on %2$s", "in %3$s on %2$s %1$s")) {
            SearchIntent intent =
                    SearchText.parse(text.formatted(subject, host, environment), known);
            assertThat(intent)
                    .extracting(
                            SearchIntent::subject, SearchIntent::host, SearchIntent::environment)
                    .containsExactly(subject, host, environment);
        }
    }

    @Property
    void neverLosesAWordAndNeverFails(@ForAll String text) {
        SearchIntent intent = parse(text);

        assertThat(intent.words()).hasSizeLessThan(SearchText.WORD_LIMIT);
        if (intent.subject() == null) {
            assertThat(intent.words()).isEmpty();
        }
        intent.words().forEach(word -> assertThat(text).contains(word));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-', '.', '0', '9')
                .ofMinLength(3)
                .ofMaxLength(12);
    }

    private static SearchIntent parse(String text) {
        return SearchText.parse(text, KNOWN);
    }

    /** The names that a test knows. */
    private record Names(Set<String> environments, Set<String> hosts) implements KnownNames {

        @Override
        public Optional<String> environment(String name) {
            return environments.stream().filter(name::equalsIgnoreCase).findFirst();
        }

        @Override
        public Optional<String> host(String name) {
            return hosts.stream().filter(name::equalsIgnoreCase).findFirst();
        }
    }
}
