package dev.cadastre.change.run;

import dev.cadastre.change.text.MaskedStream;
import dev.cadastre.change.text.Masking;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a step prints, without secrets: given on as it comes until it is too much, and kept in part,
 * its beginning and its end. Thread-safe.
 */
final class OutputRelay implements Consumer<String> {

    /** How many characters of one step are shown. */
    static final int MOST_SHOWN = 1 << 20;

    /** How many of its first characters are kept. */
    static final int FIRST_KEPT = 4 << 10;

    /** How many of its last characters are kept. */
    static final int LAST_KEPT = 12 << 10;

    private final MaskedStream masked;
    private final Consumer<String> listener;
    private final StringBuilder first = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private long printed;

    OutputRelay(Supplier<Masking> masking, Consumer<String> listener) {
        this.masked = new MaskedStream(masking);
        this.listener = listener;
    }

    @Override
    public synchronized void accept(String piece) {
        give(masked.next(piece));
    }

    /** Gives on what was held back, and tells all that is kept. */
    synchronized String end() {
        give(masked.end());
        if (printed > MOST_SHOWN) {
            listener.accept("\n… %d characters are not shown\n".formatted(printed - MOST_SHOWN));
        }
        long lost = printed - first.length() - last.length();
        return lost == 0
                ? first.toString() + last
                : "%s\n… %d characters are not kept\n%s".formatted(first, lost, last);
    }

    private void give(String text) {
        if (text.isEmpty()) {
            return;
        }
        long room = MOST_SHOWN - printed;
        if (room > 0) {
            listener.accept(text.substring(0, (int) Math.min(room, text.length())));
        }
        printed += text.length();
        int begins = Math.min(FIRST_KEPT - first.length(), text.length());
        first.append(text, 0, begins);
        last.append(text, Math.max(begins, text.length() - LAST_KEPT), text.length());
        last.delete(0, Math.max(0, last.length() - LAST_KEPT));
    }
}
