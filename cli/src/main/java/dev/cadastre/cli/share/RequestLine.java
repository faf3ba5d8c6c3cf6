package dev.cadastre.cli.share;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request.
 *
 * @param target the path with its query; begins with a slash
 */
record RequestLine(String method, String target) {

    private static final Pattern LINE =
            Pattern.compile("([A-Z]{1,20}) (/[\\x21-\\x7e]*) HTTP/1\\.[01]");

    /**
     * Reads one.
     *
     * @throws BadHead if it is none, or is for a proxy
     */
    static RequestLine parse(String line) throws BadHead {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new BadHead(400, "This is no request that is understood here.");
        }
        return new RequestLine(matcher.group(1), matcher.group(2));
    }

    String text() {
        return method + " " + target + " HTTP/1.1";
    }
}
