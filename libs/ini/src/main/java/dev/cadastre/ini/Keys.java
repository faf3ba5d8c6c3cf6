package dev.cadastre.ini;

import java.util.Locale;

/** How keys are compared. */
public final class Keys {
    private Keys() {}

    /** The form under which a key is kept: lower case, whatever the machine's language. */
    public static String normal(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
