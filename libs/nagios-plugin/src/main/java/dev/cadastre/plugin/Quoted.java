package dev.cadastre.plugin;

/** Text from a plug-in, made fit for a message: short and on one line. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text between single quotes, cut after 60 characters. */
    static String of(String text) {
        return of(text, LONGEST);
    }

    /** The text between single quotes, cut after so many characters. */
    static String of(String text, int longest) {
        return "'" + CleanText.of(shortened(text, longest)).replaceAll("[\\n\\t]", " ") + "'";
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
