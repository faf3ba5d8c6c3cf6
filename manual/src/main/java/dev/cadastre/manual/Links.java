package dev.cadastre.manual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where links between files lead. */
public final class Links {

    private Links() {}

    /**
     * The file that a link in a file means, as a path in the sources.
     *
     * @param from the file's own path, {@code docs/manual/03-estate.md}
     * @param target what the link says, {@code ../formats/estate.md#keys}; what follows {@code #}
     *     does not matter
     * @return empty if it leads to another site or out of the sources
     */
    public static Optional<String> path(String from, String target) {
        String file = target.replaceFirst("#.*", "");
        if (file.startsWith("/") || file.contains(":")) {
            return Optional.empty();
        }
        if (file.isEmpty()) {
            return Optional.of(from);
        }
        Deque<String> path = new ArrayDeque<>();
        for (String step : (from.substring(0, from.lastIndexOf('/') + 1) + file).split("/", -1)) {
            if (step.equals("..")) {
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                path.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return Optional.of(String.join("/", path));
    }
}
