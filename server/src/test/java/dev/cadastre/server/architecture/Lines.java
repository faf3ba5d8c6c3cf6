package dev.cadastre.server.architecture;

import java.util.ArrayList;
import java.util.List;

/** Words in lines of a bounded length. */
final class Lines {

    private Lines() {}

    static List<String> of(String words, int longest) {
        List<String> lines = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty() || longer.length() > longest) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
