package dev.cadastre.change.archive;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What scripts are made from: the folder of a change, and values. Immutable. */
public final class FolderContext implements ScriptContext {

    /** The value by which files of a host alone are named. */
    public static final String HOST = "host";

    /** What it is on the machine of whoever runs the change. */
    public static final String THIS_MACHINE = "localhost";

    private final ChangeFolder folder;
    private final Map<String, String> values;

    /** With these values and no others. */
    public FolderContext(ChangeFolder folder, Map<String, String> values) {
        this.folder = folder;
        this.values = Map.copyOf(values);
    }

    /** For a host: its name is the value {@link #HOST}, whatever else that is said to be. */
    public static FolderContext host(ChangeFolder folder, String name, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put(HOST, name);
        return new FolderContext(folder, all);
    }

    /** For the machine of whoever runs the change. */
    public static FolderContext local(ChangeFolder folder, Map<String, String> values) {
        return host(folder, THIS_MACHINE, values);
    }

    @Override
    public byte[] file(String path) throws IOException {
        return folder.content(plain(path));
    }

    @Override
    public Payload payload(String path) throws IOException {
        return folder.payload(plain(path));
    }

    @Override
    public List<String> files(String path) throws IOException {
        String plain = plain(path);
        String start = plain.isEmpty() ? "" : plain + "/";
        List<String> below =
                folder.files().stream()
                        .map(FolderFile::path)
                        .filter(file -> file.startsWith(start))
                        .map(file -> file.substring(start.length()))
                        .toList();
        if (below.isEmpty()) {
            throw new NoSuchFileException(path);
        }
        return below;
    }

    /** People write {@code ./conf/}, too. */
    private static String plain(String path) {
        String plain = path;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.equals(".") ? "" : plain;
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
