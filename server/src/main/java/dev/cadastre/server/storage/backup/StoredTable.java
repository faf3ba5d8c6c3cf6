package dev.cadastre.server.storage.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that holds rows itself.
 *
 * @param part the part of the server that owns it, and its schema
 * @param name without the schema
 * @param of the table that it is a partition of, in the same schema; null if of none
 * @param columns those whose values are told, in their order
 */
public record StoredTable(String part, String name, @Nullable String of, List<String> columns) {

    /** Makes it immutable. */
    public StoredTable {
        columns = List.copyOf(columns);
    }

    /** Schema and name, as SQL has it. */
    String quoted() {
        return quoted(part) + "." + quoted(name);
    }

    /** The columns, as SQL has them. */
    String columnList() {
        return String.join(", ", columns.stream().map(StoredTable::quoted).toList());
    }

    String entry() {
        return "tables/%s/%s.copy".formatted(part, name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
