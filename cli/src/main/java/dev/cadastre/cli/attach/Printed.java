package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.text.MaskedStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job printed on this machine and the server was not told yet, without secrets, wherever
 * they are cut. Of what comes faster than it is told the rest is left out. Thread-safe.
 */
final class Printed {

    /** Well below what a server takes at once, however its characters are written. */
    private static final int MOST_AT_ONCE = 64 << 10;

    private static final int MOST_KEPT = 1 << 20;

    private final MaskedStream masked;
    private final StringBuilder text = new StringBuilder();
    private long dropped;

    Printed(RunSecrets secrets) {
        this.masked = new MaskedStream(secrets::masking);
    }

    synchronized void append(String more) {
        int taken = Math.min(more.length(), MOST_KEPT - text.length());
        text.append(more, 0, taken);
        dropped += more.length() - taken;
    }

    /**
     * What to tell, in pieces; one that is empty if there is nothing.
     *
     * @param last whether no more comes
     */
    synchronized List<String> take(boolean last) {
        StringBuilder clear = new StringBuilder(masked.next(text.toString()));
        text.setLength(0);
        if (dropped > 0) {
            clear.append("%n… %,d characters are left out here%n".formatted(dropped));
            dropped = 0;
        }
        if (last) {
            clear.append(masked.end());
        }
        return pieces(clear);
    }

    private static List<String> pieces(StringBuilder clear) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        do {
            int end = Math.min(clear.length(), at + MOST_AT_ONCE);
            if (end < clear.length() && Character.isHighSurrogate(clear.charAt(end - 1))) {
                end--;
            }
            pieces.add(clear.substring(at, end));
            at = end;
        } while (at < clear.length());
        return pieces;
    }
}
