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

    @Override
    public void read(SectionText text, Findings findings) {
        Map<String, RuntimeFile> files = files(text);
        Map<String, RuntimeUses> uses = new LinkedHashMap<>();
        for (String line : text.lines("processes")) {
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
        text.lines("files").forEach(path -> RuntimeFile.ofPath(path).ifPresent(found::add));
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
        for (RuntimeFile file : files.values()) {
            if (exe.equals(file.path()) || exe.startsWith(file.path() + "/")) {
                return file;
            }
        }
        RuntimeFile found = RuntimeFile.ofExecutable(exe).orElse(null);
        if (found != null) {
            files.put(found.path(), found);
        }
        return found;
    }
}
