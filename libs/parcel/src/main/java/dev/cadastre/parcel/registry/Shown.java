package dev.cadastre.parcel.registry;

import java.net.URI;

/** What servers say, as far as people are to see it. Pure. */
final class Shown {

    private static final int LONGEST = 300;

    private Shown() {}

    /** An address without its query, which may hold secrets. */
    static String address(URI uri) {
        return text(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath());
    }

    /** A text on one line, without what nobody sees, and not for ever. */
    static String text(String text) {
        String plain =
                text.substring(0, Math.min(text.length(), LONGEST))
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+", " ")
                        .strip();
        return text.length() > LONGEST ? plain + "…" : plain;
    }
}
