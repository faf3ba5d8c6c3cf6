package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Understands runtimes: files that are one, and processes that run on one. */
final class RuntimesReader implements SectionReader {

    private static final int COLUMNS = 5;

    /** Linux knows no longer path (PATH_MAX). */
    private static final int LONGEST_PATH = 4096;

    /** How far a runtime's home is above its executable, with room for {@code home/jre/bin}. */
    private static final int FURTHEST_HOME = 6;

    private static final int MOST_PROCESSES = 50_000;

    @Override
    public void read(SectionText text, Findings findings) {
        Map<String, RuntimeFile> files = files(text);
        Map<String, RuntimeUses> uses = new LinkedHashMap<>();
        for (String line : findings.first(MOST_PROCESSES, "processes", text.lines("processes"))) {
            String[] columns = line.split("\t", COLUMNS);
            OptionalLong uid = Numbers.whole(columns.length < COLUMNS ? null : columns[1]);
            RuntimeFile file = uid.isEmpty() ? null : runtime(columns[4], files);
            if (file != null && uid.isPresent()) {
                uses.computeIfAbsent(file.path(), unused -> new RuntimeUses())
                        .add(columns[3], columns[2], uid.getAsLong());
            }
        }
        for (RuntimeFile file : files.values()) {
            RuntimeUses used = uses.getOrDefault(file.path(), new RuntimeUses());
            findings.add(
                    findings.runtimes,
                    new InstalledRuntime(file.kind(), file.version(), file.path(), used.list()));
        }
    }

    private static Map<String, RuntimeFile> files(SectionText text) {
        List<RuntimeFile> found = new ArrayList<>();
        text.lines("files").stream()
                .filter(path -> path.length() <= LONGEST_PATH)
                .forEach(path -> RuntimeFile.ofPath(path).ifPresent(found::add));
        text.sources()
                .forEach(
                        (source, lines) -> RuntimeFile.ofJava(source, lines).ifPresent(found::add));
        Map<String, RuntimeFile> files = new LinkedHashMap<>();
        for (RuntimeFile file : found) {
            files.merge(file.path(), file, RuntimeFile::finer);
        }
        files.replaceAll((path, file) -> NodeHeader.completed(file, text));
        return files;
    }

    /** The runtime of an executable; one that is nowhere known becomes known by its process. */
    private static @Nullable RuntimeFile runtime(String exe, Map<String, RuntimeFile> files) {
        if (exe.length() > LONGEST_PATH) {
            return null;
        }
        int end = exe.length();
        for (int i = 0; i <= FURTHEST_HOME && end > 0; i++) {
            RuntimeFile file = files.get(exe.substring(0, end));
            if (file != null) {
                return file;
            }
            end = exe.lastIndexOf('/', end - 1);
        }
        RuntimeFile found = RuntimeFile.ofExecutable(exe).orElse(null);
        if (found != null) {
            files.put(found.path(), found);
        }
        return found;
    }
}
