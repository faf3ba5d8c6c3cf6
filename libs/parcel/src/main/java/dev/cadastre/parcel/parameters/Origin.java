package dev.cadastre.parcel.parameters;

/**
 * Where a value was written.
 *
 * @param file what the file is called, or what there is in its place: {@code command line}
 * @param line counted from 1; 0 where there are no lines
 */
public record Origin(String file, int line) {

    /** {@code file:line}, or the file alone where there are no lines. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
