package dev.cadastre.server.estate;

import dev.cadastre.change.operation.SentTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tests that lie beside an estate file, each read once. Thread-safe. */
final class TestFolder implements MonitorTests {

    private final Path folder;
    private final Map<String, SentTest> read = new ConcurrentHashMap<>();

    TestFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public SentTest read(String path) {
        return read.computeIfAbsent(path, name -> SentTest.beside(folder, name));
    }

    /** The paths that were asked for. */
    Set<String> asked() {
        return Set.copyOf(read.keySet());
    }
}
