package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of the change for operations. */
final class SourceFiles {

    private SourceFiles() {}

    static Payload one(ScriptContext context, String path) {
        try {
            return context.payload(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The paths of the files below a folder, relative to it. */
    static List<String> below(ScriptContext context, String folder) {
        try {
            return context.files(folder);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** The content of some files below a folder, by their path relative to it. */
    static Map<String, Payload> some(
            ScriptContext context, String folder, Collection<String> paths) {
        Map<String, Payload> files = new LinkedHashMap<>();
        String start = folder.isEmpty() ? "" : folder + "/";
        paths.forEach(path -> files.put(path, one(context, start + path)));
        return files;
    }

    private static UncheckedIOException unreadable(String path, IOException cause) {
        return new UncheckedIOException(
                "The change's " + path + " cannot be read: " + cause.getMessage(), cause);
    }
}
