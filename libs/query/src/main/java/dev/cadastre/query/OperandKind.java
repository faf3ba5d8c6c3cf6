package dev.cadastre.query;

/** What a comparison compares with. */
public enum OperandKind {
    /** A version, kept as text: its order is the business of whoever knows the packages. */
    VERSION("a version such as 3.0.14"),
    /** A number, a share such as {@code 80%}, or a size such as {@code 8GiB}. */
    NUMBER("a number such as 8, 1.5GiB or 80%"),
    /**
     * A length of time: {@code 30s}, {@code 5m}, {@code 12h}, {@code 1d}, {@code 2w}, {@code
     * 1d12h}.
     */
    DURATION("a duration such as 30s, 5m, 12h, 1d or 2w"),
    /** A moment as RFC 3339 writes it, or a day. */
    TIME("a day such as 2026-05-31, or a time such as 2026-05-31T14:00:00Z"),
    /** Any text. */
    TEXT("a text");

    private final String description;

    OperandKind(String description) {
        this.description = description;
    }

    /** What to write, with an example. */
    public String description() {
        return description;
    }
}
