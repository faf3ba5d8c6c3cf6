package dev.cadastre.server.monitoring.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Something that must be so in a JSON text.
 *
 * @param path as it is written
 * @param pointer the same as RFC 6901 has it
 * @param relation between what is there and the operand
 * @param operand as it is written, without quotation marks
 */
record JsonAssertion(String path, JsonPointer pointer, Relation relation, String operand) {

    private static final Pattern LINE =
            Pattern.compile("([^=!<>]*[^=!<>\\s])\\s*(?:(!=|<=|>=|=|<|>)\\s*(.*))?");
    private static final Pattern STEP = Pattern.compile("\\[([0-9]{1,9})]");
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]{1,300}(?:\\.[0-9]{1,300})?(?:[eE][-+]?[0-9]{1,3})?");

    /** How two values compare. */
    enum Relation {
        EXISTS(""),
        EQUAL("="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        private static Relation of(String sign) {
            return Arrays.stream(values())
                    .filter(relation -> relation.sign.equals(sign))
                    .findFirst()
                    .orElse(EXISTS);
        }

        private boolean holds(int order) {
            return switch (this) {
                case EXISTS -> true;
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }

        private boolean orders() {
            return compareTo(LESS) >= 0;
        }
    }

    static final SettingType<JsonAssertion> TYPE = JsonAssertion::read;

    private static SettingReading<JsonAssertion> read(String text) {
        Matcher line = LINE.matcher(text.strip());
        if (!line.matches()) {
            return wrong(text);
        }
        Relation relation = Relation.of(line.group(2) == null ? "" : line.group(2));
        String operand = line.group(3) == null ? "" : unquoted(line.group(3).strip());
        if (relation.orders() && number(operand).isEmpty()) {
            return SettingReading.wrong(
                    Shown.quoted(operand) + " is no number to compare with",
                    "Compare texts by = or !=.");
        }
        try {
            JsonPointer pointer = JsonPointer.compile(pointer(line.group(1)));
            return SettingReading.read(
                    new JsonAssertion(line.group(1), pointer, relation, operand));
        } catch (IllegalArgumentException e) {
            return wrong(text);
        }
    }

    private static SettingReading<JsonAssertion> wrong(String text) {
        return SettingReading.wrong(
                Shown.quoted(text) + " says nothing of JSON",
                "Write /status = UP or checks[0].latency < 20, with one of = != < <= > >=.");
    }

    private static String pointer(String path) {
        if (path.startsWith("/")) {
            return path;
        }
        String dotted = STEP.matcher(path.replaceFirst("^\\$\\.?", "")).replaceAll(".$1");
        return Arrays.stream(dotted.split("\\."))
                .filter(step -> !step.isEmpty())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** What is not so; empty if it holds. */
    Optional<String> breach(JsonNode json) {
        JsonNode found = json.at(pointer);
        if (found.isMissingNode()) {
            return Optional.of("there is no " + path);
        }
        if (relation == Relation.EXISTS) {
            return Optional.empty();
        }
        String shown = found.isValueNode() ? found.asString() : found.toString();
        OptionalDouble there = found.isNumber() ? number(shown) : OptionalDouble.empty();
        OptionalDouble wanted = number(operand);
        if (relation.orders() && there.isEmpty()) {
            return Optional.of(path + " is " + Shown.quoted(shown) + ", which is no number");
        }
        int order =
                there.isPresent() && wanted.isPresent()
                        ? Double.compare(there.getAsDouble(), wanted.getAsDouble())
                        : shown.compareTo(operand);
        return relation.holds(order)
                ? Optional.empty()
                : Optional.of(
                        "%s is %s, not %s %s"
                                .formatted(path, Shown.quoted(shown), relation.sign, operand));
    }

    private static OptionalDouble number(String text) {
        return NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text) + 0.0)
                : OptionalDouble.empty();
    }
}
