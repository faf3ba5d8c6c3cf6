package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.springframework.modulith.NamedInterface;

/** The server cannot start; the message says why and {@link #remedy()} what to do about it. */
@NamedInterface("start")
public final class StartFailure extends RuntimeException {

    private final String remedy;

    /** {@code remedy} is a sentence that an operator can act on. */
    public StartFailure(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** As above, with what led to it. */
    public StartFailure(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** Why a file could not be used, as the end of a sentence that has named it. */
    public static String reason(IOException thrown) {
        return switch (thrown) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException e when e.getReason() != null -> String.valueOf(e.getReason());
            default -> String.valueOf(thrown.getMessage());
        };
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
