package dev.cadastre.ini;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section that lines are still added to. */
final class OpenSection {
    private final String name;
    private final Map<String, OpenEntry> entries = new LinkedHashMap<>();
    private int line;

    OpenSection(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** DEFAULT may be continued further down; its line is that of the first header. */
    void writtenAt(int number) {
        line = line == 0 ? number : line;
    }

    /** Adds the entry, unless there is one with its key: then that one is returned. */
    @Nullable OpenEntry add(OpenEntry entry) {
        return entries.putIfAbsent(entry.key(), entry);
    }

    Section close() {
        Map<String, Entry> closed = new LinkedHashMap<>();
        entries.forEach((key, entry) -> closed.put(key, entry.close()));
        return new Section(name, line, closed);
    }
}
