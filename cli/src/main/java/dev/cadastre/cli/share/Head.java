package dev.cadastre.cli.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1 message. What could be read in two ways is refused: two servers in a row
 * must not disagree about where a message ends. Immutable.
 *
 * @param first the line of the request, or of the status
 */
record Head(String first, List<Header> headers) {

    /** How many headers one may have. */
    static final int MOST_HEADERS = 100;

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");
    private static final Set<String> SINGLE =
            Set.of("host", "content-length", "transfer-encoding", "upgrade");

    Head {
        headers = List.copyOf(headers);
    }

    /**
     * Reads one.
     *
     * @param text all of it, without the empty line at its end
     * @throws BadHead if it is none
     */
    static Head parse(String text) throws BadHead {
        String[] lines = text.split("\r\n", -1);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            headers.add(header(lines[i]));
        }
        if (headers.size() > MOST_HEADERS) {
            throw new BadHead(431, "There are too many headers.");
        }
        if (!VALUE.matcher(lines[0]).matches()) {
            throw wrong();
        }
        Head head = new Head(lines[0], headers);
        for (String name : SINGLE) {
            if (head.values(name).size() > 1) {
                throw wrong();
            }
        }
        if (head.has("Content-Length") && head.has("Transfer-Encoding")) {
            throw wrong();
        }
        return head;
    }

    private static Header header(String line) throws BadHead {
        int colon = line.indexOf(':');
        if (colon < 1 || !NAME.matcher(line.substring(0, colon)).matches()) {
            throw wrong();
        }
        String value = line.substring(colon + 1).strip();
        if (!VALUE.matcher(value).matches()) {
            throw wrong();
        }
        return new Header(line.substring(0, colon), value);
    }

    private static BadHead wrong() {
        return new BadHead(400, "This is no request that is understood here.");
    }

    List<String> values(String name) {
        return headers.stream().filter(one -> one.is(name)).map(Header::value).toList();
    }

    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    boolean has(String name) {
        return headers.stream().anyMatch(one -> one.is(name));
    }

    /** How many bytes follow; none if nobody says. */
    Optional<Long> length() throws BadHead {
        Optional<String> length = value("Content-Length");
        if (length.isPresent() && !LENGTH.matcher(length.get()).matches()) {
            throw wrong();
        }
        return length.map(Long::parseLong);
    }

    /** Whether it asks for, or begins, another protocol. */
    boolean isUpgrade() {
        return has("Upgrade")
                && values("Connection").stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("upgrade"));
    }

    /** As it is sent. */
    String text() {
        StringBuilder text = new StringBuilder(first).append("\r\n");
        headers.forEach(
                one -> text.append(one.name()).append(": ").append(one.value()).append("\r\n"));
        return text.append("\r\n").toString();
    }
}
