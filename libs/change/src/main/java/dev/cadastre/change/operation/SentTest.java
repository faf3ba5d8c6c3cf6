package dev.cadastre.change.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a test that is sent to hosts, as it lies beside the file that names it, or why not.
 */
public sealed interface SentTest {

    /** As many bytes as one can have, for it is sent each time. */
    int MOST_BYTES = 64 << 10;

    /** There it is. */
    record Text(String text) implements SentTest {}

    /**
     * It cannot be sent.
     *
     * @param message what is wrong with it, as a clause
     * @param remedy what to do, as a clause
     */
    record Wrong(String message, String remedy) implements SentTest {}

    /**
     * Reads one. Whatever is wrong with it is a value. Nothing outside of the folder is ever
     * opened, whichever links lead there, and nothing but files.
     *
     * @param folder the one of the file that names it
     * @param path with {@code /} between its parts
     */
    static SentTest beside(Path folder, String path) {
        try {
            Path home = folder.toRealPath();
            Path file = folder.resolve(path).toRealPath();
            if (Path.of(path).isAbsolute() || !file.startsWith(home)) {
                return new Wrong(
                        "it leads out of the folder " + folder,
                        "put the file into that folder or one below it, and write its path from"
                                + " there");
            }
            return read(file);
        } catch (NoSuchFileException e) {
            return new Wrong(
                    "there is no such file in " + folder,
                    "put it there, or correct the path, which begins at that folder");
        } catch (InvalidPathException e) {
            return new Wrong("that is no path", "write such as tests/shop-answers");
        } catch (IOException e) {
            return new Wrong(
                    "it cannot be read: " + e.getMessage(),
                    "let the user '%s' read it".formatted(System.getProperty("user.name")));
        }
    }

    private static SentTest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Wrong(
                    "that is %s and no file"
                            .formatted(Files.isDirectory(file) ? "a folder" : "something else"),
                    "name the file that is to be run");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(MOST_BYTES + 1));
        }
    }

    /** What these bytes are as a test; more than {@link #MOST_BYTES} of them are none. */
    static SentTest of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Wrong(
                    "it has more than %d bytes".formatted(MOST_BYTES),
                    "put what it needs on the hosts, for it is sent with each check");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) {
                return new Wrong("it is empty", "write what is to be run");
            }
            if (text.indexOf('\0') < 0) {
                return new Text(text);
            }
        } catch (CharacterCodingException e) {
            // Said below.
        }
        return new Wrong(
                "it is no text in UTF-8",
                "name a script, which may run a program that the hosts have");
    }
}
