package dev.cadastre.plugin;

/** Text from a plug-in, made fit for a message: short and on one line. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text between single quotes, cut after 60 characters. */
    static String of(String text) {
        return "'" + CleanText.of(shortened(text)).replaceAll("[\\n\\t]", " ") + "'";
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
