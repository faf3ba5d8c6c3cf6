package dev.cadastre.server.estate;

/** A text turned into a value, or the reason why it cannot be one. */
sealed interface Checked<T> {
    /** The text is valid. */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * The text is not valid.
     *
     * @param message what is wrong with it, to follow the name of the key
     * @param remedy what to write instead
     */
    record Invalid<T>(String message, String remedy) implements Checked<T> {}
}
