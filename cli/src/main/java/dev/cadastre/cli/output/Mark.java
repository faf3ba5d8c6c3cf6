package dev.cadastre.cli.output;

/** How a text stands out on a terminal; it always says the same in words. */
public enum Mark {
    NONE(""),
    GOOD("32"),
    WORRYING("33"),
    BAD("31"),
    ASIDE("2"),
    HEADING("1");

    private final String code;

    Mark(String code) {
        this.code = code;
    }

    /** {@code text} with the terminal's sequences (ECMA-48 SGR) around it. */
    String paint(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
