package dev.cadastre.probe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What lines about packages were found to mean, for the lines that came last: hosts say mostly what
 * they, or others, said before. A line is found by its whole text, so that no host can change what
 * the line of another one means. Holds {@value #LINES} lines of at most {@value #LONGEST}
 * characters, which is about 45 MB, and never more than 180. Thread-safe.
 */
public final class UnderstoodLines {

    private static final int LINES = 60_000;
    private static final int LONGEST = 500;

    /** The lines that came since the others were young, and those others. */
    private volatile Map<String, PackageLine> young = new ConcurrentHashMap<>();

    private volatile Map<String, PackageLine> old = new ConcurrentHashMap<>();

    /** Nothing is understood yet. */
    public UnderstoodLines() {}

    /**
     * What a line means.
     *
     * @param type of which packages it tells
     * @param reader understands it by nothing but its text
     */
    PackageLine of(PackageType type, String line, Function<String, PackageLine> reader) {
        if (line.length() > LONGEST) {
            return reader.apply(line);
        }
        PackageLine known = find(line);
        if (known == null || known.type() != type) {
            known = reader.apply(line);
            keep(line, known);
        }
        return known;
    }

    private @Nullable PackageLine find(String line) {
        PackageLine known = young.get(line);
        if (known != null) {
            return known;
        }
        PackageLine earlier = old.get(line);
        if (earlier != null) {
            keep(line, earlier);
        }
        return earlier;
    }

    private void keep(String line, PackageLine meaning) {
        young.put(line, meaning);
        if (young.size() >= LINES / 2) {
            age();
        }
    }

    private synchronized void age() {
        if (young.size() >= LINES / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
