package dev.cadastre.ini;

/** Text from a file, made fit for a message: short, on one line, and without control characters. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text between single quotes, cut after 60 characters, control characters as {@code ?}. */
    public static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return "'" + start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?") + "'";
    }
}
