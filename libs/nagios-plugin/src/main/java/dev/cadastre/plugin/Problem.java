package dev.cadastre.plugin;

/**
 * Something about a plug-in's run or output that could not be used, or should not be.
 *
 * @param code a stable name for this kind of problem, such as {@code perfdata.value}
 * @param subject the text that is at fault, cut if it is long; empty if there is none
 * @param message what is wrong, in one sentence without line breaks
 */
public record Problem(String code, String subject, String message) {
    /** The longest subject that is kept whole. */
    public static final int LONGEST_SUBJECT = 200;

    /** Cuts a long subject, and makes it harmless to whoever reads it. */
    public Problem {
        subject = cut(CleanText.of(subject));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_SUBJECT) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST_SUBJECT - 2));
        return text.substring(0, LONGEST_SUBJECT - (splits ? 2 : 1)) + "…";
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return message + " [" + code + "]";
    }
}
