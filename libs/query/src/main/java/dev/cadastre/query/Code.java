package dev.cadastre.query;

import java.util.Locale;

/** The kinds of problems; their codes are stable. */
enum Code {
    TOO_LONG,
    TOO_DEEP,
    TOO_MANY_TERMS,
    CONTROL_CHARACTER,
    OPEN_QUOTE,
    BAD_ESCAPE,
    NO_SPACE,
    LONE_MINUS,
    OPEN_PARENTHESIS,
    STRAY_PARENTHESIS,
    NO_TERM,
    KEYWORD_CASE,
    NO_FIELD,
    UNKNOWN_FIELD,
    NO_KEY,
    KEY_NOT_TAKEN,
    NO_NAME,
    NAME_NOT_TAKEN,
    NO_VALUE,
    UNKNOWN_VALUE,
    UNKNOWN_OPERATOR,
    OPERATOR_NOT_TAKEN,
    COMPARISON_NOT_TAKEN,
    SECOND_OPERATOR,
    LIST_COMPARED,
    GLOB_COMPARED,
    BAD_VERSION,
    BAD_NUMBER,
    BAD_DURATION,
    BAD_TIME;

    static Code bad(OperandKind kind) {
        return switch (kind) {
            case NUMBER -> BAD_NUMBER;
            case DURATION -> BAD_DURATION;
            case TIME -> BAD_TIME;
            case VERSION, TEXT -> BAD_VERSION;
        };
    }

    @Override
    public String toString() {
        return "query." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
