package dev.cadastre.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id. Each takes 16 MiB for a moment, so only as many are worked on at a time as
 * there are processors; the others wait.
 */
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_000;

    private final PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());
    private volatile @Nullable String decoy;

    Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** What is wrong with a password that somebody wants; it may consist of anything. */
    static List<AccessProblem.Flaw> flaws(String password, String name) {
        List<AccessProblem.Flaw> flaws = new ArrayList<>();
        long length = password.codePoints().count();
        if (length < SHORTEST) {
            flaws.add(
                    new AccessProblem.Flaw(
                            "password",
                            "A password has at least %d characters, and this has %d."
                                    .formatted(SHORTEST, length)));
        }
        if (length > LONGEST) {
            flaws.add(
                    new AccessProblem.Flaw(
                            "password", "A password has at most " + LONGEST + " characters."));
        }
        if (password.equalsIgnoreCase(name)) {
            flaws.add(
                    new AccessProblem.Flaw("password", "The password is not to be the user name."));
        }
        return flaws;
    }

    String encode(String password) {
        turns.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            turns.release();
        }
    }

    /**
     * Whether the password is the one that was encoded. Where none was, the answer is no and takes
     * the same time, so that nobody learns who exists; the first answer as well, for which another
     * has to be made either way.
     */
    boolean match(String password, @Nullable String encoded) {
        String other = decoy();
        String against = encoded == null ? other : encoded;
        if (password.length() > LONGEST * 2) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return encoder.matches(password, against) && encoded != null;
        } finally {
            turns.release();
        }
    }

    private String decoy() {
        String known = decoy;
        if (known == null) {
            known = encode(Secret.random("").text());
            decoy = known;
        }
        return known;
    }
}
