package dev.cadastre.server.storage.backup;

/**
 * Where a sequence is.
 *
 * @param part the schema
 * @param name without the schema
 * @param last the value that it gave last, or will give first
 * @param called whether it gave that one
 */
record StoredSequence(String part, String name, long last, boolean called) {

    static final String ENTRY = "sequences.json";

    String quoted() {
        return StoredTable.quoted(part) + "." + StoredTable.quoted(name);
    }
}
