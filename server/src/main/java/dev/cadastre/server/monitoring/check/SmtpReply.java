package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server replies.
 *
 * @param code of three digits
 * @param lines without the code; at least one
 */
record SmtpReply(int code, List<String> lines) {

    private static final int MOST_LINES = 200;
    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?");

    SmtpReply {
        lines = List.copyOf(lines);
    }

    /** The next reply, to its last line. */
    static SmtpReply read(Talk talk, String phrase) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String text = talk.line(phrase);
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw CheckFailure.critical(
                        "what came as " + phrase + " is not SMTP: " + Shown.quoted(text),
                        "See what listens there.");
            }
            lines.add(line.group(3) == null ? "" : line.group(3));
            if (!"-".equals(line.group(2))) {
                return new SmtpReply(Integer.parseInt(line.group(1)), lines);
            }
        }
        throw CheckFailure.critical(
                "what came as " + phrase + " does not end", "See what listens there.");
    }

    /** This reply if it has the code. */
    SmtpReply require(int wanted) throws CheckFailure {
        if (code != wanted) {
            throw CheckFailure.critical(
                    "it replies " + code + " " + Shown.quoted(first()) + ", not " + wanted,
                    "See what the mail server's log says.");
        }
        return this;
    }

    String first() {
        return lines.getFirst();
    }

    /** Whether a reply to EHLO names the extension. */
    boolean offers(String extension) {
        return words(extension).findAny().isPresent();
    }

    /** Whether a reply to EHLO names the way to sign in. */
    boolean offersAuth(String mechanism) {
        return words("AUTH").flatMap(Arrays::stream).skip(1).anyMatch(mechanism::equalsIgnoreCase);
    }

    private Stream<String[]> words(String extension) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split("[ =]+"))
                .filter(words -> words.length > 0 && words[0].equalsIgnoreCase(extension));
    }
}
