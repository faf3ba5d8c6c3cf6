package dev.cadastre.change.text;

import java.util.function.Supplier;

/**
 * Takes secrets out of text that comes in pieces, wherever it is cut: the same comes out as if it
 * had come at once. What may be the beginning of a secret is held back until it is clear. Not
 * thread-safe.
 */
public final class MaskedStream {

    private final Supplier<Masking> masking;
    private final StringBuilder held = new StringBuilder();

    /** How many characters that are held belong to a secret that has been masked already. */
    private int covered;

    /**
     * A stream without any text yet.
     *
     * @param masking asked before each piece, since secrets may be given meanwhile
     */
    public MaskedStream(Supplier<Masking> masking) {
        this.masking = masking;
    }

    /** What is clear once this piece has come. */
    public String next(String piece) {
        held.append(piece);
        return clear(false);
    }

    /** The rest; nothing comes after it. */
    public String end() {
        return clear(true);
    }

    private String clear(boolean last) {
        Masking now = masking.get();
        StringBuilder clear = new StringBuilder(held.length());
        int at = 0;
        while (at < held.length()) {
            int length = now.lengthAt(held, at, last);
            if (length < 0) {
                break;
            }
            if (length > 0) {
                clear.append(at >= covered ? Masking.MASK : "");
                covered = Math.max(covered, at + length);
            }
            if (at >= covered) {
                clear.append(held.charAt(at));
            }
            at++;
        }
        held.delete(0, at);
        covered = Math.max(0, covered - at);
        return clear.toString();
    }
}
