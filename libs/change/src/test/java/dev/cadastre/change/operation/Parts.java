package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change's folder in memory. */
final class Parts implements ScriptContext {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    static Parts none() {
        return new Parts();
    }

    Parts file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Parts file(String path, byte[] content) {
        files.put(path, content.clone());
        return this;
    }

    Parts value(String name, String value) {
        values.put(name, value);
        return this;
    }

    @Override
    public byte[] file(String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new FileNotFoundException(path);
        }
        return content.clone();
    }

    @Override
    public List<String> files(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    @Override
    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}
