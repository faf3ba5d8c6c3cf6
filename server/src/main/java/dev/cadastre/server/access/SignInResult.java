package dev.cadastre.server.access;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    /**
     * It succeeded.
     *
     * @param secret of the session, for the browser alone
     */
    record SignedIn(Actor actor, String secret) implements SignInResult {

        @Override
        public String toString() {
            return "SignedIn[" + actor + "]";
        }
    }

    /** It failed, for a reason that is the same for every wrong name and password. */
    record Refused(String reason) implements SignInResult {}

    /** It was not looked at, because too many before it failed. */
    record TooMany(Duration retryAfter) implements SignInResult {

        /** The time to wait in whole seconds, at least one. */
        public long seconds() {
            return Math.max(1, retryAfter.plusMillis(999).toSeconds());
        }

        /** What to tell who tries. */
        public String reason() {
            return "Too many attempts failed. Try again in " + seconds() + " s.";
        }
    }
}
