package dev.cadastre.cli.share;

/**
 * A line of a head.
 *
 * @param name as it was written
 * @param value without blanks around it
 */
record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
