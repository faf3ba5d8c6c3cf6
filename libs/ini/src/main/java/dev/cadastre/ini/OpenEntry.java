package dev.cadastre.ini;

import java.util.ArrayList;
import java.util.List;

/** An entry whose value may go on in further lines. */
final class OpenEntry {
    private final String key;
    private final int line;
    private final int column;
    private final List<String> value = new ArrayList<>();

    OpenEntry(String key, int line, int column, String firstLine) {
        this.key = key;
        this.line = line;
        this.column = column;
        value.add(firstLine);
    }

    String key() {
        return key;
    }

    int line() {
        return line;
    }

    void add(String further) {
        value.add(further);
    }

    Entry close() {
        return new Entry(key, Whitespace.stripTrailing(String.join("\n", value)), line, column);
    }
}
