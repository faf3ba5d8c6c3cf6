package dev.cadastre.change.tar;

/**
 * An entry of a tar archive, before anything is believed of it.
 *
 * @param name what it is called, by a long name where there is one
 * @param shortName what a tar calls it that knows no long names; mostly the same
 * @param kind what it is
 * @param link what it refers to, if it is a link of either kind; empty otherwise
 * @param executable whether its owner may run it
 * @param size of its content, in bytes
 */
public record TarEntry(
        String name, String shortName, Kind kind, String link, boolean executable, long size) {

    /** What an entry is. */
    public enum Kind {
        /** A file with content, or what old tars take for one. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link. */
        LINK,
        /** Another name of a file that comes before it. */
        HARD_LINK,
        /** A device or a pipe. */
        DEVICE,
        /** What only some tars understand. */
        OTHER
    }
}
