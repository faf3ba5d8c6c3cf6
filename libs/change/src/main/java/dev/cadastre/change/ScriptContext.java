package dev.cadastre.change;

import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/** What a script is made from besides the operation's own parameters. */
public interface ScriptContext {

    /**
     * The content of a file of the change.
     *
     * @param path below the change's folder, with {@code /} between its parts
     * @throws IOException if there is no such file, it lies outside, or it cannot be read
     */
    byte[] file(String path) throws IOException;

    /**
     * The same for a script to read. Contexts of one change share it as long as somebody has it, so
     * that it is in memory once however many hosts it goes to.
     *
     * @throws IOException as {@link #file} does
     */
    default Payload payload(String path) throws IOException {
        return Payload.ofOwn(file(path));
    }

    /**
     * The files below a folder of the change, at any depth, in a steady order.
     *
     * @return their paths relative to the folder, with {@code /} between their parts
     * @throws IOException if there is no such folder, it lies outside, or it cannot be read
     */
    default List<String> files(String folder) throws IOException {
        throw new NoSuchFileException(folder);
    }

    /** The values that templates and parameters may refer to, by name, for the host in question. */
    Map<String, String> values();
}
