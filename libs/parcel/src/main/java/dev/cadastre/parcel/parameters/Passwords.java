package dev.cadastre.parcel.parameters;

import java.util.random.RandomGenerator;

/** Makes passwords of letters and digits. As safe for threads as what it draws from. */
public final class Passwords {

    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    /** The generator is to be one for secrets, as {@link java.security.SecureRandom} is. */
    public Passwords(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A new one.
     *
     * @param length in characters
     */
    public String next(int length) {
        StringBuilder password = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return password.toString();
    }
}
