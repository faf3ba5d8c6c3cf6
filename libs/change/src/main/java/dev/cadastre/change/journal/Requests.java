package dev.cadastre.change.journal;

import dev.cadastre.change.run.RunRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that say no more than their name. */
final class Requests {

    private static final Map<String, RunRequest> PLAIN =
            Map.of(
                    "halt", new RunRequest.Halt(),
                    "stop", new RunRequest.Stop(),
                    "retry", new RunRequest.Retry(),
                    "approve", new RunRequest.Approve(),
                    "undo", new RunRequest.Undo(),
                    "release", new RunRequest.Release());

    private Requests() {}

    /** The name of one. */
    static String word(RunRequest request) {
        return PLAIN.entrySet().stream()
                .filter(entry -> entry.getValue().equals(request))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown request " + request));
    }

    /** The one of that name; null if there is none. */
    static @Nullable RunRequest of(String word) {
        return PLAIN.get(word);
    }
}
