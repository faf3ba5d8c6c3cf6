package dev.cadastre.ini;

/**
 * An entry together with where it stands.
 *
 * @param file the name of the file
 * @param section the name of the section it is written in, which may be one that is inherited from
 * @param entry the entry
 */
public record Binding(String file, String section, Entry entry) {
    /** Where this was written. */
    public Origin origin() {
        return new Origin(file, section, entry.key(), entry.line());
    }
}
