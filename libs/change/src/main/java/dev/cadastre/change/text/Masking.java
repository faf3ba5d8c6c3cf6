package dev.cadastre.change.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets out of text, together with what they look like in a shell's quotes, in URLs, JSON
 * and XML, and in Base64 at any offset and with line ends in between. What is near a secret but not
 * part of it stays, but for what is shared by two that overlap. Immutable.
 */
public final class Masking {

    /** What stands for a secret. */
    public static final String MASK = "******";

    /** Of no secrets. */
    public static final Masking NONE = new Masking(Set.of());

    private final Set<String> secrets;
    private final List<Needle> needles;
    private final BitSet first = new BitSet();

    private Masking(Set<String> secrets) {
        this.secrets = secrets;
        List<Needle> all = new ArrayList<>();
        for (String secret : secrets) {
            all.addAll(Needle.all(secret));
        }
        this.needles = List.copyOf(all);
        needles.forEach(needle -> needle.first(first));
    }

    /** Of these secrets; empty ones are none. */
    public static Masking of(Collection<String> secrets) {
        Set<String> real = new LinkedHashSet<>(secrets);
        real.remove("");
        return real.isEmpty() ? NONE : new Masking(real);
    }

    /** Of one more. */
    public Masking and(String secret) {
        Set<String> more = new LinkedHashSet<>(secrets);
        more.add(secret);
        return of(more);
    }

    /** The text without the secrets. */
    public String masked(String text) {
        if (needles.isEmpty()) {
            return text;
        }
        MaskedStream stream = new MaskedStream(() -> this);
        return stream.next(text) + stream.end();
    }

    /**
     * How many characters of a secret begin at a place.
     *
     * @param last whether the text is complete
     * @return 0 for none, -1 if that depends on what comes after the text
     */
    int lengthAt(CharSequence text, int at, boolean last) {
        if (!first.get(text.charAt(at))) {
            return 0;
        }
        int longest = 0;
        for (Needle needle : needles) {
            int length = needle.lengthAt(text, at, last);
            if (length < 0) {
                return length;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Tells how many there are and no more. */
    @Override
    public String toString() {
        return "Masking[%d secrets]".formatted(secrets.size());
    }
}
