package dev.cadastre.server.monitoring.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers of HTTP/1.1 (RFC 9112) from bytes, and holds no more of them than it is allowed to.
 */
final class HttpReader {

    private static final int LARGEST_HEAD = 64 * 1024;
    private static final int MOST_INFORMATIONAL = 10;
    private static final int LAST_INFORMATIONAL = 199;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int LONGEST_CHUNK_LINE = 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\\bchunked$");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(?:;.*)?");

    private final InputStream in;
    private final int most;

    private HttpReader(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * The next answer that is final.
     *
     * @param method of the request, since answers to HEAD have no body
     * @param most the bytes of the body that are read at most
     */
    static HttpAnswer read(InputStream in, String method, int most) throws IOException {
        return new HttpReader(in, most).answer(method);
    }

    private HttpAnswer answer(String method) throws IOException {
        for (int i = 0; i < MOST_INFORMATIONAL; i++) {
            List<String> head = head();
            int status = status(head.getFirst());
            if (status > LAST_INFORMATIONAL) {
                return answer(method, status, headers(head));
            }
        }
        throw wrong("it never comes to the point");
    }

    private HttpAnswer answer(String method, int status, List<HttpHeader> headers)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean none = method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
        boolean whole = none || body(headers, body);
        return HttpAnswer.of(status, headers, body.toByteArray(), !whole);
    }

    private static int status(String line) throws CheckFailure {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw wrong("it begins with " + Shown.quoted(line));
        }
        return Integer.parseInt(status.group(1));
    }

    private static List<HttpHeader> headers(List<String> head) throws CheckFailure {
        List<HttpHeader> headers = new ArrayList<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw wrong("its head holds " + Shown.quoted(line));
            }
            headers.add(
                    new HttpHeader(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        int left = LARGEST_HEAD;
        while (true) {
            String line = line(left);
            left -= line.length() + 1;
            if (line.isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    private String line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw breaksOff("in its head");
            }
            if (line.size() >= longest - 1) {
                throw wrong("its head is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads the body, and tells whether that is all of it. */
    private boolean body(List<HttpHeader> headers, ByteArrayOutputStream body) throws IOException {
        boolean chunked =
                headers.stream()
                        .filter(header -> header.is("Transfer-Encoding"))
                        .anyMatch(header -> CHUNKED.matcher(header.value()).find());
        if (chunked) {
            return chunks(body);
        }
        Optional<Long> length = length(headers);
        if (length.isEmpty()) {
            body.writeBytes(in.readNBytes(most));
            return body.size() < most || in.read() < 0;
        }
        return take(length.get(), body);
    }

    private static Optional<Long> length(List<HttpHeader> headers) throws CheckFailure {
        List<String> told =
                headers.stream()
                        .filter(header -> header.is("Content-Length"))
                        .map(HttpHeader::value)
                        .distinct()
                        .toList();
        if (told.size() > 1 || told.stream().anyMatch(text -> !LENGTH.matcher(text).matches())) {
            throw wrong("it does not tell its length: " + Shown.quoted(String.join(", ", told)));
        }
        return told.stream().findFirst().map(Long::parseLong);
    }

    private boolean chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            String line = line(LONGEST_CHUNK_LINE);
            Matcher chunk = CHUNK.matcher(line);
            if (!chunk.matches()) {
                throw wrong("a chunk begins with " + Shown.quoted(line));
            }
            long size = Long.parseLong(chunk.group(1), 16);
            if (size == 0) {
                return true;
            }
            if (!take(size, body)) {
                return false;
            }
            if (!line(3).isEmpty()) {
                throw wrong("a chunk does not end where it should");
            }
        }
    }

    /** Reads so many bytes, or as many as are allowed; and tells whether that was all. */
    private boolean take(long size, ByteArrayOutputStream body) throws IOException {
        long wanted = Math.min(size, most - body.size());
        byte[] bytes = in.readNBytes((int) wanted);
        body.writeBytes(bytes);
        if (bytes.length < wanted) {
            throw breaksOff("after " + body.size() + " bytes");
        }
        return wanted == size;
    }

    private static CheckFailure breaksOff(String where) {
        return CheckFailure.critical(
                "the answer breaks off " + where, "See what the server's log says.");
    }

    private static CheckFailure wrong(String what) {
        return CheckFailure.critical(
                "the answer is not HTTP: " + what,
                "See what listens there, and whether it is TLS.");
    }
}
