package dev.cadastre.change;

/**
 * A change that is written in Java, in the code of the application that it changes. A class that
 * implements it is public, has a public constructor without parameters, and is named by the
 * manifest of the application's jar as {@code Cadastre-Change}, or by {@code
 * META-INF/services/dev.cadastre.change.ChangeProgram}.
 */
@FunctionalInterface
public interface ChangeProgram {

    /**
     * The change, for what was given. Does nothing yet, and makes the same of the same.
     *
     * @throws IllegalArgumentException if it cannot be made of that; the message tells people why
     */
    Change change(Given given);
}
