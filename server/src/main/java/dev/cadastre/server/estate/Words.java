package dev.cadastre.server.estate;

import java.util.Arrays;
import java.util.List;

/** Lists in values: words separated by spaces, commas or line ends. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
