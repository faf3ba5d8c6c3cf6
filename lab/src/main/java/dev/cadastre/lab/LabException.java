package dev.cadastre.lab;

/** The laboratory could not do what a test asked; the message says what, on which host, and why. */
public final class LabException extends RuntimeException {
    LabException(String message) {
        super(message);
    }

    LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
