package dev.cadastre.change.script;

import java.nio.charset.StandardCharsets;

/**
 * Understands what a script printed. It never throws on anything a host sends, and what it keeps is
 * bounded. Pure.
 */
public final class AnswerReader {

    private AnswerReader() {}

    /**
     * What it said; {@link ScriptAnswer.Kind#BROKEN} if it did not come to an end, with all that it
     * had said until then.
     *
     * @param stdout the protocol, and whatever a login shell printed
     * @param stderr what commands printed
     * @param exit the status with which it ended
     */
    public static ScriptAnswer read(AnswerWord word, byte[] stdout, byte[] stderr, int exit) {
        AnswerCollector collector = new AnswerCollector("@" + word.text() + " ");
        String text = new String(stdout, StandardCharsets.UTF_8);
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            collector.line(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() : end + 1;
        }
        collector.output(new String(stderr, StandardCharsets.UTF_8));
        return collector.answer(exit);
    }
}
