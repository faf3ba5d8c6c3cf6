package example;

import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Fields;
import dev.cadastre.query.Names;
import dev.cadastre.query.Operand;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Operator;
import dev.cadastre.query.Parsed;
import dev.cadastre.query.Query;
import dev.cadastre.query.QueryLanguage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Searches books by queries such as {@code author:Eco pages<600 -rose}. */
public final class Shelf {
    /** Something to search. */
    public record Book(String title, String author, int pages) {}

    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    Fields.of(
                            Field.named("author", "who wrote it")
                                    .withNames(Names.OPEN)
                                    .withExample("author:Eco"),
                            Field.named("pages", "how long it is")
                                    .withComparisons(
                                            Comparisons.ofValue(OperandKind.NUMBER)
                                                    .by(Operator.LESS, Operator.GREATER))
                                    .withExample("pages<300")));

    private final List<Book> books;

    public Shelf(List<Book> books) {
        this.books = List.copyOf(books);
    }

    /** The titles that match. */
    public List<String> find(String text) {
        Parsed parsed = LANGUAGE.parse(text);
        if (parsed instanceof Parsed.Complete complete) {
            return books.stream()
                    .filter(book -> matches(book, complete.query()))
                    .map(Book::title)
                    .collect(Collectors.toList());
        }
        throw new IllegalArgumentException(
                ((Parsed.Refused) parsed)
                        .problems().stream()
                                .map(problem -> problem.render(text))
                                .collect(Collectors.joining("\n")));
    }

    private static boolean matches(Book book, Query query) {
        if (query instanceof Query.And and) {
            return and.parts().stream().allMatch(part -> matches(book, part));
        }
        if (query instanceof Query.Or or) {
            return or.parts().stream().anyMatch(part -> matches(book, part));
        }
        if (query instanceof Query.Not not) {
            return !matches(book, not.negated());
        }
        if (query instanceof Query.FreeText text) {
            return text.words().stream().anyMatch(word -> book.title().contains(word.text()));
        }
        return !(query instanceof Query.Match match) || matches(book, match);
    }

    private static boolean matches(Book book, Query.Match match) {
        if (match.field().name().equals("author")) {
            return match.names().stream().anyMatch(name -> name.matches(book.author()));
        }
        Operand.Quantity limit = (Operand.Quantity) match.comparison().operand();
        int order = BigDecimal.valueOf(book.pages()).compareTo(limit.value());
        return match.comparison().operator() == Operator.LESS ? order < 0 : order > 0;
    }
}
