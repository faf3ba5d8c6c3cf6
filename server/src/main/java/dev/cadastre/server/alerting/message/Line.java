package dev.cadastre.server.alerting.message;

/** Text of hosts and people made fit for one line of a message. */
final class Line {

    static final int LONG = 300;

    private Line() {}

    /** Without control characters, those that turn the direction of writing among them. */
    static String of(String text, int longest) {
        String clean =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]+", " ").strip();
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return clean.substring(0, end) + "…";
    }

    static String of(String text) {
        return of(text, LONG);
    }
}
