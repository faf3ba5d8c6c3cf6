package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be offered. */
final class Candidates {
    private static final int MOST_VALUES = 100;
    private static final int MOST_DIGITS = 9;

    private Candidates() {}

    /**
     * Fields and keywords.
     *
     * @param before the token that stands before, on which it depends which keywords may follow
     * @param rest the text behind them
     */
    static List<Candidate> terms(
            Fields fields, String prefix, @Nullable Token before, String rest) {
        List<Candidate> candidates = new ArrayList<>();
        for (Field field : fields.all()) {
            field.allNames().stream()
                    .filter(name -> startsWith(name, prefix))
                    .findFirst()
                    .ifPresent(name -> candidates.add(field(field, name, rest)));
        }
        for (Keyword keyword : Keyword.values()) {
            if (startsWith(keyword.name(), prefix) && mayFollow(keyword, before)) {
                String insert = keyword.name() + (rest.startsWith(" ") ? "" : " ");
                candidates.add(
                        new Candidate(
                                Candidate.Kind.KEYWORD,
                                insert,
                                keyword.name(),
                                keyword.description()));
            }
        }
        return candidates;
    }

    private static Candidate field(Field field, String name, String rest) {
        boolean followed =
                rest.startsWith(":") || rest.startsWith(".") || Characters.isOperator(rest, 0);
        String next = field.keyed() ? "." : field.isNamed() ? ":" : "";
        return new Candidate(
                Candidate.Kind.FIELD, followed ? name : name + next, name, field.description());
    }

    private static boolean mayFollow(Keyword keyword, @Nullable Token before) {
        Token.Kind kind = before instanceof Token.Symbol symbol ? symbol.kind() : null;
        boolean complete = before instanceof Token.Term || kind == Token.Kind.CLOSE;
        return keyword == Keyword.NOT ? kind != Token.Kind.MINUS : complete;
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    static List<Candidate> operators(Field field, boolean colon) {
        List<Candidate> candidates = new ArrayList<>();
        if (colon && field.isNamed()) {
            candidates.add(
                    new Candidate(
                            Candidate.Kind.OPERATOR,
                            ":",
                            ":",
                            "one of several values, with * and ?"));
        }
        for (Operator operator : field.comparisons().operators()) {
            candidates.add(
                    new Candidate(
                            Candidate.Kind.OPERATOR,
                            operator.symbol(),
                            operator.symbol(),
                            operator.description()));
        }
        return candidates;
    }

    static List<Candidate> values(Wanted.Value wanted, ValueSource source, boolean quoted) {
        return known(wanted, source)
                .filter(Characters::isWritable)
                .filter(value -> fits(wanted, value))
                .distinct()
                .map(value ->
                        new Candidate(
                                Candidate.Kind.VALUE, written(wanted, value, quoted), value, ""))
                .toList();
    }

    private static Stream<String> known(Wanted.Value wanted, ValueSource source) {
        if (wanted instanceof Wanted.NameOf name
                && name.field().names() instanceof Names.Closed closed) {
            return closed.words().stream().filter(word -> startsWith(word, name.prefix()));
        }
        Stream<String> asked = source.values(wanted).stream().limit(MOST_VALUES);
        return wanted instanceof Wanted.OperandOf ? Stream.concat(durations(wanted), asked) : asked;
    }

    /** A number that lacks the unit of its duration. */
    private static Stream<String> durations(Wanted.Value wanted) {
        String digits = wanted.prefix();
        boolean number =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean duration = wanted.field().comparisons().kinds().contains(OperandKind.DURATION);
        return number && duration
                ? OperandReader.timeUnits().stream().map(unit -> digits + unit)
                : Stream.empty();
    }

    private static boolean fits(Wanted.Value wanted, String value) {
        if (wanted instanceof Wanted.OperandOf) {
            return wanted.field().comparisons().kinds().stream()
                    .anyMatch(kind -> Operand.read(kind, value) != null);
        }
        return !(wanted instanceof Wanted.KeyOf) || !value.isEmpty();
    }

    private static String written(Wanted.Value wanted, String value, boolean quoted) {
        if (quoted) {
            return Quoting.quoted(value);
        }
        return wanted instanceof Wanted.KeyOf ? Quoting.key(value) : Quoting.value(value);
    }
}
