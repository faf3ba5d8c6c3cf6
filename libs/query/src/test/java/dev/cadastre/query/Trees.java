package dev.cadastre.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates trees over the fields of {@link Estate}. */
final class Trees {
    private static final String AWKWARD = "aB1*?:;.,-!=<>()\"\\ |é日\u00a0";
    private static final int DEEPEST = 4;

    private Trees() {}

    static Arbitrary<Query> any() {
        return tree(DEEPEST);
    }

    private static Arbitrary<Query> tree(int depth) {
        Arbitrary<Query> term =
                Arbitraries.oneOf(freeText(), match(), Arbitraries.just(Query.everything()));
        if (depth == 0) {
            return term;
        }
        Arbitrary<Query> smaller = Arbitraries.lazy(() -> tree(depth - 1));
        Arbitrary<List<Query>> parts = smaller.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                term,
                parts.map(Query::allOf),
                parts.map(Query::anyOf),
                smaller.map(Query.Not::new));
    }

    private static Arbitrary<Query> freeText() {
        Arbitrary<Pattern> glob =
                glob().filter(p -> p.text().indexOf(':') < 0 && !p.text().startsWith("-"));
        return Arbitraries.oneOf(literal().filter(p -> !p.text().isEmpty()), glob)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .filter(words -> !words.equals(List.of(Pattern.ANYTHING)))
                .map(words -> new Query.FreeText(words, Place.NONE));
    }

    private static Arbitrary<Query> match() {
        return Arbitraries.of(Estate.FIELDS.all()).flatMap(Trees::match);
    }

    private static Arbitrary<Query> match(Field field) {
        Comparisons.Subject subject = field.comparisons().subject();
        Arbitrary<Query> compared =
                subject == Comparisons.Subject.NOTHING
                        ? match(field, true, false)
                        : match(field, subject == Comparisons.Subject.NAMED, true);
        return field.isNamed() ? Arbitraries.oneOf(match(field, true, false), compared) : compared;
    }

    private static Arbitrary<Query> match(Field field, boolean named, boolean compared) {
        Arbitrary<List<Pattern>> names =
                named ? names(field).list().ofMinSize(1).ofMaxSize(3) : Arbitraries.just(List.of());
        return Combinators.combine(key(field), names, comparison(field, compared))
                .as((key, values, comparison) ->
                        new Query.Match(
                                field,
                                key.isEmpty() ? null : key.get(0),
                                values,
                                comparison.isEmpty() ? null : comparison.get(0),
                                Place.NONE));
    }

    private static Arbitrary<List<Pattern>> key(Field field) {
        Arbitrary<Pattern> key =
                Arbitraries.oneOf(
                        literal().filter(p -> !p.text().isEmpty()),
                        glob().filter(p -> p.text().indexOf(':') < 0 && !p.text().endsWith("!")));
        return field.keyed() ? key.map(List::of) : Arbitraries.just(List.of());
    }

    private static Arbitrary<Pattern> names(Field field) {
        return field.names() instanceof Names.Closed closed
                ? Arbitraries.of(closed.words()).map(Pattern::literal)
                : Arbitraries.oneOf(literal(), glob().filter(p -> !p.text().endsWith("!")));
    }

    private static Arbitrary<List<Comparison>> comparison(Field field, boolean compared) {
        if (!compared) {
            return Arbitraries.just(List.of());
        }
        Arbitrary<Operand> operand =
                Arbitraries.oneOf(
                                Arbitraries.of("1", "-2.5", "80%", "8GiB", "1d12h", "5m"),
                                Arbitraries.of("2026-05-31", "2026-05-31T14:00:00Z"),
                                Arbitraries.strings().withChars(AWKWARD).ofMaxLength(6))
                        .map(text -> operand(field, text))
                        .filter(Optional::isPresent)
                        .map(Optional::get);
        return Combinators.combine(Arbitraries.of(field.comparisons().operators()), operand)
                .as((operator, value) -> List.of(new Comparison(operator, value)));
    }

    private static Optional<Operand> operand(Field field, String text) {
        return field.comparisons().kinds().stream()
                .flatMap(kind -> Stream.ofNullable(Operand.read(kind, text)))
                .findFirst();
    }

    private static Arbitrary<Pattern> literal() {
        return Arbitraries.oneOf(
                        Arbitraries.of("prod", "or", "AND", "-x", "fact.", "fact", "a!", "*"),
                        Arbitraries.strings().withChars(AWKWARD).ofMaxLength(6))
                .map(Pattern::literal);
    }

    private static Arbitrary<Pattern> glob() {
        return Arbitraries.strings()
                .withChars("ab-:.!*?")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(text -> Pattern.of(text + '*'));
    }
}
