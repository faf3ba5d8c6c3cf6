package dev.cadastre.acceptance.recording;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line that was typed into a shell, and what came of it.
 *
 * @param prompt what stood before it, with its colours
 * @param typed the line, without its end
 * @param printed what the terminal was told between the line and the next prompt
 * @param status of the command, if the line has ended one
 */
public record Exchange(String prompt, String typed, String printed, OptionalInt status) {

    /** What is written over, as progress is; how characters look; and what else is no text. */
    private static final Pattern CONTROL =
            Pattern.compile("(?m)^[^\n]*\r(?!\n)|\u001b\\[[0-9;?]*[A-Za-z]|\r");

    /** What was printed, one after the other, as it is read in the end, without colours. */
    public static String plain(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> CONTROL.matcher(exchange.printed()).replaceAll(""))
                .collect(Collectors.joining());
    }
}
