package dev.cadastre.change.run;

import org.jspecify.annotations.Nullable;

/** Whoever can be asked for secrets, such as the person at the terminal. */
public interface Secrets {

    /** Nobody. */
    Secrets NONE = (name, isWrong) -> null;

    /**
     * Asks for a secret. Called once for all hosts, and once more if one of them says that it is
     * wrong; never by two threads at once.
     *
     * @param name what it is called, {@code sudo} for one
     * @param wasWrong whether the one that was given before is wrong
     * @return null if nobody gives it
     */
    @Nullable String ask(String name, boolean wasWrong);
}
