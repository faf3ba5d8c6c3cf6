package dev.cadastre.plugin;

import java.io.IOException;

/** The other side said what it may not, and nothing that it says is believed any more. */
final class FrameException extends IOException {
    private static final long serialVersionUID = 1;

    FrameException(String message) {
        super(message);
    }
}
